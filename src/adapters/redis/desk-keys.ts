/** The desk's keys: all in one slot, by their hash tag. */
export const DESK = {
  cards: '{desk}cards',
  events: '{desk}events',
  presence: '{desk}presence',
  gravestone: (lane: string) => `{desk}gone:${lane}`,
  talk: (talk: string) => `{desk}talk:${talk}`,
  notes: (talk: string) => `{desk}notes:${talk}`,
  drafts: (talk: string) => `{desk}drafts:${talk}`,
  translations: (talk: string) => `{desk}translations:${talk}`,
  record: (id: string) => `{desk}record:${id}`,
  records: (status: string, kind = '') => `{desk}records:${status}:${kind}`,
  replies: '{desk}replies',
  listings: '{desk}listings',
  holds: '{desk}holds',
  reviews: '{desk}reviews',
  review: (talk: string) => `{desk}review:${talk}`,
  commented: (account: string) => `{desk}commented:${account}`,
  tally: (day: string) => `{desk}tally:${day}`,
  tallied: (day: string) => `{desk}tallied:${day}`,
};

/** Three months: longer than anybody learns from a second look. */
export const KEPT_MS = 90 * 86_400_000;
