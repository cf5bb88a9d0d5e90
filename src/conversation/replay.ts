import { cardOf } from './card.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { PublishedSet } from './published-set.ts';
import { type Rehearsal, type Rehearsed, rehearse } from './rehearsal.ts';
import type { Transcript, TranscriptTurn } from './transcript.ts';

/** Where a transcript and the set part ways. `turn` counts from 1. */
export interface Difference {
  turn: number;
  what: string;
  expected: string;
  got: string;
}

/** When every replay begins: any fixed time will do. */
const START = Date.UTC(2026, 0, 1);
const RECEIPT_CODE = 'TEST-CODE';
const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Plays a transcript against a set and tells every difference; none means that the set does as the transcript says. */
export function replay(
  transcript: Transcript,
  set: PublishedSet,
  conversation: Conversation = createConversation(set),
): Difference[] {
  const rehearsal = rehearse(conversation, START, RECEIPT_CODE);
  let owner = '';
  return transcript.turns.flatMap((turn, at) => {
    if ('claim' in turn) owner = turn.claim;
    const done = play(rehearsal, turn, owner);
    return differences(turn.expect ?? {}, done).map((difference) => ({ turn: at + 1, ...difference }));
  });
}

/** @throws TypeError for texts by language: `spokenIn` settles on one first. */
function textsOf(text: string | string[] | Record<string, unknown>): string[] {
  if (typeof text === 'string') return [text];
  if (Array.isArray(text)) return text;
  throw new TypeError('a transcript is played in one language at a time');
}

function play(rehearsal: Rehearsal, turn: TranscriptTurn, advocate: string): Rehearsed {
  if ('text' in turn) return rehearsal.text(textsOf(turn.text), turn.receipt);
  if ('wait' in turn) return rehearsal.wait(Number.parseInt(turn.wait, 10) * (UNITS[turn.wait.at(-1) ?? ''] ?? 0));
  if ('file' in turn) {
    return rehearsal.run([{ kind: 'text', text: '', receivedAt: rehearsal.now(), media: [turn.file], late: false }]);
  }
  if ('claim' in turn) return rehearsal.run([{ kind: 'claim', advocate }]);
  if ('say' in turn) return rehearsal.run([{ kind: 'advocate-text', advocate, text: turn.say, id: 'say' }]);
  if ('close' in turn) return rehearsal.run([{ kind: 'close', advocate }]);
  if ('release' in turn) return rehearsal.run([{ kind: 'release', to: turn.release }]);
  return rehearsal.run([{ kind: 'delivery', key: turn.lost, outcome: 'undelivered', safety: true }]);
}

function differences(
  expect: NonNullable<TranscriptTurn['expect']>,
  { effects, state }: Rehearsed,
): Omit<Difference, 'turn'>[] {
  const card = state && cardOf(state);
  const shown = [...(card?.reasons ?? []), ...(card?.alerts ?? [])];
  const records = effects.flatMap((effect) => (effect.type === 'record' ? [effect] : []));
  const got: Record<keyof typeof expect, unknown> = {
    out: effects.flatMap((effect) =>
      effect.type === 'say' ? [effect.key] : effect.type === 'say-text' ? ['advocate'] : [],
    ),
    state: state?.value ?? 'quiet',
    danger: state?.context.danger ?? 'none',
    language: state?.context.language,
    queue: card?.priority ?? 'none',
    card: expect.card?.filter((code) => shown.includes(code)),
    effects: effects.flatMap(({ type }) => (type === 'say' || type === 'say-text' ? [] : [type])),
    records: records.map((record, at) => ({
      kind: record.kind,
      ...(expect.records?.[at]?.consent !== undefined && { consent: record.consent }),
      ...(expect.records?.[at]?.answers !== undefined && { answers: record.answers }),
    })),
  };
  return (Object.keys(expect) as (keyof typeof expect)[]).flatMap((what) => {
    const wanted = told(expect[what]);
    return expect[what] === undefined || wanted === told(got[what])
      ? []
      : [{ what, expected: wanted, got: told(got[what]) }];
  });
}

/** A value as one line of text, its keys in one order, so that equal values are told alike. */
function told(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
