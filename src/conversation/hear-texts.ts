import type { Lists } from '../understanding/compile-lists.ts';
import { type Reading, readText } from '../understanding/read-text.ts';
import { SILENCE_MS } from './act-silence.ts';
import { answerEvent } from './answer-event.ts';
import { catchUp } from './catch-up.ts';
import type { TextEvent } from './event.ts';
import { firstLanguage } from './first-language.ts';
import { dangerOf, type HeardText, interpret } from './interpret.ts';
import type { PublishedSet } from './published-set.ts';
import { sayLine } from './say.ts';
import type { Scene } from './scene.ts';
import type { Talk } from './talk.ts';
import { wantedBeside } from './topic-event.ts';
import type { Asked, TextItem } from './turn.ts';

/** Below this many words how someone writes does not change the language of a talk. */
const ENOUGH_WORDS = 4;
/** What is heard at once even by someone who may not be alone; anything else is asked about first. */
const URGENT = new Set<TextEvent['type']>([
  'STOP',
  'START',
  'HELP',
  'DANGER',
  'PERSON',
  'EMERGENCY_NUMBER',
  'DELETE',
  'END_REQUEST',
  'HOLD',
  'WHO_IS_THIS',
]);

interface Burst {
  talk: Talk;
  set: PublishedSet;
  lists: Lists;
  now: number;
  asked: Asked;
  /** No conversation was known before this turn. */
  unknown: boolean;
  /** The last talk ended so shortly before that it is as good as the same. */
  justEnded: boolean;
}

/**
 * Several texts at once: each is scanned in order for what the root deals with; the rest is joined as the answer to the last
 * question that was sent. A text received before that question was sent never answers it.
 */
export function hearTexts(given: Omit<Burst, 'justEnded'>, texts: readonly TextItem[]): void {
  const burst: Burst = { ...given, justEnded: endedLately(given.talk, texts) };
  const { talk, now, unknown } = burst;
  const newest = texts.findLastIndex(({ late }) => !late);
  const answerable = texts.filter((item, at) => {
    const texted = (talk.context().last ?? -1) >= item.receivedAt && talk.root() !== 'quiet';
    if (!item.late || at < newest || texted) return true;
    hearLate(burst, item);
    return false;
  });
  const [first] = answerable;
  if (!first) return;
  catchUp(talk, first.receivedAt);

  const held = talk.context().held;
  if (talk.root() !== 'quiet') heard(burst, answerable);
  const rest: TextItem[] = [];
  let acted = false;
  for (const item of answerable) {
    const reading = readHere(burst, item.text);
    if (talk.root() === 'quiet' && !wake(burst, item, reading)) continue;
    switchLanguage(burst, item, reading);
    if (item.media.length > 0 && !reading.empty) talk.send({ type: 'FILE', at: now });
    const event = interpret(heardText(item, reading), sceneOf(burst));
    // A first text that says "cant talk" interrupts nothing: it is why they text and do not call.
    const opensWithHold = event?.type === 'HOLD' && unknown && talk.fresh();
    if (!event || opensWithHold || (held && !URGENT.has(event.type)) || wanted(burst, event)) {
      rest.push(item);
      continue;
    }
    // Within one burst only what cannot wait speaks after "he is back".
    if (talk.context().held) heard(burst, [item]);
    talk.send(event);
    acted = true;
  }
  if (!acted && rest.length > 0) hearRest(burst, rest, held);
  sayLostFirst(talk);
}

/**
 * Whatever a first text asks for waits until the first question has its answer. Someone who comes back to a talk that has only
 * just ended is not asked anew.
 */
function wanted({ talk, now, justEnded }: Burst, event: TextEvent): boolean {
  if ((event.type !== 'TOPIC' && event.type !== 'QUESTION') || !talk.fresh() || justEnded) return false;
  talk.send({ type: 'WANT', at: now, wanted: event });
  return true;
}

function endedLately(talk: Talk, [first]: readonly TextItem[]): boolean {
  const { last } = talk.context();
  return talk.root() === 'quiet' && first !== undefined && last !== undefined && first.receivedAt < last + SILENCE_MS;
}

/** Found too late to be answered: an opt-out counts, and a person sees the rest. */
function hearLate(burst: Burst, { text }: TextItem): void {
  const { talk, now } = burst;
  const reading = readHere(burst, text);
  if (reading.keyword === 'stop') talk.send({ type: 'STOP', at: now, silently: true });
  else talk.send({ type: 'LATE_TEXT', at: now, danger: dangerOf(reading, sceneOf(burst)) });
}

/** A new conversation begins, unless the text is no more than a word after the last one's end. */
function wake(burst: Burst, { receivedAt }: TextItem, reading: Reading): boolean {
  const { talk, unknown } = burst;
  if (reading.keyword === 'stop') return true;
  const { last } = talk.context();
  const justEnded = last !== undefined && receivedAt < last + SILENCE_MS;
  if (!unknown && reading.intent === 'closing' && reading.danger.level === 'none') return false;
  if (!unknown && reading.intent === 'hold' && justEnded && reading.danger.level === 'none') return false;
  talk.begin(receivedAt);
  return true;
}

/** Follows the language they write in. Few words decide only at the start of a talk; only a request is said back. */
function switchLanguage({ talk, set, lists, now }: Burst, { text }: TextItem, reading: Reading): void {
  const root = talk.root();
  if (root === 'quiet' || root === 'stopped') return;
  const { language, speaks } = talk.context();
  const asked = reading.languageRequest;
  const told = reading.language === 'und' && talk.fresh() ? firstLanguage(text, lists) : reading.language;
  const heard = asked ?? told ?? 'und';
  if (heard === 'und' || heard === language || heard === speaks) return;
  if (asked === undefined && !talk.fresh() && text.trim().split(/\s+/u).length < ENOUGH_WORDS) return;
  const offered = Object.hasOwn(set.profile.languages, heard);
  // A request alone is an event of its own, answered in that language; beside another meaning it only sets the language.
  if (asked !== undefined && reading.intent === undefined && reading.keyword === undefined) return;
  talk.send({ type: 'LANGUAGE', at: now, language: heard, offered, asked: false });
}

function hearRest(burst: Burst, rest: TextItem[], held: 'hold' | 'who' | undefined): void {
  const { talk, set, now, asked } = burst;
  if (rest.length > 1) {
    const joined = join(rest);
    const event = interpret({ text: joined, reading: readHere(burst, joined), media: false }, sceneOf(burst));
    if (event && (!held || URGENT.has(event.type)) && !wanted(burst, event)) {
      talk.send(event);
      return;
    }
  }
  if (held) {
    talk.send({ type: 'RETURN', at: now, from: held });
    return;
  }
  if (talk.fresh()) {
    talk.sayOpening();
    return;
  }
  const { aside, moved } = talk.context();
  if (talk.root() !== 'bot' && aside === undefined) {
    talk.send({ type: 'ANSWER', at: now, value: 'unknown', text: join(rest) });
    return;
  }
  const guarded =
    aside === 'delete' || aside === 'scope' || (aside === undefined && talk.question()?.guarded !== undefined);
  const nothingPending = asked.at === undefined && asked.undelivered;
  if (moved || nothingPending || (guarded && asked.undelivered)) {
    talk.send({ type: 'ASK_AGAIN', at: now });
    return;
  }
  const after = rest.filter(({ receivedAt }) => asked.at !== undefined && receivedAt >= asked.at);
  if (after.length === 0) return;
  const event = answerEvent(join(after), sceneOf(burst));
  const beside =
    event.type === 'ANSWER' && talk.value() === `bot.${set.profile.start}`
      ? wantedBeside(join(after), sceneOf(burst))
      : undefined;
  if (beside) talk.send({ type: 'WANT', at: now, wanted: beside });
  talk.send(event);
}

/** A safety reply that did not arrive is said first, once they write, and never to a phone that may be in other hands. */
function sayLostFirst(talk: Talk): void {
  const { lost, held, aside } = talk.context();
  const root = talk.root();
  if (!lost || held || aside === 'safe' || root === 'quiet' || root === 'stopped') return;
  const saying = new Set(talk.effects().flatMap((effect) => (effect.type === 'say' ? [effect.key] : [])));
  const again = lost.filter((key) => !saying.has(key));
  talk.forgetLost();
  if (again.length === 0) return;
  talk.sayFirst([
    sayLine('lost-reply', 'safety'),
    ...again.map((key) => ({ type: 'say' as const, key, weight: 'safety' as const })),
  ]);
}

function heard({ talk }: Burst, texts: readonly TextItem[]): void {
  talk.send({ type: 'HEARD', at: Math.max(...texts.map(({ receivedAt }) => receivedAt)) });
}

function readHere({ talk, lists }: Burst, text: string): Reading {
  const { language, speaks } = talk.context();
  return readText(text, lists, speaks ?? language);
}

function heardText({ text, media, providerHandled, receipt }: TextItem, reading: Reading): HeardText {
  return { text, reading, media: media.length > 0, providerHandled, receipt };
}

function join(texts: readonly TextItem[]): string {
  return texts.map(({ text }) => text).join(' ');
}

function sceneOf({ talk, set, lists, now }: Burst): Scene {
  return {
    at: now,
    root: talk.root(),
    value: talk.value(),
    context: talk.context(),
    question: talk.question(),
    set,
    lists,
  };
}
