import { createHmac, randomInt } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** No 0/O, 1/I/L or U/V: what is read from a small screen must be typed back right. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const GROUPS = 3;
const GROUP = 4;

/** A fresh receipt code such as `7KQF-M2XW-9TRA`: 58 bits. */
export function newReceiptCode(): string {
  const group = () => Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The record's id for a code, whatever case and hyphens it is typed with. The code itself is never stored. */
export function receiptId(code: string, keyring: Keyring): string {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const key = Buffer.from(keyring.routing, 'base64');
  return createHmac('sha256', key).update(`receipt:${plain}`).digest('base64url');
}
