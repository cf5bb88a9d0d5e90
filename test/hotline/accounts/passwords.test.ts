import { describe, expect, it } from '@jest/globals';
import { hashPassword, isPassword, passwordFault } from '../../../src/hotline/accounts/passwords.ts';

const KNOWN = ['ana.lopez@example.org', 'Ana López', 'BeFree Textline'];

describe('a new password', () => {
  it.each([
    ['nine brown herons', undefined],
    ['aaaabbbbccccddde', undefined],
    ['correct horse battery staple', undefined],
    ['пятнадцать букв и больше', undefined],
    ['🦩🐘🦓🐫🦔🐇🐿🦇🐢🐍🦖🐙🦀🐠🐡', 'guessable'],
    ['fourteen chars', 'too-short'],
    ['', 'too-short'],
    [`${'long '.repeat(60)}`, 'too-long'],
    ['aaaaaaaaaaaaaaaaaaaa', 'guessable'],
    ['ababababababababab', 'guessable'],
    ['befree textline', 'guessable'],
    ['BeFreeTextline2026', 'guessable'],
    ['ana.lopez@example.org', 'guessable'],
    ['ANA-LOPEZ-ANA-LOPEZ', 'guessable'],
  ])('%p: %p', (password, fault) => {
    expect(passwordFault(password, KNOWN)).toBe(fault);
  });

  it('is kept as argon2id with the parameters that OWASP asks for, and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('nine brown herons'), hashPassword('nine brown herons')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('is the same however its letters are put together', async () => {
    const hash = await hashPassword('caf\u00e9 con leche por favor');
    expect(await isPassword(hash, 'cafe\u0301 con leche por favor')).toBe(true);
    expect(await isPassword(hash, 'cafe con leche por favor')).toBe(false);
  });

  it('of nobody is never right, not even the one that stands in for it', async () => {
    expect(await isPassword(undefined, 'no password has this hash')).toBe(false);
  });
});
