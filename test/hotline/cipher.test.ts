import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aes256gcm } from '../../src/hotline/cipher.ts';

const key = createSecretKey(randomBytes(32));
const plain = Buffer.from('he is back 🙈');

describe('aes256gcm', () => {
  it('opens what it sealed', () => {
    expect(aes256gcm.open(key, aes256gcm.seal(key, plain, 'a'), 'a')).toEqual(plain);
    expect(aes256gcm.open(key, aes256gcm.seal(key, Buffer.alloc(0), 'a'), 'a')).toEqual(Buffer.alloc(0));
  });

  it('shows nothing of the text, and never seals it twice alike', () => {
    const [one, other] = [aes256gcm.seal(key, plain, 'a'), aes256gcm.seal(key, plain, 'a')];
    expect(one.includes('back')).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  const broken = { code: 'seal-broken' };
  it('does not open a value that was moved to another place', () => {
    const sealed = aes256gcm.seal(key, plain, 'l1.anna/state');
    expect(() => aes256gcm.open(key, sealed, 'l1.berta/state')).toThrow(expect.objectContaining(broken));
  });

  it('does not open under another key', () => {
    expect(() => aes256gcm.open(createSecretKey(randomBytes(32)), aes256gcm.seal(key, plain, 'a'), 'a')).toThrow(
      expect.objectContaining(broken),
    );
  });

  it('does not open a value of which any byte was changed', () => {
    const sealed = aes256gcm.seal(key, plain, 'a');
    for (let n = 0; n < sealed.length; n += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(n) ^ 1, n);
      expect(() => aes256gcm.open(key, changed, 'a')).toThrow(expect.objectContaining(broken));
    }
  });

  it.each([0, 1, 12, 27, 28])('does not open a value that was cut to %i bytes', (length) => {
    const sealed = aes256gcm.seal(key, plain, 'a');
    expect(() => aes256gcm.open(key, sealed.subarray(0, length), 'a')).toThrow(expect.objectContaining(broken));
  });

  it('tells no bytes of it in the error', () => {
    const sealed = aes256gcm.seal(key, plain, 'a');
    const message = 'A sealed value does not open: it was changed, or belongs elsewhere.';
    expect(() => aes256gcm.open(key, sealed, 'b')).toThrow(expect.objectContaining({ message }));
  });
});
