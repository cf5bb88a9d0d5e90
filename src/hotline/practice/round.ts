import { debriefOf, type Played } from './debrief.ts';
import type { Debrief } from './practice-view.ts';
import type { Answer, PracticeAct, Script, Signs } from './script.ts';
import { createTexter } from './texter.ts';

export type Schedule = (run: () => void, ms: number) => { cancel(): void };

/** One talk with one scripted texter. */
export interface Round {
  script: Script;
  beganAt: number;
  /** The advocate's text has left. */
  hear(text: string): void;
  did(act: PracticeAct, as?: string): void;
  /** Nothing more comes from the texter. */
  end(): void;
  debrief(language: 'en' | 'es'): Debrief | undefined;
}

/** People write again after a moment, not in the same breath. */
const BETWEEN_TEXTS_MS = 3_000;

/** Plays one texter against what the advocate says and does. `write`: a text of theirs reaches the line. */
export function createRound(deps: {
  script: Script;
  signs: Signs;
  now: () => number;
  schedule: Schedule;
  write: (text: string) => void;
}): Round {
  const { script, now, schedule, write } = deps;
  const texter = createTexter(script, deps.signs);
  const beganAt = now() - script.minutesAgo * 60_000;
  const said: Played['said'] = [];
  const acts: Played['acts'] = [];
  const timers = new Set<{ cancel(): void }>();
  let over = false;

  function later(seconds: number, run: () => void): void {
    const timer = schedule(() => {
      timers.delete(timer);
      run();
    }, seconds * 1000);
    timers.add(timer);
  }

  function forget(): void {
    for (const timer of timers) timer.cancel();
    timers.clear();
  }

  function play(answer: Answer | undefined): void {
    if (answer === undefined) return;
    texter.go(answer);
    answer.says.forEach((text, place) => {
      later(answer.seconds + (place * BETWEEN_TEXTS_MS) / 1000, () => write(text));
    });
  }

  /** From now on they wait for the advocate, and may lose patience. */
  function wait(after = 0): void {
    const idle = texter.idle();
    if (idle === undefined) return;
    later(after + idle.seconds, () => {
      play({ ...idle, seconds: 0 });
      wait();
    });
  }

  return {
    script,
    beganAt,

    hear(text) {
      if (over) return;
      const { signs, answer } = texter.hear(text);
      said.push({ at: now(), signs });
      // What they were about to write is no answer to this any more.
      forget();
      play(answer);
      wait(answer?.seconds);
    },

    did(act, as) {
      if (over) return;
      acts.push({ act, at: now(), ...(as !== undefined && { as }) });
      if (act === 'claim') wait();
    },

    end() {
      over = true;
      forget();
    },

    debrief: (language) => (over ? debriefOf(script, { beganAt, said, acts }, language) : undefined),
  };
}
