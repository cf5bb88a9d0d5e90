import { findReferrals, type Referral } from '../directory/find-referrals.ts';
import type { Act, ActionParams } from './act.ts';
import { answerFinder } from './find-answer.ts';
import type { Guard } from './guards.ts';
import type { PublishedSet } from './published-set.ts';
import type { ConversationContext } from './state.ts';

/** The steps that look something up: their guards and actions, bound to the set's directory and approved answers. */
export function actFind({ directory, locales }: PublishedSet): {
  acts: Record<string, Act>;
  guards: Record<string, Guard>;
} {
  const find = ({ answers, language }: ConversationContext, params: ActionParams): Referral[] => {
    const service = answers?.[String(params.service)];
    return findReferrals(directory, { language, ...(service !== undefined && { service }) });
  };
  const findAnswer = answerFinder(locales);
  const answer = ({ answers, language }: ConversationContext, params: ActionParams) =>
    findAnswer(answers?.[String(params.question)] ?? '', language);
  return {
    guards: {
      'referrals-found': (context, _, params) => find(context, params).length > 0,
      'question-answered': (context, _, params) => answer(context, params) !== undefined,
    },
    acts: {
      'answer-question': (context, _, params) => {
        const key = answer(context, params);
        return key === undefined ? {} : { effects: [{ type: 'say', key, weight: 'ordinary' }] };
      },
      'find-referrals': (context, _, params) => ({
        effects: find(context, params).map(({ name, number }) => ({
          type: 'say',
          key: String(params.key),
          values: { name, number },
          weight: 'ordinary',
        })),
      }),
    },
  };
}
