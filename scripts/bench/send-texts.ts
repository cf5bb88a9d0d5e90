import { newNumber, signedText } from './signed-texts.ts';
import { type Spread, spreadOf } from './spread.ts';
import { createTexter } from './texter.ts';

export interface SentTexts {
  texts: number;
  seconds: number;
  /** Until the webhook's answer. */
  answerMs: Spread;
}

/** Made beforehand, so that signing costs the run nothing; more than any server here can take. */
const MADE_A_SECOND = 9_000;

/** First texts of ever new people, each connection posting one after another. */
export async function sendTexts(url: string, connections: number, seconds: number): Promise<SentTexts> {
  const make = () => signedText(newNumber(), 'hi');
  const made = Array.from({ length: Math.ceil(MADE_A_SECOND * seconds) }, make);
  const texter = createTexter(url, connections);
  const times: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1000;
  const post = async () => {
    while (performance.now() < until) times.push(await texter.post(made.pop() ?? make()));
  };
  try {
    await Promise.all(Array.from({ length: connections }, post));
    return { texts: times.length, seconds: (performance.now() - start) / 1000, answerMs: spreadOf(times) };
  } finally {
    await texter.close();
  }
}
