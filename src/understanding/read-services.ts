import type { Hit } from './phrase-matcher.ts';
import { prepareText } from './prepare-text.ts';
import type { CompiledServices, Service, Services } from './service-lists.ts';
import { SERVICES } from './service-lists.ts';
import type { Token } from './tokens.ts';
import { withoutArticle } from './without-article.ts';

/** A word no longer than this means something else in another language: Creole "let" is milk. */
const BRIEF = 4;
const LATIN = /^\p{Script=Latin}/u;

/** The kinds of help that a text asks for, in the order of {@link SERVICES}. Never throws; reads the first 1,000 characters. */
export function readServices(text: string, services: Services): Service[] {
  const { tokens } = prepareText(text);
  const foreign = (word: string) =>
    [...services.values()].some((one) => one.common.has(word) || one.matcher.knows(word));
  const most = Math.max(...[...services.values()].map((one) => everyday(tokens, one)));
  const hits = [...services].flatMap(([language, one]) => {
    const { matcher, spelling } = one;
    const mended: Token[] = [];
    const written: number[] = [];
    for (const [at, token] of tokens.entries()) {
      for (const word of spelling.mend([bare(token, one)], foreign)) written[mended.push(word) - 1] = at;
    }
    const place = (at: number) => written[at] ?? at;
    const found = matcher.find(mended).map(({ label, from, to }) => ({ label, from: place(from), to: place(to) }));
    const spoken = language === 'en' || everyday(tokens, one) === most;
    return spoken ? found : found.filter(({ from, to }) => from !== to || !isBrief(tokens[from]));
  });
  const asked = new Set(outermost(hits, tokens).flatMap(({ label }) => (label === 'none' ? [] : [label])));
  // A list of organizations is what every other wish comes to: it is meant only where nothing else is.
  if (asked.size > 1) asked.delete('referrals');
  return SERVICES.filter((service) => asked.has(service));
}

/** How many words of a text are everyday words of a language. */
function everyday(tokens: readonly Token[], { common }: CompiledServices): number {
  return tokens.filter(({ word }) => common.has(word)).length;
}

function isBrief(token: Token | undefined): boolean {
  return token !== undefined && token.word.length <= BRIEF && LATIN.test(token.word);
}

function bare(token: Token, { matcher }: CompiledServices): Token {
  const word = withoutArticle(token.word, (one) => matcher.knows(one));
  return word === token.word ? token : { ...token, word };
}

/**
 * "a ride to the shelter" holds "shelter" and asks for a ride: what lies within a longer phrase does not count, whichever languages'
 * lists found the two. What a comma parts from the rest of it does: "someone to go with me, drive me there".
 */
function outermost(hits: readonly Hit<Service | 'none'>[], tokens: readonly Token[]): Hit<Service | 'none'>[] {
  const parted = (from: number, to: number) => tokens.slice(from + 1, to + 1).some(({ before }) => before !== 'none');
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.label !== hit.label &&
          other.label !== 'referrals' &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          length(other) > length(hit) &&
          (other.label === 'none' || !(parted(other.from, hit.from) || parted(hit.to, other.to))),
      ),
  );
}

function length({ from, to }: { from: number; to: number }): number {
  return to - from;
}
