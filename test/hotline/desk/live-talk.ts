import { deskLine } from './desk-line.ts';

export const ONE = '+15555550101';
export const TWO = '+15555550102';
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** A line where somebody waits, and Ana has taken them. */
export async function live(...given: Parameters<typeof deskLine>) {
  const line = deskLine(...given);
  await line.text(ONE, 'talk to a person');
  for (const id of ['ana', 'ben', 'sue']) await line.desk.beat(id);
  const { talk, fence } = await line.take('ana');
  const ana = line.who('ana');
  const say = (text: string, id: string, confirmed: ('silent' | 'wrong-thread')[] = []) =>
    line.desk.say(ana, talk, { id, fence, text, confirmed });
  return { line, desk: line.desk, talk, fence, ana, ben: line.who('ben'), sue: line.who('sue'), say };
}
