import { setTimeout as sleep } from 'node:timers/promises';
import type { Phones } from './phones.ts';
import type { SentTexts } from './send-texts.ts';
import { newNumber, signedText } from './signed-texts.ts';
import { type Spread, spreadOf } from './spread.ts';
import { createTexter } from './texter.ts';

export interface HeldConversations extends SentTexts {
  /** From a text's first byte until its reply was taken by the provider. */
  replyMs: Spread;
  /** Replies that were not the one that this text gets when nobody else is texting. */
  offScript: number;
  /** Every text that got its reply, those past the time too. */
  answered: number;
}

/** A tip about somebody else, up to its sixth text. The conversation is still under way after it. */
const SCRIPT = ['hi', '2', '2', '2', 'A blue van waits behind the car wash every morning', 'San Jose'];

/** Callbacks of the last replies are on their way still. */
const LAST_CALLBACKS_MS = 200;

/**
 * Conversations side by side, each next text going out when the reply to the one before is on the phone. Counts what was
 * answered within the time.
 */
export async function holdConversations(
  phones: Phones,
  given: { url: string; connections: number; people: number; seconds: number },
): Promise<HeldConversations> {
  const { url, people, seconds } = given;
  const texter = createTexter(url, given.connections);
  const answers: number[] = [];
  const replies: number[] = [];
  let offScript = 0;
  let answered = 0;

  async function say(from: string, body: string): Promise<{ reply: string; answerMs: number; replyMs: number }> {
    const text = signedText(from, body);
    const start = performance.now();
    const taken = phones.nextReply(from);
    const answerMs = await texter.post(text);
    const { body: reply, at, shown } = await taken;
    await shown;
    answered += 1;
    return { reply, answerMs, replyMs: at - start };
  }

  try {
    const rehearsal: string[] = [];
    const alone = newNumber();
    for (const line of SCRIPT) rehearsal.push((await say(alone, line)).reply);

    const start = performance.now();
    const until = start + seconds * 1000;
    const person = async () => {
      while (performance.now() < until) {
        const from = newNumber();
        for (const [turn, line] of SCRIPT.entries()) {
          const said = await say(from, line);
          if (said.reply !== rehearsal[turn]) offScript += 1;
          if (performance.now() >= until) return;
          answers.push(said.answerMs);
          replies.push(said.replyMs);
        }
      }
    };
    await Promise.all(Array.from({ length: people }, person));
    await sleep(LAST_CALLBACKS_MS);
    return {
      texts: replies.length,
      seconds,
      answerMs: spreadOf(answers),
      replyMs: spreadOf(replies),
      offScript,
      answered,
    };
  } finally {
    await texter.close();
  }
}
