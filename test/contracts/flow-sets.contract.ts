import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FlowSets } from '../../src/hotline/ports.ts';

/** What every store of published sets must do. Call it inside a `describe`; `open` is called once. */
export function flowSetsContract(open: () => Promise<{ sets: FlowSets; close(): void }>): void {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('has no set that was not put', async () => {
    expect(await opened.sets.get('never')).toBeUndefined();
  });

  it('gives back every file, whatever its words', async () => {
    const files = { 'flows/tip.yaml': 'flow: tip\n', 'locales/ht/tip.json': '{"where":"Ki kote? 🙂\u0000"}', '': '' };
    await opened.sets.put('a', files);
    expect(await opened.sets.get('a')).toEqual(files);
  });

  it('keeps a large set', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`flows/${i}.yaml`, `step: ${i}\n`.repeat(200)]),
    );
    await opened.sets.put('large', files);
    expect(await opened.sets.get('large')).toEqual(files);
  });

  it('never changes a set', async () => {
    await opened.sets.put('b', { file: 'first' });
    await opened.sets.put('b', { file: 'second' });
    const files = await opened.sets.get('b');
    expect(files).toEqual({ file: 'first' });
    if (files !== undefined) files.file = 'third';
    expect(await opened.sets.get('b')).toEqual({ file: 'first' });
  });
}
