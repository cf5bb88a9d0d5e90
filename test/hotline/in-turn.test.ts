import { expect, it } from '@jest/globals';
import { inTurn } from '../../src/hotline/in-turn.ts';
import { keptLog } from './samples.ts';

it('what comes after something that failed is done all the same, and it is told', async () => {
  const log = keptLog();
  const done: string[] = [];
  const work = (name: string) => async () => {
    await new Promise(setImmediate);
    done.push(name);
  };
  await inTurn([work('tidy'), async () => Promise.reject(new Error('broken')), work('rewrite')], log);
  expect([done, log.events]).toEqual([['tidy', 'rewrite'], [['unexpected']]]);
});
