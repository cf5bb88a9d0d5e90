import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type LineHere, startLineHere } from './support/line-here.ts';

let here: LineHere;
beforeAll(async () => {
  here = await startLineHere();
});
afterAll(() => here.stop());

async function answers(from: string, body: string): Promise<string> {
  await here.emulator.text({ from, body });
  await here.settle();
  return here.emulator.ledger
    .sentTo(from)
    .map((sent) => sent.body)
    .join('\n');
}

it('in live mode meets a language whose words nobody has reviewed with the bilingual line and a person', async () => {
  const answer = await answers('+15555550131', '도와주세요 사장님이 여권을 가져갔어요');
  expect(answer).toMatch(/English and Spanish.*inglés y español/);
  expect(answer).not.toMatch(/\p{Script=Hangul}/u);
});

it('in live mode goes on in a language that the operator has turned on', async () => {
  expect(await answers('+15555550132', 'hola')).toContain('¿Corres peligro ahora?');
});
