import type { Branch, StepPlace } from './step-kind.ts';

/** How often a question is put again before a person takes over: more is a trap for someone who cannot answer it. */
const REPROMPTS = 2;

/** What to do with an answer that the step does not map: ask again, twice at most, then hand over to a person. */
export function reprompt(question: string, place: StepPlace): Branch[] {
  const again = `${question}-again`;
  return [
    {
      guard: { type: 'may-reprompt', params: { limit: REPROMPTS } },
      actions: [{ type: 'reprompt', params: { key: place.hasText(again) ? again : question } }],
    },
    {
      target: '#waiting',
      actions: [
        { type: 'hand-off', params: { priority: 'rest', reason: 'not-understood' } },
        { type: 'say', params: { key: 'line.person-coming' } },
      ],
    },
  ];
}
