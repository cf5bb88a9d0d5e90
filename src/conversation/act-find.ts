import { findReferrals, type Referral } from '../directory/find-referrals.ts';
import type { Act, ActionParams } from './act.ts';
import type { Guard } from './guards.ts';
import type { PublishedSet } from './published-set.ts';
import type { ConversationContext } from './state.ts';

/** The steps that look something up: their guards and actions, bound to the set's directory. */
export function actFind({ directory }: PublishedSet): { acts: Record<string, Act>; guards: Record<string, Guard> } {
  const find = ({ answers, language }: ConversationContext, params: ActionParams): Referral[] => {
    const service = answers?.[String(params.service)];
    return findReferrals(directory, { language, ...(service !== undefined && { service }) });
  };
  return {
    guards: {
      'referrals-found': (context, _, params) => find(context, params).length > 0,
      /** A set holds no approved answers to match a question with, so every question takes the step's `none`. */
      'question-answered': () => false,
    },
    acts: {
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
