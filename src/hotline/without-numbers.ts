/** A question as staff read it: a texter answers by number, whoever reads or fills in a form sees the choices themselves. */
export function withoutNumbers(question: string): string {
  return question.replace(/((?<=[?.!])\s+\p{L}+)?\s+1\s.*$/su, '');
}
