import type { OldAudit } from '../audit/forget-audit.ts';
import type {
  Clock,
  DeskIndex,
  KeptItems,
  KeyStore,
  Lanes,
  Log,
  Records,
  Reviews,
  StoredHold,
  TalkPapers,
} from '../ports.ts';
import type { Vault } from '../vault.ts';
import { createHolds, type Holds } from './holds.ts';
import { type HeldKind, KEPT_KINDS, type KeptKind, type RetentionView } from './retention-view.ts';

/** What is kept for how long, and the end of that. */
export interface Retention extends Pick<Holds, 'hold' | 'lift'> {
  view(): Promise<RetentionView>;
  /** Forgets what its time is up for, by destroying its keys; again at any time comes to the same. Returns how many went. */
  expire(): Promise<Record<KeptKind, number>>;
  /** Whether a conversation is under a legal hold. */
  isHeld(talk: string): Promise<boolean>;
}

const DAY = 86_400_000;
const AT_ONCE = 500;
/** As far ahead as anybody plans. */
const SHOWN_DAYS = 60;

export function createRetention(deps: {
  clock: Clock;
  /** How long each is kept. */
  days: () => Record<KeptKind, number>;
  vault: Vault;
  keyStore: KeyStore;
  lanes: Pick<Lanes, 'eraseTranscripts' | 'onDesk'>;
  index: Pick<DeskIndex, 'list' | 'isWhole' | 'forget'>;
  papers: Pick<TalkPapers, 'erase'>;
  reviews: Pick<Reviews, 'erase'>;
  records: Pick<Records, 'get' | 'story' | 'erase'>;
  holds: KeptItems<StoredHold>;
  audit: OldAudit;
  log: Log;
}): Retention {
  const { clock, days, vault, keyStore, lanes, index, papers, reviews, records, audit, log } = deps;
  const holds = createHolds({ clock, vault, keyStore, records, items: deps.holds, erase });

  /**
   * What is gone goes with all that stands beside it: nobody may find a record that cannot be read, nor add to one by its
   * receipt code what nobody would ever read.
   */
  async function erase(kind: HeldKind, keyIds: string[]): Promise<void> {
    if (kind === 'record') return records.erase(keyIds);
    await lanes.eraseTranscripts(keyIds);
    await index.forget(keyIds);
    await papers.erase(keyIds);
    await reviews.erase(keyIds);
  }

  /** Somebody may wait, or be talked with, for as long as it takes. Where the desk's index was lost, the lanes know of whom. */
  async function onDesk(): Promise<ReadonlySet<string>> {
    const talks = new Set((await index.list()).map(({ talk }) => talk));
    if (await index.isWhole()) return talks;
    for await (const { conversation } of lanes.onDesk(['waiting', 'live', 'stopped'])) talks.add(conversation);
    return talks;
  }

  async function expireKind(kind: KeptKind, inUse: ReadonlySet<string>): Promise<number> {
    const until = clock.now() - days()[kind] * DAY;
    let count = 0;
    for (let stay = 0; ; ) {
      const due = await keyStore.usedBefore(kind, until, stay, AT_ONCE);
      if (due.length === 0) return count;
      const held = await vault.destroy(due.filter((id) => !inUse.has(id)));
      const gone = due.filter((id) => !inUse.has(id) && !held.includes(id));
      if (kind !== 'audit') await erase(kind, gone);
      stay += due.length - gone.length;
      count += gone.length;
    }
  }

  /** What goes in each 24-hour span from now on. */
  async function spans(now: number): Promise<RetentionView['due']> {
    const ends = Array.from({ length: SHOWN_DAYS + 1 }, (_, day) => now + day * DAY);
    const asOf = (kind: KeptKind, end: number) => end - days()[kind] * DAY;
    const used = (kind: 'transcript' | 'record') =>
      Promise.all(ends.slice(1).map((end) => keyStore.countUsed(kind, asOf(kind, end - DAY), asOf(kind, end))));
    const [transcript, record] = await Promise.all([used('transcript'), used('record')]);
    const any = (await audit.count(asOf('audit', now + SHOWN_DAYS * DAY))) > 0;
    const written = any ? await Promise.all(ends.map((end) => audit.count(asOf('audit', end)))) : [];
    return ends.slice(1).map((end, day) => ({
      from: end - DAY,
      counts: {
        transcript: transcript[day] ?? 0,
        record: record[day] ?? 0,
        audit: (written[day + 1] ?? 0) - (written[day] ?? 0),
      },
    }));
  }

  return {
    hold: holds.hold,
    lift: holds.lift,
    isHeld: holds.isHeld,

    async view() {
      const now = clock.now();
      const all = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
      return {
        now,
        days: days(),
        kept: {
          transcript: await keyStore.countUsed('transcript', ...all),
          record: await keyStore.countUsed('record', ...all),
          audit: await audit.count(Number.POSITIVE_INFINITY),
        },
        due: (await spans(now)).filter(({ counts }) => KEPT_KINDS.some((kind) => counts[kind] > 0)),
        holds: await holds.list(),
      };
    },

    async expire() {
      const inUse = await onDesk();
      await holds.settle();
      const gone = {
        transcript: await expireKind('transcript', inUse),
        record: await expireKind('record', inUse),
        audit: await audit.forget(clock.now() - days().audit * DAY),
      };
      await expireKind('audit', inUse);
      await holds.forgetOld();
      if (gone.transcript + gone.record > 0) log.event('keys-destroyed', { count: gone.transcript + gone.record });
      return gone;
    },
  };
}
