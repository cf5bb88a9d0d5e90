import { answerEvent } from './answer-event.ts';
import { type Burst, beforeAsked, mayInterrupt, readHere, sceneOf } from './burst.ts';
import { interpret } from './interpret.ts';
import { wantedBeside } from './topic-event.ts';
import type { TextItem } from './turn.ts';
import { wantedFirst } from './wanted-first.ts';

/** What of a burst was no event of its own: it is read as one text, and then as the answer to the last question sent. */
export function hearRest(burst: Burst, rest: TextItem[], held: 'hold' | 'who' | undefined): void {
  const { talk, set, now, asked } = burst;
  if (rest.length > 1) {
    const joined = join(rest);
    const early = held !== undefined || rest.some((text) => beforeAsked(burst, text));
    const event = interpret({ text: joined, reading: readHere(burst, joined), media: false, early }, sceneOf(burst));
    if (event && (!held || mayInterrupt(event)) && !wantedFirst(burst, event)) {
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
  const after = rest.filter((text) => !beforeAsked(burst, text));
  if (after.length === 0) return;
  const event = answerEvent(join(after), sceneOf(burst));
  // One answer to two questions that ask the same: neither stands any longer.
  if (aside !== undefined && event.type === 'ANSWER') talk.dropAside();
  const first = event.type === 'ANSWER' && talk.value() === `bot.${set.profile.start}`;
  const beside = first ? wantedBeside(join(after), sceneOf(burst)) : undefined;
  if (beside) talk.send({ type: 'WANT', at: now, wanted: beside });
  talk.send(event);
}

function join(texts: readonly TextItem[]): string {
  return texts.map(({ text }) => text).join(' ');
}
