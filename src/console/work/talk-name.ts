/** People have no name here: the end of the conversation's random id tells them apart. */
export function talkName(talk: string): string {
  return talk.slice(-4).toUpperCase();
}
