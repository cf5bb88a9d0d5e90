import { describe, expect, it } from '@jest/globals';
import { newKeyring, parseKeyring, rotateKeyring } from '../../src/hotline/keyring.ts';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const SHORT = Buffer.alloc(31, 7).toString('base64');

function problemOf(keyring: unknown): string {
  const parsed = parseKeyring(typeof keyring === 'string' ? keyring : JSON.stringify(keyring));
  return parsed.ok ? 'none' : parsed.problem;
}

describe('a keyring', () => {
  const ring = newKeyring();

  it('is read back as it was made', () => {
    expect(parseKeyring(JSON.stringify(ring))).toEqual({ ok: true, keyring: ring });
  });

  it('has a different secret for every purpose, and for every line', () => {
    const secrets = ({ routing, audit, lookup, wrapping }: typeof ring) => [
      ...[routing, audit],
      ...[...Object.values(lookup.keys), ...Object.values(wrapping.keys)],
    ];
    const all = [...secrets(ring), ...secrets(newKeyring())];
    expect(all).toHaveLength(8);
    expect(new Set(all).size).toBe(8);
    for (const secret of all) expect(Buffer.from(secret, 'base64')).toHaveLength(32);
  });

  const withLookup = (lookup: unknown) => ({ ...ring, lookup });
  it.each([
    ['that is no JSON', '{"version": 1,', /^it is not JSON\. Make one with: npm run -s keyring -- new FILE$/],
    ['that is empty', '', /not JSON/],
    ['that is no object', [], /^the whole: /],
    ['of another version', { ...ring, version: 2 }, /^version: /],
    ['without a routing key', { ...ring, routing: undefined }, /^routing: /],
    ['with a short key', { ...ring, audit: SHORT }, /^audit: must be 32 bytes in base64$/],
    ['with a key that is not base64', { ...ring, routing: `${SECRET.slice(0, -2)}*=` }, /^routing: /],
    [
      'whose current key is missing',
      withLookup({ current: 'l2', keys: { l1: SECRET } }),
      /^lookup\.current: names a key that is not in keys$/,
    ],
    [
      'whose current key has a name of every object',
      withLookup({ current: 'valueof', keys: { l1: SECRET } }),
      /^lookup\.current: /,
    ],
    ['without any key', withLookup({ current: 'l1', keys: {} }), /^lookup\.current: /],
    ['with a bad key id', withLookup({ current: 'L1', keys: { L1: SECRET } }), /^lookup\./],
    [
      'with a short lookup key',
      withLookup({ current: 'l1', keys: { l1: SHORT } }),
      /^lookup\.keys\.l1: must be 32 bytes/,
    ],
    ['with a field that nobody knows', { ...ring, extra: 1 }, /^the whole: .*extra/],
  ])('%s is refused with the place', (_why, keyring, problem) => {
    const told = problemOf(keyring);
    expect(told).toMatch(problem);
    for (const secret of [SECRET, SHORT, SECRET.slice(0, 20), ring.routing, ring.audit])
      expect(told).not.toContain(secret);
  });
});

describe('rotateKeyring', () => {
  it('makes new current keys and keeps all others', () => {
    const ring = newKeyring();
    const next = rotateKeyring(rotateKeyring(ring));
    expect(next).toMatchObject({
      ...ring,
      lookup: { current: 'l3', keys: ring.lookup.keys },
      wrapping: { current: 'w3' },
    });
    expect(Object.keys(next.lookup.keys)).toEqual(['l1', 'l2', 'l3']);
    expect(new Set(Object.values(next.wrapping.keys)).size).toBe(3);
    expect(parseKeyring(JSON.stringify(next)).ok).toBe(true);
  });

  it('never takes the id of a key that is there', () => {
    const ring = newKeyring();
    const odd = { ...ring, lookup: { current: 'old', keys: { old: SECRET, l9: SECRET, l2: SECRET } } };
    expect(rotateKeyring(odd).lookup).toMatchObject({ current: 'l10', keys: { old: SECRET, l9: SECRET, l2: SECRET } });
  });
});
