/** What Arabic writes onto the word after it: and, then; by, for, like; the. */
const BEFORE_A_WORD = /^[وف]?(?:لل|[بلك]?ال|[بلك])?(?=\p{Script=Arabic}{3})/u;
const AND = /^[وف](?=\p{Script=Arabic}{3})/u;

/** An Arabic word as the lists have it: "and by the visa" is one word there. A word that they know as it stands stays so. */
export function withoutArticle(word: string, known: (word: string) => boolean): string {
  if (known(word)) return word;
  const alone = [word.replace(AND, ''), word.replace(BEFORE_A_WORD, '')];
  return [...alone, ...alone.map((one) => `ال${one}`)].find(known) ?? word;
}
