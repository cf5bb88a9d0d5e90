import { describe, expect, it } from '@jest/globals';
import { type Told, wrongThread } from '../../../src/hotline/desk/wrong-thread.ts';

const told = (texts: string[], answers: string[] = []): Told => ({ texts, answers });
const other = told(
  ['I am in the van with Marisol. We left Houston at 5', 'his plate is KLM 4821', 'call 555-010 0199 please'],
  ['Waco', '2'],
);
const here = told(['someone is outside', 'it is dark. Nobody is here'], []);

describe('the wrong-thread guard', () => {
  it.each([
    ['a name', 'Is Marisol with you?', 'Marisol'],
    ['a name written small', 'tell marisol to wait', 'marisol'],
    ['a place', 'I know a shelter in Houston', 'Houston'],
    ['a place that the bot was told', 'are you still in Waco', 'Waco'],
    ['a plate', 'a car with 4821', '4821'],
    ['a phone number, however it is written', 'Shall I call (555) 010-0199?', '5550100199'],
  ])('warns of %s of another conversation', (_, draft, token) => {
    expect(wrongThread(draft, here, [other])).toBe(token);
  });

  it.each([
    ['what everybody says', 'We can help. Please call 911 if you can. Thank you, I am here'],
    ['short numbers', 'text 1 for yes, 2 for no'],
    ['a word that only begins a sentence there', 'his plate is not what matters'],
    ['names that nobody has told', 'My name is Dolores'],
  ])('is silent about %s', (_, draft) => {
    expect(wrongThread(draft, here, [other])).toBeUndefined();
  });

  it('is silent about what was told here too', () => {
    const both = told(['marisol is my sister', 'plate 4821'], ['Houston']);
    expect(wrongThread('Is Marisol in Houston? Plate 4821?', both, [other])).toBeUndefined();
  });

  it('is silent where no other conversation is open', () => {
    expect(wrongThread('Is Marisol with you?', here, [])).toBeUndefined();
  });
});
