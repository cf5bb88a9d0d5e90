import type { Debrief } from './practice-view.ts';
import type { PracticeAct, Script, Want } from './script.ts';

/** What a trainee did in one talk, oldest first. */
export interface Played {
  /** When the texter's first text came. */
  beganAt: number;
  said: { at: number; signs: ReadonlySet<string> }[];
  acts: { act: PracticeAct; at: number; as?: string | undefined }[];
}

/** Holds what was done against what the script wanted. */
export function debriefOf({ wants, advice }: Script, played: Played, language: 'en' | 'es'): Debrief {
  const claimed = played.acts.find(({ act }) => act === 'claim');
  const replied = played.said[0];
  return {
    checks: wants.map((want) => ({ label: want.label[language], met: isMet(want, played) })),
    ...(claimed && { claimedAfterMs: claimed.at - played.beganAt }),
    ...(claimed && replied && { repliedAfterMs: replied.at - claimed.at }),
    said: played.said.length,
    advice: advice[language],
  };
}

function isMet(want: Want, { beganAt, said, acts }: Played): boolean {
  if ('said' in want) return said.slice(0, want.by).some(({ signs }) => signs.has(want.said));
  // Whoever said nothing has promised nothing, and has done nothing well either.
  if ('never' in want) return said.length > 0 && !said.some(({ signs }) => signs.has(want.never));
  if ('notDid' in want) return !acts.some(({ act }) => act === want.notDid);
  const { did, as, within } = want;
  return acts.some(
    (done) =>
      done.act === did &&
      (as === undefined || as.some((one) => one === done.as)) &&
      (within === undefined || done.at - beganAt <= within * 1000),
  );
}
