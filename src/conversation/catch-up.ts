import { SET_BACK_MS, SILENCE_MS } from './act-silence.ts';
import type { Talk } from './talk.ts';

/**
 * Lets a silence happen that was over before `at`, whether or not its timer has run: after downtime or a clock jump the
 * conversation ends up as it would have.
 */
export function catchUp(talk: Talk, at: number): void {
  const { last } = talk.context();
  if (last !== undefined && at >= last + SILENCE_MS) fallSilent(talk, last + SILENCE_MS);
}

/** A clock that was set back cannot tell how long they have been quiet: too long, then. */
export function catchUpSetBack(talk: Talk, now: number): void {
  const { last } = talk.context();
  if (last !== undefined && last > now + SET_BACK_MS) fallSilent(talk, now);
}

function fallSilent(talk: Talk, due: number): void {
  const { aside, card } = talk.context();
  const root = talk.root();
  if (root === 'quiet' || root === 'stopped') return;
  if (aside === 'scope') talk.send({ type: 'SCOPE_SILENCE', at: due });
  else if (root === 'bot' || card?.silentSince === undefined) talk.send({ type: 'SILENCE', at: due });
}
