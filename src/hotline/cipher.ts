import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { LineError } from './errors.ts';
import { freshBytes } from './fresh-bytes.ts';

/**
 * Authenticated sealing of small values. `place` is bound in: a value moved elsewhere does not open.
 * Keys come as Node's own objects: to prepare one from bytes takes three times as long as to seal a text.
 */
export interface Cipher {
  seal(key: KeyObject, plain: Buffer, place: string): Buffer;
  /** @throws LineError `seal-broken` */
  open(key: KeyObject, sealed: Buffer, place: string): Buffer;
}

const IV = 12;
const TAG = 16;

/** AES-256-GCM with a random 96-bit nonce: `nonce ‖ ciphertext ‖ tag`. One key seals far fewer than 2^32 values. */
export const aes256gcm: Cipher = {
  seal(key, plain, place) {
    const iv = freshBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },

  open(key, sealed, place) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(sealed.length - TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
    } catch (cause) {
      throw new LineError('seal-broken', '', { cause });
    }
  },
};
