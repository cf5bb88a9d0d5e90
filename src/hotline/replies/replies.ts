import { LINK } from '../../flow/checks/links.ts';
import { MAX_TEXT } from '../desk/desk.ts';
import { freshBytes } from '../fresh-bytes.ts';
import type { Clock, DeskEvents, KeptItems } from '../ports.ts';
import { LONGEST_ANSWER } from '../records/record-desk.ts';
import { type CannedReply, fillBlanks, type ReplyResult } from './canned-reply.ts';

/** A reply as somebody wants it kept: a new one without `id`, else in the place of `version`. */
export interface WantedReply extends Pick<CannedReply, 'use' | 'title' | 'texts'> {
  id?: string | undefined;
  version?: number | undefined;
}

/** Canned replies: everybody at the desk uses them, whoever answers for the line's words edits them. */
export interface Replies {
  /** By title. */
  list(): Promise<CannedReply[]>;
  save(account: string, wanted: WantedReply): Promise<ReplyResult>;
  remove(id: string, version: number): Promise<{ outcome: 'done' | 'stale' }>;
  /** A follow-up's words with its blanks filled, and who answers for them; undefined where it may not be left so. */
  followUp(
    id: string,
    language: string,
    blanks: Readonly<Record<string, string>>,
  ): Promise<{ text: string; approvedBy: string } | undefined>;
}

export function createReplies(deps: {
  clock: Clock;
  items: KeptItems<CannedReply>;
  events: Pick<DeskEvents, 'append'>;
  languages: readonly string[];
}): Replies {
  const { clock, items, events, languages } = deps;

  function fault({ use, title, texts }: WantedReply, others: readonly CannedReply[]): ReplyResult | undefined {
    const all = Object.entries(texts);
    if (all.length === 0 || title === '') return { outcome: 'no-text' };
    if (all.some(([language]) => !languages.includes(language))) return { outcome: 'unknown-language' };
    if (all.some(([, text]) => text.trim() === '')) return { outcome: 'no-text' };
    const longest = use === 'follow-up' ? LONGEST_ANSWER : MAX_TEXT;
    if (all.some(([, text]) => text.length > longest)) return { outcome: 'too-long' };
    if (all.some(([, text]) => LINK.test(text))) return { outcome: 'link' };
    return others.some((other) => other.title === title) ? { outcome: 'twice' } : undefined;
  }

  return {
    async list() {
      return (await items.list()).sort((a, b) => a.title.localeCompare(b.title));
    },

    async save(account, wanted) {
      const { use, title, texts, version = 0 } = wanted;
      const id = wanted.id ?? freshBytes(9).toString('base64url');
      const others = (await items.list()).filter((other) => other.id !== id);
      const refused = fault(wanted, others);
      if (refused) return refused;
      const kept = { id, version: version + 1, use, title, texts, changedBy: account, changedAt: clock.now() };
      if (!(await items.put(kept))) return { outcome: 'stale' };
      await events.append({ type: 'replies' });
      return { outcome: 'done', id };
    },

    async remove(id, version) {
      if (!(await items.remove(id, version))) return { outcome: 'stale' };
      await events.append({ type: 'replies' });
      return { outcome: 'done' };
    },

    async followUp(id, language, blanks) {
      const reply = (await items.list()).find((one) => one.id === id);
      const words = reply?.use === 'follow-up' ? reply.texts[language] : undefined;
      const text = words === undefined ? undefined : fillBlanks(words, blanks);
      return reply && text !== undefined ? { text, approvedBy: reply.changedBy } : undefined;
    },
  };
}
