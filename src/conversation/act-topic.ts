import type { Act } from './act.ts';
import type { Effect } from './effect.ts';
import { LONGEST_KEPT } from './interpret.ts';

/** What a text asks for by itself, and a receipt code that it holds. */
export const actTopic: Record<'want' | 'answer-aside' | 'take-receipt' | 'say-receipt', Act> = {
  /** Remembered until the flow that it leads to begins; the branch `wanted` goes by it. */
  want: ({ answers }, told) => {
    const event = told.type === 'WANT' ? told.wanted : told.type === 'DANGER' ? told.report : told;
    if (event?.type !== 'TOPIC' && event?.type !== 'QUESTION') return {};
    const { danger, about } = answers ?? {};
    return {
      context: {
        aside: undefined,
        misses: undefined,
        recorded: undefined,
        answers: {
          ...(danger && { danger }),
          ...(about && { about }),
          ...(event.type === 'TOPIC' && { wanted: event.id, said: event.text.slice(0, LONGEST_KEPT) }),
          ...(event.type === 'QUESTION' && { question: event.text.slice(0, LONGEST_KEPT) }),
        },
      },
    };
  },

  'answer-aside': (_, event) =>
    event.type === 'QUESTION' ? { effects: [{ type: 'say', key: `faq.${event.id}`, weight: 'ordinary' }] } : {},

  'take-receipt': ({ held }, event) =>
    event.type === 'RECEIPT'
      ? {
          context: {
            aside: undefined,
            misses: undefined,
            recorded: undefined,
            answers: { receipt: event.status, ...(event.record && { 'record-id': event.record }) },
          },
          // Who it is that has the phone is not known yet.
          effects: held === 'who' ? [] : sayAnswer(event),
        }
      : {},

  'say-receipt': (_, event) =>
    event.type === 'RECEIPT'
      ? { effects: [...sayAnswer(event), { type: 'say', key: `status.${event.status}`, weight: 'ordinary' }] }
      : {},
};

/** What the staff left stands before how far the report is. */
function sayAnswer({ answer }: { answer?: string }): Effect[] {
  return answer === undefined
    ? []
    : [{ type: 'say', key: 'line.receipt-answer', values: { answer }, weight: 'ordinary' }];
}
