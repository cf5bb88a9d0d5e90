import type { Reviews, StoredReview } from '../../hotline/ports.ts';

/** Second looks in this process's memory. */
export function createMemoryReviews(): Reviews {
  const kept = new Map<string, StoredReview>();
  const where = (take: (review: StoredReview) => boolean) => [...kept.values()].filter(take);
  return {
    async add(review) {
      if (!kept.has(review.talk)) kept.set(review.talk, review);
    },

    async get(talk) {
      return kept.get(talk);
    },

    async open(limit) {
      const open = where(({ reviewed }) => reviewed === undefined);
      return open.sort((a, b) => a.closedAt - b.closedAt).slice(0, limit);
    },

    async count() {
      return where(({ reviewed }) => reviewed === undefined).length;
    },

    async finish(talk, look) {
      const review = kept.get(talk);
      if (review === undefined || review.reviewed !== undefined) return false;
      kept.set(talk, { ...review, reviewed: look });
      return true;
    },

    async commented(account, limit) {
      const found = where(({ by, reviewed }) => by === account && reviewed?.comment !== undefined);
      return found.sort((a, b) => (b.reviewed?.at ?? 0) - (a.reviewed?.at ?? 0)).slice(0, limit);
    },

    async erase(talks) {
      for (const talk of talks) kept.delete(talk);
    },
  };
}
