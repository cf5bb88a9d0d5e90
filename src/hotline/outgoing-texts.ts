import type { Effect } from '../conversation/effect.ts';
import { composeTexts, type Saying } from './compose-texts.ts';
import { MAX_VALIDITY_MS } from './deliver-plan.ts';
import type { OutgoingText, Words } from './ports.ts';

/** A confirmation of STOP counts as one only for five minutes (47 CFR 64.1200(a)(12)). */
const STOP_CONFIRMATION_MS = 300_000;

/** Renders what a turn says, joins what fits, and seals each text for its way to the provider. */
export async function outgoingTexts(
  effects: readonly Effect[],
  context: {
    words: Words;
    language: string;
    now: number;
    /** When the bot falls silent towards this texter: nothing may arrive after that. */
    silenceAt: number | undefined;
    /** Sequence number of the first text. */
    seq: number;
    newId: () => string;
    keyId: string;
    seal: (body: string) => Promise<Buffer>;
  },
): Promise<OutgoingText[]> {
  const texts = composeTexts(effects.flatMap((effect) => sayingOf(effect, context)));
  return Promise.all(
    texts.map(async (text, index): Promise<OutgoingText> => {
      return {
        kind: 'text',
        id: text.id ?? context.newId(),
        seq: context.seq + index,
        state: 'waiting',
        weight: text.weight,
        key: text.key,
        question: text.question,
        keyId: context.keyId,
        sealed: await context.seal(text.body),
        bornAt: context.now,
        expiresAt: expiryOf(text.weight, context),
        tries: 0,
        at: context.now + (text.holdMs ?? 0),
        looks: 0,
      };
    }),
  );
}

function sayingOf(effect: Effect, context: { words: Words; language: string }): Saying[] {
  if (effect.type === 'say-text') {
    const { text, id, holdMs } = effect;
    return [{ key: 'advocate', body: text, weight: 'advocate', question: false, id, ...(holdMs && { holdMs }) }];
  }
  if (effect.type !== 'say') return [];
  const body = context.words.render(context.language, effect.key, effect.values);
  return [{ key: effect.key, body, weight: effect.weight, question: effect.question ?? false }];
}

function expiryOf(
  weight: OutgoingText['weight'],
  { now, silenceAt }: { now: number; silenceAt: number | undefined },
): number {
  if (weight === 'stop-confirmation') return now + STOP_CONFIRMATION_MS;
  if (weight === 'advocate' || silenceAt === undefined) return now + MAX_VALIDITY_MS;
  return Math.min(now + MAX_VALIDITY_MS, silenceAt);
}
