import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newKeyring, rotateKeyring } from '../../src/hotline/keyring.ts';
import { PARTITIONS } from '../../src/hotline/ports.ts';
import { createPseudonyms } from '../../src/hotline/pseudonyms.ts';

const ring = newKeyring();
const namesOf = createPseudonyms(ring);

describe('pseudonyms', () => {
  it('are the same for an address each time, and differ from texter to texter', () => {
    expect(namesOf('+15555550100')).toEqual(createPseudonyms(ring)('+15555550100'));
    const names = Array.from({ length: 1000 }, (_, n) => namesOf(`+1555555${1000 + n}`).names[0]);
    expect(new Set(names).size).toBe(1000);
  });

  it('tell a channel apart from the number', () => {
    expect(namesOf('whatsapp:+15555550100').names).not.toEqual(namesOf('+15555550100').names);
  });

  it('hold no digit run of the number, and nothing that could end a key', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+1\d{10}$/), (address) => {
        const { names, partition } = namesOf(address);
        for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]{0,7}\.[\w-]{22}$/);
        expect(names.join()).not.toContain(address.slice(-7));
        expect(partition).toBeGreaterThanOrEqual(0);
        expect(partition).toBeLessThan(PARTITIONS);
      }),
    );
  });

  it('mean nothing under another keyring', () => {
    expect(createPseudonyms(newKeyring())('+15555550100').names).not.toEqual(namesOf('+15555550100').names);
  });

  it('use every partition', () => {
    const used = new Set(Array.from({ length: 2000 }, (_, n) => namesOf(`+1555555${1000 + n}`).partition));
    expect(used.size).toBe(PARTITIONS);
  });

  it('keep the older names after a rotation, newest first, and the partition', () => {
    const [before, after] = [
      namesOf('+15555550100'),
      createPseudonyms(rotateKeyring(rotateKeyring(ring)))('+15555550100'),
    ];
    expect(after.partition).toBe(before.partition);
    expect(after.names.map((name) => name.split('.')[0])).toEqual(['l3', 'l2', 'l1']);
    expect(after.names[2]).toBe(before.names[0]);
  });

  it('put the current key first, wherever it stands in the file', () => {
    const rotated = rotateKeyring(ring);
    const back = { ...rotated, lookup: { ...rotated.lookup, current: 'l1' } };
    expect(createPseudonyms(back)('+15555550100').names[0]).toBe(namesOf('+15555550100').names[0]);
  });
});
