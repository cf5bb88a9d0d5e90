import { describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import {
  hashOfRecoveryCode,
  newAuthenticator,
  newRecoveryCodes,
  stepOfCode,
} from '../../../src/hotline/accounts/second-factor.ts';
import { NOW } from '../samples.ts';

const { secret, uri } = newAuthenticator('ana', 'BeFree Textline');
const STEP = 30_000;
const codeAt = (ms: number) => generateSync({ secret, epoch: Math.floor(ms / 1000) });
const stepAt = (ms: number) => Math.floor(ms / STEP);

describe('an authenticator', () => {
  it('has a secret of 160 bits, and an address for its picture', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(`otpauth://totp/BeFree%20Textline:ana?secret=${secret}&issuer=BeFree%20Textline`);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('with a clock that is %p steps off is believed: %p', (steps, right) => {
    const at = NOW + steps * STEP;
    expect(stepOfCode(secret, codeAt(at), NOW, undefined)).toBe(right ? stepAt(at) : undefined);
  });

  it('gives codes that count once, and none from before one that was used', () => {
    const used = stepOfCode(secret, codeAt(NOW), NOW, undefined);
    expect(stepOfCode(secret, codeAt(NOW), NOW, used)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(NOW - STEP), NOW, used)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(NOW + STEP), NOW, used)).toBe(stepAt(NOW) + 1);
  });

  it('is not fooled, and does not fail, when the clock is set back', () => {
    expect(stepOfCode(secret, codeAt(NOW), NOW, stepAt(NOW) + 1)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(NOW), NOW, stepAt(NOW) + 1_000)).toBeUndefined();
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', ' 12345', '12345\n'])(
    'does not take %p for a code',
    (code) => {
      expect(stepOfCode(secret, code, NOW, undefined)).toBeUndefined();
    },
  );
});

describe('recovery codes', () => {
  it('are ten, all different, and known by their hashes alone', () => {
    const { codes, hashes } = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hj-km-np-z2-79]{4}(-[a-hj-km-np-z2-79]{4}){3}$/);
    expect(codes.map(hashOfRecoveryCode)).toEqual(hashes);
  });

  it('are read however they are typed', () => {
    const [code = ''] = newRecoveryCodes().codes;
    expect(hashOfRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(hashOfRecoveryCode(code));
  });
});
