import type { TurnItem } from '../conversation/conversation.ts';
import type { Effect } from '../conversation/effect.ts';
import { CODE_MASK } from './receipt-code.ts';

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
  const i = items.flatMap((item) => (item.kind === 'text' ? [textIn(item, now)] : []));
  const o = effects.flatMap((effect) => (effect.type === 'say' ? [textOut(effect)] : []));
  const s = effects.flatMap((effect): [string, string][] =>
    effect.type === 'say-text' ? [[effect.text, effect.advocate]] : [],
  );
  const e = [
    ...items.flatMap(nameOf),
    ...effects.flatMap((effect) => (effect.type === 'alert' ? [effect.reason] : [])),
  ];
  const parts = Object.entries({ i, o, s, e }).filter(([, part]) => part.length > 0);
  return parts.length > 0 ? { a: now, ...Object.fromEntries(parts) } : undefined;
}

function textIn(item: Extract<TurnItem, { kind: 'text' }>, now: number): NonNullable<TranscriptEntry['i']>[number] {
  const ago = now - item.receivedAt;
  return item.media.length > 0 ? [item.text, ago, item.media] : [item.text, ago];
}

/** A receipt code was for the texter alone: whoever reads the transcript sees that there was one. */
function textOut({ key, values }: Extract<Effect, { type: 'say' }>): NonNullable<TranscriptEntry['o']>[number] {
  if (!values) return [key];
  return [key, 'code' in values ? { ...values, code: CODE_MASK } : values];
}

function nameOf(item: TurnItem): string[] {
  if (item.kind === 'text' || item.kind === 'advocate-text') return [];
  return [item.kind === 'timer' ? item.name : item.kind];
}
