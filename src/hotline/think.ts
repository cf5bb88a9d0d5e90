import { TEXT_WHILE_LEAVING } from '../conversation/act-desk.ts';
import type { Conversation, TurnItem } from '../conversation/conversation.ts';
import type { Effect } from '../conversation/effect.ts';
import type { ConversationState } from '../conversation/state.ts';
import { FARTHEST_TIMER_MS, type Timers } from '../conversation/timers.ts';
import { dropLate, type Telling, tellings } from './deliver-plan.ts';
import { emptyTurn, leftBehind, TURN_SEQ } from './empty-turn.ts';
import { freshBytes } from './fresh-bytes.ts';
import { laneAfter } from './lane-after.ts';
import { laneEffects } from './lane-effects.ts';
import type { LookUpReceipts } from './look-up-receipts.ts';
import { openLane, openRoute } from './open-lane.ts';
import { outgoingTexts } from './outgoing-texts.ts';
import {
  type Asked,
  type Clock,
  isLost,
  type Lane,
  type LaneMode,
  type Log,
  type OutgoingText,
  type Turn,
} from './ports.ts';
import { turnReview } from './reviews/turn-review.ts';
import type { SetLibrary } from './set-library.ts';
import { turnTally } from './statistics/turn-tally.ts';
import { transcriptEntry } from './transcript.ts';
import type { Vault } from './vault.ts';
import { place } from './waiting.ts';

/** A turn to commit, and the lane as it stands once that is done. */
export interface Thought {
  turn: Turn;
  lane: Lane;
}

export interface ThinkDeps {
  clock: Clock;
  vault: Vault;
  library: SetLibrary;
  log: Log;
  newReceiptCode(): string;
  receiptId(code: string): string;
  lookUpReceipts: LookUpReceipts;
}

const EFFECT_SEQ = 900;

/**
 * Thinks about everything that waits in a leased lane: opens it, runs the pure step, seals what comes of it.
 * Nothing is written here; the caller commits the turn under the lease's fence.
 */
export function createThink(deps: ThinkDeps): (lane: Lane, leaseMs: number) => Promise<Thought> {
  const { clock, vault, log } = deps;

  return async function think(lane, leaseMs) {
    const now = clock.now();
    const opened = await openLane(lane, { vault, log, now });
    opened.items = await deps.lookUpReceipts(lane.ref, opened.items);
    const told = tellings(lane.outbox, now);
    const gone = told.map(({ text }) => text.id);
    const said = await converse(deps.library, { lane, opened, told, now, receiptCode: deps.newReceiptCode() });
    if (said === undefined) {
      const turn = emptyTurn(lane, gone, leaseMs, now);
      return { turn, lane: laneAfter(lane, turn) };
    }

    const { state, effects, conversation: talk } = said;
    const fresh = said.fresh || lane.conversation === undefined;
    const conversation = fresh ? await vault.newKey({ kind: 'transcript', at: now }) : (lane.conversation as string);
    if (!fresh) await vault.keep('transcript', [conversation], now);
    const previous = fresh ? lane.conversation : undefined;
    const seal = (plain: string, what: 'state' | 'number' | 'turn' | 'text') =>
      vault.seal(conversation, plain, place(lane.ref, what));

    const timers = talk.timers(state);
    const seq = (lane.turn + 1) * TURN_SEQ;
    const texts = await outgoingTexts(effects, {
      words: said.words,
      language: state.context.language ?? said.defaultLanguage,
      now,
      silenceAt: timers.silence,
      seq,
      newId: () => freshBytes(12).toString('base64url'),
      keyId: conversation,
      seal: (body) => seal(body, 'text'),
    });
    const card = { before: opened.state && talk.card(opened.state), after: talk.card(state) };
    const outside = await laneEffects(effects, {
      ref: lane.ref,
      turn: lane.turn + 1,
      seq: seq + EFFECT_SEQ,
      now,
      card,
      shows:
        said.items.some(({ kind }) => kind === 'show') ||
        (opened.state === undefined && leftBehind(lane) !== undefined),
      talk: conversation,
      previous,
      outbox: lane.outbox,
      conversations: [conversation, ...(previous ? [previous] : []), ...lane.past],
      vault,
      receiptId: deps.receiptId,
      review: turnReview(
        { now, talk: conversation, items: said.items, card: card.before },
        { percent: said.set.profile.desk?.reviewPercent, drawn: (freshBytes(1)[0] ?? 0) / 2.56 },
      ),
      tally: turnTally(
        { ...said, now, fresh, before: opened.state, after: state, card, places: said.set.places },
        said.set.profile.timeZone,
      ),
    });
    const { language } = state.context;
    const watched = card.before !== undefined || card.after !== undefined;
    const entry = transcriptEntry(now, said.items, effects, {
      ...(language !== said.defaultLanguage && { language }),
      ...(watched && { texts: texts.filter(({ weight }) => weight !== 'advocate') }),
    });
    const late = dropLate(lane.outbox, effects, texts);
    const keepsNumber = !fresh && opened.route === undefined && lane.number !== undefined;
    const turn: Turn = {
      after: lane.turn,
      taken: lane.inbox.length,
      mode: modeOf(talk, state),
      conversation,
      previous,
      state: await seal(JSON.stringify(state), 'state'),
      number: keepsNumber
        ? (lane.number as Buffer)
        : await seal(JSON.stringify(opened.route ?? (await openRoute(lane, vault))), 'number'),
      transcript: entry && (await seal(JSON.stringify(entry), 'turn')),
      optedOut: optedOutAfter(lane, effects),
      asked: texts.some((text) => text.question) ? undefined : askedAfter(lane, gone),
      timer: earliest(timers),
      put: [...texts, ...outside],
      drop: [...gone, ...late],
      fates: watched ? fatesOf({ told, texts, late, items: said.items }) : {},
      leaseMs,
    };
    return { turn, lane: laneAfter(lane, turn) };
  };
}

/**
 * Runs timers and delivery news on the set that the conversation is pinned to, then what came in. Undefined when nothing is
 * known of a texter who has not written: only a text begins a conversation.
 */
async function converse(
  library: SetLibrary,
  given: {
    lane: Lane;
    opened: Awaited<ReturnType<typeof openLane>>;
    told: Telling[];
    now: number;
    receiptCode: string;
  },
) {
  const { lane, opened, now } = given;
  if (opened.state === undefined && opened.route === undefined) return undefined;
  let state = opened.state;
  let talker = (state && (await library.of(state.set))) ?? library.current();
  let fresh = false;
  let effects: Effect[] = [];
  const asked = askedOf(lane);
  const run = (items: TurnItem[]) => {
    if (state === undefined || state.value === 'quiet' || state.value === 'stopped') talker = library.current();
    const result = talker.conversation.turn(state, {
      now,
      items,
      asked,
      receiptCode: given.receiptCode,
      lost: [],
      danger: library.current().set.danger,
    });
    state = result.state;
    fresh ||= result.fresh;
    const cancels = result.effects.some(({ type }) => type === 'cancel-unsent');
    effects = [...effects.filter(({ type }) => !cancels || type !== 'say'), ...result.effects];
  };

  const news = state
    ? [
        ...given.told.map((telling) => deliveryItem(telling, lane)),
        ...dueTimers(talker.conversation, state, opened.items, now),
      ]
    : [];
  if (news.length > 0) run(news);
  if (opened.items.length > 0) run(opened.items);
  if (state === undefined) return undefined;
  const { conversation, words, set } = talker;
  const defaultLanguage = set.profile.defaultLanguage;
  const items = carriedOut([...news, ...opened.items], effects);
  return { state, effects, fresh, conversation, words, set, defaultLanguage, items };
}

/** What happened in a turn, without the orders to let somebody go that a text of theirs came before. */
function carriedOut(items: readonly TurnItem[], effects: readonly Effect[]): TurnItem[] {
  const stayed = effects.some((effect) => effect.type === 'alert' && effect.reason === TEXT_WHILE_LEAVING);
  return items.filter((item) => !stayed || !(item.kind === 'close' || (item.kind === 'release' && item.to === 'bot')));
}

/**
 * A timer counts only if no text had come before it was due: after downtime, old silence must not end a live talk.
 * One that is impossibly far ahead counts as due, for the clock has been set back since.
 */
function dueTimers(
  conversation: Conversation,
  state: ConversationState,
  items: readonly TurnItem[],
  now: number,
): TurnItem[] {
  return Object.entries(conversation.timers(state))
    .filter(([, at]) => at !== undefined && (at <= now || at > now + FARTHEST_TIMER_MS))
    .filter(([, at]) => !items.some((item) => item.kind === 'text' && item.receivedAt < (at as number)))
    .sort(([, a], [, b]) => (a as number) - (b as number))
    .map(([name]): TurnItem => ({ kind: 'timer', name: name as 'silence' | 'notice' | 'scope' }));
}

/** Who waits may be claimed, also while the bot still asks what it can. */
function modeOf(conversation: Conversation, state: ConversationState): LaneMode {
  if (conversation.card(state)?.status === 'waiting') return 'waiting';
  return state.value.split('.', 1)[0] as LaneMode;
}

/** What is being sent once more is not lost yet: the desk hears of it, and nothing more. */
function deliveryItem({ text, outcome, code }: Telling, { outbox }: Lane): TurnItem {
  if (code === 21610) return { kind: 'opted-out-at-provider' };
  const again = outbox.some((item) => item.kind === 'text' && item.resent && item.seq === text.seq && item !== text);
  const safety = text.weight === 'safety';
  return { kind: 'delivery', key: text.key, outcome: again ? 'unknown' : outcome, safety, ...(code && { code }) };
}

/** Whether the last question left, and when. One that failed or vanished counts as undelivered. */
function askedOf({ asked, outbox }: Lane): { at?: number; undelivered: boolean } {
  const questions = outbox.filter((item) => item.kind === 'text').filter(({ question }) => question);
  if (questions.some(({ state }) => state === 'waiting')) return { undelivered: false };
  // Who sent it has gone away in the middle of the POST: it may be on the texter's phone since that began.
  const left = questions.find(({ state }) => state === 'attempted');
  if (left) return { at: left.attemptedAt, undelivered: false };
  if (asked === undefined || asked.lost) return { undelivered: questions.length === 0 };
  const status = questions.find(({ id }) => id === asked.id)?.report?.status;
  return { at: asked.at, undelivered: status !== undefined && isLost(status) };
}

function askedAfter({ asked }: Lane, gone: string[]): Asked | undefined {
  return asked && gone.includes(asked.id) ? { ...asked, lost: true } : asked;
}

function optedOutAfter(lane: Lane, effects: readonly Effect[]): boolean {
  const last = effects.findLast((effect) => effect.type === 'opt-out' || effect.type === 'opt-in');
  return last === undefined ? lane.optedOut : last.type === 'opt-out';
}

/** What this turn knows of the fate of texts, for those who watch the desk. */
function fatesOf(known: {
  told: Telling[];
  texts: readonly OutgoingText[];
  late: readonly string[];
  items: readonly TurnItem[];
}): Record<string, string> {
  const refused = known.items.flatMap((item) => (item.kind === 'advocate-text' ? [[item.id, 'dropped']] : []));
  return Object.fromEntries([
    ...refused,
    ...known.texts.map(({ id }) => [id, 'waiting']),
    ...known.late.map((id) => [id, 'dropped']),
    ...known.told.map(({ text, outcome, code }) => [text.id, code === undefined ? outcome : `${outcome} ${code}`]),
  ]);
}

function earliest(timers: Timers): number | undefined {
  const times = Object.values(timers).filter((at) => at !== undefined);
  return times.length > 0 ? Math.min(...times) : undefined;
}
