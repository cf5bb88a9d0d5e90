/** The id of a conversation's box. */
export const replyId = (talk: string): string => `reply-${talk}`;

/** Whoever is done with a tool writes on; on a phone the keyboard would cover what they read. */
export function focusReply(talk: string): void {
  if (matchMedia('(pointer: fine)').matches) document.getElementById(replyId(talk))?.focus();
}
