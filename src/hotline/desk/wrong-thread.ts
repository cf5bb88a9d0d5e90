/** What was told in a conversation: the texter's words, and what the bot heard for an answer. */
export interface Told {
  texts: readonly string[];
  answers: readonly string[];
}

/** Capitals that begin sentences and that everybody writes: no sign of whom a text is meant for. */
const COMMON = new Set(
  'the and but you your yes not now can are this that they she her him his how what when where who why please thank thanks call text help okay hello monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december god'.split(
    ' ',
  ),
);
const SHORTEST_NUMBER = 4;
const SHORTEST_NAME = 3;

/**
 * A number, name or place in a draft that was told in another of the advocate's open conversations and not in this one: the
 * draft may stand in the wrong window. Undefined when there is none. It only ever warns, so it may err on that side.
 */
export function wrongThread(draft: string, here: Told, elsewhere: readonly Told[]): string | undefined {
  const known = tokensOf(here, false);
  const others = elsewhere.map((told) => tokensOf(told, true));
  return [...numbersIn(draft), ...wordsIn(draft).map(({ word }) => word)].find(
    (token) => !known.has(token.toLowerCase()) && others.some((tokens) => tokens.has(token.toLowerCase())),
  );
}

/** `telling`: only what tells people apart; else every word, as any of them may be said again here. */
function tokensOf({ texts, answers }: Told, telling: boolean): Set<string> {
  const tokens = [...texts, ...answers].flatMap(numbersIn);
  for (const text of texts) {
    const words = wordsIn(text).filter(({ named }) => !telling || named);
    tokens.push(...words.map(({ word }) => word));
  }
  for (const answer of answers) tokens.push(...wordsIn(answer).map(({ word }) => word));
  return new Set(tokens.map((token) => token.toLowerCase()));
}

/** Runs of digits as they are read out, whatever stands between: `555-010 0142` is one number. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/\d[\d\s().-]*\d/gu)]
    .flatMap(([run]) => [run.replace(/\D/gu, ''), ...run.split(/\D+/u)])
    .filter((digits) => digits.length >= SHORTEST_NUMBER);
}

/** Words of a text; `named` are those that a capital in the middle of a sentence marks as somebody's or some place's name. */
function wordsIn(text: string): { word: string; named: boolean }[] {
  return [...text.matchAll(/(^|[.!?\n]\s*)?(\p{L}[\p{L}'’-]+)/gu)].flatMap(([, start, word = '']) => {
    if (word.length < SHORTEST_NAME || COMMON.has(word.toLowerCase())) return [];
    return [{ word, named: start === undefined && /^\p{Lu}/u.test(word) }];
  });
}
