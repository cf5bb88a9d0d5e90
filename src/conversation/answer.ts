/**
 * What a text comes to as an answer to a step's question: `yes`, `no`, an option's id, `given` for an open question, or `unknown`.
 * `text` is the texter's own, kept where the question is open.
 */
export interface Answer {
  value: string;
  text: string;
}
