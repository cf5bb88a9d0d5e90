import { describe, expect, it } from '@jest/globals';
import { newKeyring, rotateKeyring } from '../../src/hotline/keyring.ts';
import { newReceiptCode, receiptId } from '../../src/hotline/receipt-code.ts';

const ring = newKeyring();

describe('a receipt code', () => {
  const codes = Array.from({ length: 2000 }, newReceiptCode);

  it('has three groups of four letters and digits that cannot be mistaken for each other', () => {
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}(-[2-9A-HJKMNP-TW-Z]{4}){2}$/);
  });

  it('is never given twice, and uses every letter', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(29);
  });

  it.each(['7KQF-M2XW-9TRA', '7kqf-m2xw-9tra', '7KQFM2XW9TRA', ' 7kqf m2xw 9tra. '])(
    'typed as "%s" finds its record',
    (typed) => {
      expect(receiptId(typed, ring)).toBe(receiptId('7KQF-M2XW-9TRA', ring));
    },
  );

  it('cannot be read from the record’s id, which another keyring does not make', () => {
    const id = receiptId('7KQF-M2XW-9TRA', ring);
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(receiptId('7KQF-M2XW-9TRA', newKeyring())).not.toBe(id);
    expect(receiptId('7KQF-M2XW-9TRB', ring)).not.toBe(id);
  });

  it('still finds its record after a rotation', () => {
    expect(receiptId('7KQF-M2XW-9TRA', rotateKeyring(ring))).toBe(receiptId('7KQF-M2XW-9TRA', ring));
  });
});
