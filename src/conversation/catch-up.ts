import { SILENCE_MS } from './act-silence.ts';
import type { Talk } from './talk.ts';

/**
 * Lets a silence happen that was over before `at`, whether or not its timer has run: after downtime or a clock jump the
 * conversation ends up as it would have.
 */
export function catchUp(talk: Talk, at: number): void {
  const { last, aside, card } = talk.context();
  const root = talk.root();
  if (last === undefined || root === 'quiet' || root === 'stopped' || at < last + SILENCE_MS) return;
  const due = last + SILENCE_MS;
  if (aside === 'scope') talk.send({ type: 'SCOPE_SILENCE', at: due });
  else if (root === 'bot' || card?.silentSince === undefined) talk.send({ type: 'SILENCE', at: due });
}
