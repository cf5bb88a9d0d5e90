import type { TurnItem } from '../conversation/conversation.ts';
import type { Effect } from '../conversation/effect.ts';

/**
 * One turn as it is kept, in short keys since every person's every turn is held in memory. The bot's texts are kept as
 * message key and values: the words are in the set that the conversation is pinned to.
 */
export interface TranscriptEntry {
  /** When the turn was thought, ms. */
  a: number;
  /** Texts in: words, ms before `a`, and for media the content types. */
  i?: [text: string, ago: number, media?: string[]][];
  /** Texts out: message key and values. */
  o?: [key: string, values?: Record<string, string | number>][];
  /** An advocate's words and name. */
  s?: [text: string, advocate: string][];
  /** What else happened, by name. */
  e?: string[];
}

/** Undefined when nothing happened that is worth keeping. */
export function transcriptEntry(
  now: number,
  items: readonly TurnItem[],
  effects: readonly Effect[],
): TranscriptEntry | undefined {
  const entry: TranscriptEntry = { a: now };
  for (const item of items) {
    if (item.kind === 'text') (entry.i ??= []).push(textIn(item, now));
    else if (item.kind !== 'advocate-text') (entry.e ??= []).push(item.kind === 'timer' ? item.name : item.kind);
  }
  for (const effect of effects) {
    if (effect.type === 'say') (entry.o ??= []).push(effect.values ? [effect.key, effect.values] : [effect.key]);
    else if (effect.type === 'say-text') (entry.s ??= []).push([effect.text, effect.advocate]);
    else if (effect.type === 'alert') (entry.e ??= []).push(effect.reason);
  }
  return Object.keys(entry).length > 1 ? entry : undefined;
}

function textIn(item: Extract<TurnItem, { kind: 'text' }>, now: number): [string, number, string[]?] {
  const ago = now - item.receivedAt;
  return item.media.length > 0 ? [item.text, ago, item.media] : [item.text, ago];
}
