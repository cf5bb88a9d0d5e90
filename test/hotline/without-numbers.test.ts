import { expect, it } from '@jest/globals';
import { withoutNumbers } from '../../src/hotline/without-numbers.ts';

it.each([
  ['Are you in danger now? 1 yes 2 no', 'Are you in danger now?'],
  ['Are you in danger now? Text 1 for yes or 2 for no.', 'Are you in danger now?'],
  ['Is anyone under 18? 1 yes 2 no. Not sure? Text NOT SURE.', 'Is anyone under 18?'],
  ['¿Está en peligro ahora? 1 sí 2 no', '¿Está en peligro ahora?'],
  ['Where was it? A street, a city or a ZIP all help.', 'Where was it? A street, a city or a ZIP all help.'],
  ['Is it about Route 1?', 'Is it about Route 1?'],
])('leaves the numbers that are for a phone out of %j', (question, read) => {
  expect(withoutNumbers(question)).toBe(read);
});
