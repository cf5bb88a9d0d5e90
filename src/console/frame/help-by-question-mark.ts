const NAME = 'lantern-question-mark-off';

/** A key that works without Alt can be turned off, for whoever speaks to the machine; it says nothing of the person. */
export const helpByQuestionMark = {
  read: (): boolean => localStorage.getItem(NAME) === null,
  write(on: boolean): void {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, '1');
  },
};
