import { LRUCache } from 'lru-cache';
import { SegmentedMessage } from 'sms-segments-calculator';
import type { OutgoingText } from './ports.ts';

/** A rendered saying, before it is known which text it travels in. */
export interface Saying {
  key: string;
  body: string;
  weight: OutgoingText['weight'];
  question: boolean;
  /** An advocate's text bears the id that the browser gave it, and may be taken back for so long. */
  id?: string;
  holdMs?: number;
}

/** Above this a phone shows a broken thread, and readers lose it. */
const MAX_SEGMENTS = 2;
const STRONGEST_FIRST: OutgoingText['weight'][] = ['safety', 'direct', 'ordinary', 'notice'];

/** Joins the sayings of one turn into as few texts as fit two segments each. A STOP confirmation and an advocate's words stand alone. */
export function composeTexts(sayings: Saying[]): Saying[] {
  const texts: Saying[] = [];
  for (const saying of sayings) {
    const last = texts.at(-1);
    const joined = last && `${last.body}\n${saying.body}`;
    if (last && joined && mayJoin(last) && mayJoin(saying) && segments(joined) <= MAX_SEGMENTS) {
      last.body = joined;
      last.weight = stronger(last.weight, saying.weight);
      last.question ||= saying.question;
    } else {
      texts.push({ ...saying });
    }
  }
  return texts;
}

/** SMS segments of a text, as carriers count them (GSM-7 160/153, UCS-2 70/67). */
export function segments(body: string): number {
  return counted.memo(body);
}

/** Counting took a seventh of the line's whole time, and everybody is told the same few things. */
const counted = new LRUCache<string, number>({
  max: 500,
  memoMethod: (body) => new SegmentedMessage(body).segmentsCount,
});

function mayJoin(saying: Saying): boolean {
  return saying.weight !== 'stop-confirmation' && saying.weight !== 'advocate';
}

function stronger(a: OutgoingText['weight'], b: OutgoingText['weight']): OutgoingText['weight'] {
  return STRONGEST_FIRST.indexOf(a) <= STRONGEST_FIRST.indexOf(b) ? a : b;
}
