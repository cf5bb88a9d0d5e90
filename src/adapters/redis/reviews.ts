import type { Reviews, StoredReview } from '../../hotline/ports.ts';
import type { Connection } from './connect.ts';
import { DESK, KEPT_MS } from './desk-keys.ts';
import type { Scripts } from './load-scripts.ts';

/** Each second look under its conversation, and lists of those that are open and of each advocate's comments. */
export function createRedisReviews(connection: Connection, scripts: Scripts): Reviews {
  async function get(talk: string): Promise<StoredReview | undefined> {
    const found = await connection.get(DESK.review(talk));
    return found === null ? undefined : JSON.parse(found);
  }

  /** What has run out is still on a list until it is met there. */
  async function all(list: string, talks: string[]): Promise<StoredReview[]> {
    const found = await Promise.all(talks.map(get));
    const gone = talks.filter((_, at) => found[at] === undefined);
    if (gone.length > 0) await connection.zrem(list, ...gone);
    return found.filter((review) => review !== undefined);
  }

  return {
    async add(review) {
      const keys = [DESK.review(review.talk), DESK.reviews];
      await scripts.run('review-add', keys, [review.talk, JSON.stringify(review), review.closedAt, KEPT_MS]);
    },

    get,

    async open(limit) {
      return all(DESK.reviews, await connection.zrange(DESK.reviews, 0, `${limit - 1}`));
    },

    count: () => connection.zcard(DESK.reviews),

    async finish(talk, look) {
      const review = await get(talk);
      if (review === undefined) return false;
      const keys = [DESK.review(talk), DESK.reviews, DESK.commented(review.by)];
      const when = look.comment === undefined ? '' : look.at;
      const done = JSON.stringify({ ...review, reviewed: look });
      return (await scripts.run('review-finish', keys, [talk, done, when, KEPT_MS])) === 1;
    },

    async commented(account, limit) {
      const list = DESK.commented(account);
      return all(list, await connection.zrange(list, 0, `${limit - 1}`, 'REV'));
    },

    async erase(talks) {
      if (talks.length === 0) return;
      await connection.del(...talks.map(DESK.review));
      await connection.zrem(DESK.reviews, ...talks);
    },
  };
}
