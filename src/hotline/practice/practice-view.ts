/** GET /api/practice: what there is to practise, in the trainee's language, and how far they are. */
export interface PracticeView {
  scripts: ScriptView[];
  /** Newest first. Empty while nothing was begun, and once the room was closed for standing idle. */
  rounds: RoundView[];
}

/** A texter who can be talked to: what is told beforehand, and nothing of what they will say. */
export interface ScriptView {
  id: string;
  title: string;
  about: string;
  /** In which they text. */
  language: string;
}

/** One talk with one of them. */
export interface RoundView {
  id: string;
  script: string;
  title: string;
  beganAt: number;
  /** Undefined while it goes on. */
  debrief?: Debrief;
}

/** What the script wanted, and what was done of it. */
export interface Debrief {
  checks: { label: string; met: boolean }[];
  /** From the first text to the claim; undefined when nobody took them. */
  claimedAfterMs?: number;
  /** From the claim to the first reply. */
  repliedAfterMs?: number;
  said: number;
  /** What the script's author wants the trainee to think of. */
  advice: string;
}

export type BeginPractice = { outcome: 'done' } | { outcome: 'unknown' | 'enough' | 'full' };
