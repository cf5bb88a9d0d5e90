import { createHmac, randomInt } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** No 0/O, 1/I/L or U/V: what is read from a small screen must be typed back right. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
/** What stands for a code in state and transcript: the code itself is never stored. */
export const CODE_MASK = '[code]';
const GROUPS = 3;
const GROUP = 4;
const LONGEST_SEARCHED = 1600;

/** A fresh receipt code such as `7KQF-M2XW-9TRA`: 58 bits. */
export function newReceiptCode(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The code that comes of a seed: always the same, and nobody's to guess who does not hold the keyring. */
export function receiptCodeFor(seed: string, keyring: Keyring): string {
  const digest = createHmac('sha256', Buffer.from(keyring.routing, 'base64')).update(`code:${seed}`).digest();
  const letters = Array.from(
    { length: GROUPS * GROUP },
    (_, at) => LETTERS[digest.readUInt16BE(at * 2) % LETTERS.length],
  );
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP).join('')).join(
    '-',
  );
}

/** In a sentence a code is known by its hyphens or its digits; alone it may be typed with spaces, or in pieces of any kind. */
const IN_SENTENCE = new RegExp(`(?<![A-Z0-9-])[${LETTERS}]{4}-[${LETTERS}]{4}-[${LETTERS}]{4}(?![A-Z0-9-])`, 'iu');
const IN_ONE = new RegExp(`(?<![A-Z0-9-])(?=[A-Z]*\\d)[${LETTERS}]{12}(?![A-Z0-9-])`, 'iu');
const ALONE = new RegExp(`^\\s*(?=.*\\d)(?:[${LETTERS}][\\s.-]*){12}$`, 'iu');

/** The receipt code that a text holds, as it is written there; undefined when nothing looks like one. */
export function receiptCodeIn(text: string): string | undefined {
  const short = text.slice(0, LONGEST_SEARCHED);
  return (IN_SENTENCE.exec(short) ?? IN_ONE.exec(short) ?? ALONE.exec(short))?.[0];
}

/** The record's id for a code, whatever case and hyphens it is typed with. The code itself is never stored. */
export function receiptId(code: string, keyring: Keyring): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const key = Buffer.from(keyring.routing, 'base64');
  return createHmac('sha256', key).update(`receipt:${plain}`).digest('base64url');
}
