import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/conversation/card.ts';
import { createReviewDesk } from '../../../src/hotline/reviews/review-desk.ts';
import { turnReview } from '../../../src/hotline/reviews/turn-review.ts';
import { live, ONE } from '../desk/live-talk.ts';

const card: Card = { priority: 'rest', reasons: [], since: 1, status: 'live', language: 'en' };
const close = (disposition: string) => [{ kind: 'close', advocate: 'ana', disposition }] as const;
const why = (changes: Partial<Card>, disposition = 'tip.recorded', drawn = 99) =>
  turnReview({ now: 9, talk: 'talk-1', items: close(disposition), card: { ...card, ...changes } }, { drawn })?.why;

describe('a second look', () => {
  it('is asked for after red, hard and alarmed conversations, and for a share of the rest', () => {
    expect(why({})).toBeUndefined();
    expect(why({ priority: 'red' })).toEqual(['red']);
    expect(why({}, 'tip.recorded.hard')).toEqual(['hard']);
    expect(why({ priority: 'red', alerts: ['late-text'] }, 'crisis.helped.hard')).toEqual(['red', 'hard', 'alerts']);
    expect([why({}, 'tip.recorded', 9.9), why({}, 'tip.recorded', 10)]).toEqual([['share'], undefined]);
    const all = { now: 9, talk: 'talk-1', items: close('tip.recorded'), card };
    expect(turnReview(all, { percent: 100, drawn: 99.9 })?.why).toEqual(['share']);
    expect(turnReview(all, { percent: 0, drawn: 0 })).toBeUndefined();
  });

  it('is not asked for where nobody said what it was, or nothing was closed', () => {
    expect(why({ priority: 'red' }, 'whatever')).toBeUndefined();
    expect(turnReview({ now: 9, talk: 'talk-1', items: [], card }, { drawn: 0 })).toBeUndefined();
  });
});

async function closed() {
  const { line, desk, talk, fence, ana, sue, ben } = await live();
  await desk.close(ana, talk, { fence, kind: 'crisis', outcome: 'helped', hard: true });
  await line.settle();
  const { clock, reviews, events } = line;
  const roster = { list: async () => line.staff };
  const reviewDesk = createReviewDesk({ clock, reviews, vault: line.line.vault, roster, events });
  return { line, talk, ana, ben, sue, reviewDesk };
}

describe('the reviewers’ queue', () => {
  it('holds what was closed, in codes, and a reviewer can read it', async () => {
    const { line, talk, sue, reviewDesk } = await closed();
    expect(await reviewDesk.open()).toMatchObject([
      { talk, by: { id: 'ana', name: 'Ana' }, kind: 'crisis', outcome: 'helped', why: ['hard'] },
    ]);
    expect(await reviewDesk.count()).toBe(1);
    expect((await line.view(sue.id, talk)).card.status).toBe('closed');
  });

  it('is left by a second look of somebody else, whose comment reaches the advocate alone', async () => {
    const { talk, ana, ben, sue, reviewDesk } = await closed();
    expect(await reviewDesk.finish(ana, talk, { verdict: 'fine', comment: 'well done, me' })).toBe('own');
    expect(await reviewDesk.finish(sue, talk, { verdict: 'fine', comment: 'You stayed calm. Thank you.' })).toBe(
      'done',
    );
    expect(await reviewDesk.finish(sue, talk, { verdict: 'wrong', comment: 'twice' })).toBe('gone');
    expect(await reviewDesk.open()).toEqual([]);
    expect(await reviewDesk.comments(ana.id)).toMatchObject([
      { talk, by: { name: 'Sue' }, verdict: 'fine', text: 'You stayed calm. Thank you.' },
    ]);
    expect(await reviewDesk.comments(ben.id)).toEqual([]);
  });

  it('keeps a comment sealed, and forgets it with the conversation', async () => {
    const { line, talk, ana, sue, reviewDesk } = await closed();
    await reviewDesk.finish(sue, talk, { verdict: 'wrong', comment: 'canary' });
    expect(JSON.stringify(await line.reviews.get(talk))).not.toContain('canary');
    await line.line.vault.destroy([talk]);
    expect(await reviewDesk.comments(ana.id)).toEqual([]);
  });

  it('lets go of a person who had everything deleted', async () => {
    const { line, talk, reviewDesk } = await closed();
    for (const body of ['hi', '2', 'delete everything', 'yes']) {
      await line.text(ONE, body);
      line.clock.time += 5_000;
      await line.settle();
    }
    expect([await line.reviews.get(talk), await reviewDesk.count()]).toEqual([undefined, 0]);
  });
});
