import type { KeptItem } from '../kept-items.ts';

export const REPLY_USES = ['talk', 'follow-up'] as const;
/** `follow-up`: left for whoever holds a receipt code, without a second person's look. */
export type ReplyUse = (typeof REPLY_USES)[number];

/** Words that staff have agreed on. What stands in [square brackets] is a blank, filled in before they are sent. */
export interface CannedReply extends KeptItem {
  use: ReplyUse;
  title: string;
  /** By language, two small letters. */
  texts: Record<string, string>;
  changedBy: string;
  changedAt: number;
}

/** Why a reply was not kept. The console words each of them. */
export type ReplyRefusal = 'stale' | 'no-text' | 'too-long' | 'link' | 'unknown-language' | 'twice';
export type ReplyResult = { outcome: 'done'; id: string } | { outcome: ReplyRefusal };

const BLANK = /\[([^[\]\n]{1,40})\]/g;

/** The names of a text's blanks, in order and once each. */
export function blanksIn(text: string): string[] {
  return [...new Set([...text.matchAll(BLANK)].map(([, name = '']) => name))];
}

/** The text with its blanks filled; undefined while one is empty. */
export function fillBlanks(text: string, values: Readonly<Record<string, string>>): string | undefined {
  return blanksIn(text).some((name) => given(values, name) === '') ? undefined : fillSome(text, values);
}

/** The text with those blanks filled that are known. What fills a blank is never searched for blanks itself. */
export function fillSome(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(BLANK, (blank, name: string) => given(values, name) || blank);
}

function given(values: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
}
