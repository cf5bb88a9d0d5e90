import type { TurnItem } from '../conversation/conversation.ts';
import type { Effect, Say } from '../conversation/effect.ts';
import { CODE_MASK, receiptCodeIn } from './receipt-code.ts';

/**
 * One turn as it is kept, in short keys since every person's every turn is held in memory. The bot's texts are kept as
 * message key and values: the words are in the set that the conversation is pinned to.
 */
export interface TranscriptEntry {
  /** When the turn was thought, ms. */
  a: number;
  /** Texts in: words, ms before `a`, and for media the content type and where the provider keeps it. */
  i?: [text: string, ago: number, media?: [type: string, url?: string][]][];
  /** Texts out: message key and values, and of a conversation on the desk the outbox id that it left under. */
  o?: [key: string, values?: Record<string, string | number>, id?: string][];
  /** The language of `o`, where it is not the set's default. */
  l?: string;
  /** An advocate's words and account, the outbox id, and what was written where the words are a machine's translation of it. */
  s?: [text: string, advocate: string, id: string, original?: [text: string, language: string]][];
  /** What else happened, by name, and the account that did it behind a space. */
  e?: string[];
}

/**
 * Undefined when nothing happened that is worth keeping. `language`: what the bot spoke, where it is not the set's default;
 * `texts`: what was made of its sayings, where somebody watches what becomes of them.
 */
export function transcriptEntry(
  now: number,
  items: readonly TurnItem[],
  effects: readonly Effect[],
  { language, texts = [] }: { language?: string | undefined; texts?: readonly { id: string; key: string }[] } = {},
): TranscriptEntry | undefined {
  const i = items.flatMap((item) => (item.kind === 'text' ? [textIn(item, now)] : []));
  const says = effects.filter((effect) => effect.type === 'say');
  const ids = idsOf(says, texts);
  const o = says.map((say, at) => textOut(say, ids[at]));
  const s = items.flatMap((item) => (item.kind === 'advocate-text' ? [said(item)] : []));
  const happened = items.flatMap(nameOf);
  const alerts = effects.flatMap((effect) => (effect.type === 'alert' ? [effect.reason] : []));
  // What the desk did may itself be what it is alerted of: it is told once.
  const e = [...happened, ...alerts.filter((reason) => !happened.some((name) => name.split(/[: ]/).includes(reason)))];
  const parts = Object.entries({ i, o, s, e }).filter(([, part]) => part.length > 0);
  const spoken = language !== undefined && o.length > 0 ? { l: language } : {};
  return parts.length > 0 ? { a: now, ...Object.fromEntries(parts), ...spoken } : undefined;
}

function textIn(item: Extract<TurnItem, { kind: 'text' }>, now: number): NonNullable<TranscriptEntry['i']>[number] {
  const ago = now - item.receivedAt;
  if (item.media.length === 0) return [item.text, ago];
  const media = item.media.map((type, at): [string, string?] => {
    const url = item.links?.[at];
    return url === undefined ? [type] : [type, url];
  });
  return [item.text, ago, media];
}

function said(item: Extract<TurnItem, { kind: 'advocate-text' }>): NonNullable<TranscriptEntry['s']>[number] {
  const { text, advocate, id, original } = item;
  const sent = withoutCode(text);
  return original ? [sent, advocate, id, [withoutCode(original.text), original.language]] : [sent, advocate, id];
}

/** A receipt code was for the texter alone: whoever reads the transcript sees that there was one. */
function textOut({ key, values }: Say, id: string | undefined): NonNullable<TranscriptEntry['o']>[number] {
  if (!values && id === undefined) return [key];
  const shown = values && 'code' in values ? { ...values, code: CODE_MASK } : (values ?? {});
  return id === undefined ? [key, shown] : [key, shown, id];
}

/** The text that each saying left in: several may share one, which bears the key of its first. */
function idsOf(says: readonly Say[], texts: readonly { id: string; key: string }[]): (string | undefined)[] {
  let at = -1;
  return says.map(({ key }) => {
    if (texts[at + 1]?.key === key) at += 1;
    return texts[at]?.id;
  });
}

/** An advocate passes a code on as the bot does, and it is kept as little. */
function withoutCode(text: string): string {
  const code = receiptCodeIn(text);
  return code === undefined ? text : text.replace(code, CODE_MASK);
}

function nameOf(item: TurnItem): string[] {
  if (item.kind === 'text' || item.kind === 'advocate-text' || item.kind === 'show') return [];
  if (item.kind === 'timer') return [item.name];
  const by = 'advocate' in item && item.advocate !== undefined ? ` ${item.advocate}` : '';
  return [`${codeOf(item)}${by}`];
}

function codeOf(item: Exclude<TurnItem, { kind: 'text' | 'timer' }>): string {
  switch (item.kind) {
    case 'close':
      return item.disposition === undefined ? 'close' : `close:${item.disposition}`;
    case 'release':
      return `release:${item.why ?? item.to}`;
    case 'set-danger':
      return `set-danger:${item.level}`;
    case 'attention':
    case 'mute':
      return `${item.kind}:${item.on ? 'on' : 'off'}`;
    default:
      return item.kind;
  }
}
