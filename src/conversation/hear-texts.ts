import type { Reading } from '../understanding/read-text.ts';
import { SILENCE_MS } from './act-silence.ts';
import { type Burst, beforeAsked, mayInterrupt, readHere, sceneOf } from './burst.ts';
import { catchUp } from './catch-up.ts';
import { hearLate } from './hear-late.ts';
import { hearRest } from './hear-rest.ts';
import { interpret } from './interpret.ts';
import { optionSaid } from './read-answer.ts';
import { sayLostFirst } from './say-lost-first.ts';
import { switchLanguage } from './switch-language.ts';
import type { Talk } from './talk.ts';
import type { TextItem } from './turn.ts';
import { wantedFirst } from './wanted-first.ts';
import { witnessed } from './witnessed.ts';

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
    if (optionSaid(item.text, sceneOf(burst)) === undefined) switchLanguage(burst, item, reading);
    if (item.media.length > 0 && !reading.empty) talk.send({ type: 'FILE', at: now });
    const scene = sceneOf(burst);
    const early = held !== undefined || beforeAsked(burst, item);
    const meant = interpret({ ...item, media: item.media.length > 0, early, reading }, scene);
    const event = meant?.type === 'DANGER' ? witnessed(meant, item.text, reading, scene) : meant;
    // A first text that says "cant talk" interrupts nothing: it is why they text and do not call.
    const opensWithHold = event?.type === 'HOLD' && unknown && talk.fresh();
    if (!event || opensWithHold || (held && !mayInterrupt(event)) || wantedFirst(burst, event)) {
      rest.push(item);
      continue;
    }
    // Within one burst only what cannot wait speaks after "he is back".
    if (talk.context().held) heard(burst, [item]);
    talk.send(event);
    if (event.type === 'DANGER' && event.witness) rest.push(item);
    else acted = true;
  }
  if (!acted && rest.length > 0) hearRest(burst, rest, held);
  sayLostFirst(talk);
}

function endedLately(talk: Talk, [first]: readonly TextItem[]): boolean {
  const { last } = talk.context();
  return talk.root() === 'quiet' && first !== undefined && last !== undefined && first.receivedAt < last + SILENCE_MS;
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

function heard({ talk }: Burst, texts: readonly TextItem[]): void {
  talk.send({ type: 'HEARD', at: Math.max(...texts.map(({ receivedAt }) => receivedAt)) });
}
