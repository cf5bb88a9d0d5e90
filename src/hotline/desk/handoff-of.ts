import type { PublishedSet } from '../../conversation/published-set.ts';
import type { ConversationState } from '../../conversation/state.ts';
import type { Words } from '../ports.ts';
import { withoutNumbers } from '../without-numbers.ts';
import type { Handoff } from './desk-view.ts';

/** What the texter told the bot, with each question worded in the advocate's language. */
export function handoffOf(
  { value, context }: ConversationState,
  asked: { set: PublishedSet; words: Words; language: string },
  earlier: Handoff['earlier'],
): Handoff {
  const { language, speaks, danger, minor, selfHarm, held, card, answers = {} } = context;
  const questions = questionsOf(asked.set);
  return {
    language,
    ...(speaks !== undefined && { speaks }),
    ...(danger !== undefined && { danger }),
    reasons: card?.reasons ?? [],
    minor: minor ?? false,
    selfHarm: selfHarm ?? false,
    optedOut: value === 'stopped',
    ...(held !== undefined && { held }),
    answers: Object.entries(answers).flatMap(([name, told]) => {
      const key = questions.get(name);
      if (key === undefined) return [];
      return [{ name, question: withoutNumbers(asked.words.render(asked.language, key)), value: told }];
    }),
    ...(card?.silentSince !== undefined && { silentSince: card.silentSince }),
    earlier,
  };
}

/** The question that asks for each answer, by the name under which it is kept. What the line keeps for itself has none. */
function questionsOf({ flows }: PublishedSet): Map<string, string> {
  const questions = new Map<string, string>();
  for (const { steps } of flows) {
    for (const step of Object.values(steps)) {
      const key = 'ask' in step ? step.ask : 'choose' in step ? step.choose : undefined;
      if (key !== undefined && 'keep' in step && step.keep !== undefined && !questions.has(step.keep)) {
        questions.set(step.keep, key);
      }
    }
  }
  return questions;
}
