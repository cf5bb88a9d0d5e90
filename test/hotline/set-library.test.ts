import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { createMemoryFlowSets } from '../../src/adapters/memory/flow-sets.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { hashSet, openSetLibrary, type SetLibrary } from '../../src/hotline/set-library.ts';
import { wordsOf } from '../../src/words-of.ts';
import { readSetOnce } from '../support/read-set-once.ts';
import { keptLog } from './samples.ts';

const NOW = 1_800_000_000_000;
const LINE = 'locales/es/welcome.json';

let files: Record<string, string>;
let edited: Record<string, string>;
beforeAll(async () => {
  ({ files } = await readSetFiles('.'));
  edited = { ...files, [LINE]: (files[LINE] ?? '').replace('2 otra persona', '2 alguien') };
});

describe('a set of flows', () => {
  it('is named by its content: every byte and every path counts, their order does not', () => {
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    expect(hashSet(backwards)).toBe(hashSet(files));
    expect(hashSet(edited)).not.toBe(hashSet(files));
    expect(hashSet({ a: 'bc' })).not.toBe(hashSet({ ab: 'c' }));
  });

  it('stays with the conversation that began on it, while a new one meets the set of today', async () => {
    const flowSets = createMemoryFlowSets();
    const yesterday = await open(files, flowSets);
    const begun = text(yesterday, undefined, 'hola');
    const today = await open(edited, flowSets);

    const pinned = await today.of(begun.set);
    expect(ask(pinned, text(pinned, begun, 'no'))).toContain('2 otra persona');
    expect(ask(today.current(), text(today.current(), text(today.current(), undefined, 'hola'), 'no'))).toContain(
      '2 alguien',
    );
  });

  it('that is nowhere to be found lets its conversation go on at the safe step of today', async () => {
    const yesterday = await open(files, createMemoryFlowSets());
    const begun = text(yesterday.current(), undefined, 'hola');
    const log = keptLog();
    const today = await open(edited, createMemoryFlowSets(), log);
    expect(await today.of(begun.set)).toBeUndefined();
    expect(log.events.map(([code]) => code)).toContain('set-missing');
    const result = today.current().conversation.turn({ ...begun, value: 'bot.gone.step' }, input('2'));
    expect(result.state).toMatchObject({
      set: hashSet(edited),
      value: today.current().set.profile.safe.replace(/^/, 'bot.'),
    });
    expect(result.effects).toContainEqual(expect.objectContaining({ type: 'say', key: 'line.safe' }));
  });

  it('with a fault is not published, and says where', async () => {
    const broken = { ...files, 'flows/tip.yaml': (files['flows/tip.yaml'] ?? '').replace('next: where', 'next: wher') };
    const flowSets = createMemoryFlowSets();
    const log = keptLog();
    const opened = await openSetLibrary({ files: broken, flowSets, log, createWords: wordsOf });
    expect(opened).toMatchObject({ ok: false });
    if (!opened.ok) expect(opened.findings[0]).toMatchObject({ file: 'flows/tip.yaml', line: expect.any(Number) });
    expect(await flowSets.get(hashSet(broken))).toBeUndefined();
  });
});

type Talker = ReturnType<SetLibrary['current']>;

async function open(
  set: Record<string, string>,
  flowSets: ReturnType<typeof createMemoryFlowSets>,
  log = keptLog(),
): Promise<SetLibrary> {
  const opened = await openSetLibrary({ files: set, flowSets, log, createWords: wordsOf, readChecked: readSetOnce });
  if (!opened.ok) throw new Error(opened.findings.map(({ message }) => message).join('\n'));
  return opened.library;
}

function input(body: string) {
  const item = { kind: 'text' as const, text: body, receivedAt: NOW, media: [], late: false };
  return {
    now: NOW,
    items: [item],
    asked: { at: NOW - 1, undelivered: false },
    receiptCode: 'AAAA-BBBB-CCCC',
    lost: [],
  };
}

function text(
  from: Talker | SetLibrary | undefined,
  state: ConversationState | undefined,
  body: string,
): ConversationState {
  const talker = from && 'current' in from ? from.current() : from;
  if (talker === undefined) throw new Error('The set is gone.');
  return talker.conversation.turn(state, input(body)).state;
}

/** The question that a state stands at, in the words of its set. */
function ask(talker: Talker | undefined, state: ConversationState): string {
  return talker?.words.render('es', state.value.replace(/^bot\./, '')) ?? '';
}
