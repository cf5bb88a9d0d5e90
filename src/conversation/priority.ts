/** The classes of the desk's queue, the most urgent first. */
export const PRIORITIES = ['red', 'crisis', 'urgent', 'rest'] as const;
export type Priority = (typeof PRIORITIES)[number];
