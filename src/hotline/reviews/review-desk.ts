import type { Staff } from '../desk/desk-service.ts';
import type { Roster } from '../desk/roster.ts';
import { LineError } from '../errors.ts';
import type { Clock, DeskEvents, Reviews, StoredReview } from '../ports.ts';
import type { Vault } from '../vault.ts';
import type { ReviewComment, ReviewView, Verdict } from './review-view.ts';

const MOST_OPEN = 200;
const MOST_COMMENTS = 50;

/** What a reviewer says of a conversation. */
export interface Look {
  verdict: Verdict;
  comment?: string | undefined;
}

/** The second look at closed conversations. Who may call what by role is the route table's. */
export interface ReviewDesk {
  open(): Promise<ReviewView[]>;
  count(): Promise<number>;
  /**
   * Marks a conversation as looked at, with a comment for whoever closed it. `own`: nobody reviews themselves; `gone`: another
   * was first, or it has been forgotten.
   */
  finish(staff: Staff, talk: string, look: Look): Promise<'done' | 'own' | 'gone'>;
  /** What reviewers wrote to this account, for as long as the conversations are kept. */
  comments(account: string): Promise<ReviewComment[]>;
}

export function createReviewDesk(deps: {
  clock: Clock;
  reviews: Reviews;
  vault: Vault;
  roster: Roster;
  events: Pick<DeskEvents, 'append'>;
}): ReviewDesk {
  const { clock, reviews, vault, roster, events } = deps;

  async function nameOf() {
    const names = new Map((await roster.list()).map(({ id, name }) => [id, name]));
    return (id: string) => ({ id, name: names.get(id) ?? id });
  }

  /** Undefined when the conversation has been forgotten, and its comment with it. */
  async function kept<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
      throw error;
    }
  }

  async function commentOf({ talk, reviewed }: StoredReview, named: Awaited<ReturnType<typeof nameOf>>) {
    if (reviewed?.comment === undefined) return [];
    const sealed = Buffer.from(reviewed.comment, 'base64');
    const text = await kept(() => vault.open(talk, sealed, placeOf(talk)));
    const { at, by, verdict } = reviewed;
    return text === undefined ? [] : [{ talk, at, by: named(by), verdict, text }];
  }

  return {
    async open() {
      const named = await nameOf();
      return (await reviews.open(MOST_OPEN)).map(({ by, reviewed: _, ...review }) => ({ ...review, by: named(by) }));
    },

    count: () => reviews.count(),

    async finish(staff, talk, { verdict, comment }) {
      const review = await reviews.get(talk);
      if (review === undefined) return 'gone';
      if (review.by === staff.id) return 'own';
      const sealed = comment && (await kept(() => vault.seal(talk, comment, placeOf(talk))));
      if (comment && sealed === undefined) return 'gone';
      const look = { at: clock.now(), by: staff.id, verdict, ...(sealed && { comment: sealed.toString('base64') }) };
      if (!(await reviews.finish(talk, look))) return 'gone';
      await events.append({ type: 'floor' });
      return 'done';
    },

    async comments(account) {
      const named = await nameOf();
      const found = await reviews.commented(account, MOST_COMMENTS);
      return (await Promise.all(found.map((review) => commentOf(review, named)))).flat();
    },
  };
}

function placeOf(talk: string): string {
  return `review/${talk}`;
}
