import { compileLists, type Lists } from '../understanding/compile-lists.ts';
import { type Card, cardOf } from './card.ts';
import { catchUp, catchUpSetBack } from './catch-up.ts';
import { hearTexts } from './hear-texts.ts';
import { createLineMachine, type LineMachine } from './machine.ts';
import type { DangerLists, PublishedSet } from './published-set.ts';
import { restore } from './restore.ts';
import type { ConversationContext, ConversationState } from './state.ts';
import { openTalk, type Talk } from './talk.ts';
import { type Timers, timersOf } from './timers.ts';
import type { TextItem, TurnInput, TurnItem, TurnResult } from './turn.ts';

export type { TurnInput, TurnItem, TurnResult } from './turn.ts';

/** What a published set does with a conversation: pure, and it never throws for any text. */
export interface Conversation {
  turn(state: ConversationState | undefined, input: TurnInput): TurnResult;
  timers(state: ConversationState): Timers;
  card(state: ConversationState): Card | undefined;
}

/** Twilio: the recipient has opted out at the provider. */
const OPTED_OUT_CODE = 21610;

/**
 * Builds the conversation of a set. Build it once for each set: compiling takes far longer than a turn.
 * @throws Error when the set's flows and profile do not fit together (`readSet` has checked that)
 */
export function createConversation(set: PublishedSet): Conversation {
  const line = createLineMachine(set);
  const listsWith = listsOf(set);
  return {
    turn: (state, input) => turn({ line, set, lists: listsWith(input.danger) }, state, input),
    timers: timersOf,
    card: cardOf,
  };
}

interface Talking {
  line: LineMachine;
  set: PublishedSet;
  lists: Lists;
}

function turn({ line, set, lists }: Talking, state: ConversationState | undefined, input: TurnInput): TurnResult {
  const { now, asked } = input;
  const begun = state
    ? restore(line, set, state)
    : { value: 'quiet', context: { language: set.profile.defaultLanguage } };
  const talk = openTalk(line, begun, input.receiptCode);
  catchUpSetBack(talk, now);
  for (const { key } of input.lost) talk.send({ type: 'DELIVERY', at: now, key, lost: true, safety: true });
  let texts: TextItem[] = [];
  const hear = () => {
    if (texts.length > 0) hearTexts({ talk, set, lists, now, asked, unknown: state === undefined }, texts);
    texts = [];
  };
  for (const item of input.items) {
    if (item.kind === 'text') {
      texts.push(item);
      continue;
    }
    hear();
    tell(talk, item, now);
  }
  hear();
  return {
    state: { set: set.hash, value: talk.value(), context: withoutUnset(talk.context()) },
    effects: talk.effects(),
    fresh: talk.fresh(),
  };
}

function tell(talk: Talk, item: Exclude<TurnItem, TextItem>, now: number): void {
  const at = now;
  if (item.kind !== 'delivery' && item.kind !== 'opted-out-at-provider') catchUp(talk, now);
  switch (item.kind) {
    case 'timer':
      // The silence has happened above, if it was due; a timer that outlived its cause does nothing.
      if (item.name === 'notice') talk.send({ type: 'NOTICE', at });
      return;
    case 'claim':
      talk.send({ type: 'CLAIM', at, advocate: item.advocate });
      return;
    case 'advocate-text': {
      const { advocate, text, id, confirmed = false, holdMs } = item;
      talk.send({ type: 'ADVOCATE_TEXT', at, advocate, text, id, confirmed, holdMs });
      return;
    }
    case 'close':
      // Whoever has texted START meanwhile is there again, and may be in danger.
      if (item.optedOut && talk.root() !== 'stopped') talk.send({ type: 'UNHEARD', at });
      else talk.send({ type: 'CLOSE', at, advocate: item.advocate, seen: item.seen });
      return;
    case 'release': {
      const { kind: _, advocate: __, ...release } = item;
      talk.send({ type: 'RELEASE', at, ...release });
      return;
    }
    case 'set-danger':
      talk.send({ type: 'SET_DANGER', at, level: item.level });
      return;
    case 'attention':
      talk.send({ type: 'ATTENTION', at, on: item.on });
      return;
    case 'mute':
      talk.send({ type: 'MUTE', at, on: item.on });
      return;
    case 'nobody-on':
      talk.send({ type: 'NOBODY_ON', at });
      return;
    case 'show':
      return;
    case 'delivery': {
      if (item.code === OPTED_OUT_CODE) talk.send({ type: 'PROVIDER_OPT_OUT', at });
      else talk.send({ type: 'DELIVERY', at, key: item.key, lost: item.outcome !== 'unknown', safety: item.safety });
      return;
    }
    case 'opted-out-at-provider':
      talk.send({ type: 'PROVIDER_OPT_OUT', at });
      return;
  }
}

/** Compiles today's danger lists with the set's own words, once for each list it is handed. */
function listsOf(set: PublishedSet): (danger: DangerLists | undefined) => Lists {
  const compiled = new WeakMap<DangerLists, Lists>([[set.danger, set.lists]]);
  return (danger = set.danger) => {
    const ready = compiled.get(danger);
    if (ready) return ready;
    const lists = compileLists({ words: set.words, danger: withWords(danger, set) });
    compiled.set(danger, lists);
    return lists;
  };
}

/** Today's list of a language that the older set has no words for cannot be matched in it. */
function withWords(danger: DangerLists, { words }: PublishedSet): DangerLists {
  return danger.filter(({ language }) => words.some((list) => list.language === language));
}

function withoutUnset(context: ConversationContext): ConversationContext {
  const set = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, set(inner)]])),
        )
      : value;
  return set(context) as ConversationContext;
}
