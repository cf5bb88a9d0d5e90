import type { Hit } from './phrase-matcher.ts';
import { prepareText } from './prepare-text.ts';
import type { Service, Services } from './service-lists.ts';
import { SERVICES } from './service-lists.ts';
import type { Token } from './tokens.ts';

/** The kinds of help that a text asks for, in the order of {@link SERVICES}. Never throws; reads the first 1,000 characters. */
export function readServices(text: string, services: Services): Service[] {
  const { tokens } = prepareText(text);
  const foreign = (word: string) =>
    [...services.values()].some((one) => one.common.has(word) || one.matcher.knows(word));
  const hits = [...services.values()].flatMap(({ matcher, spelling }) => {
    const mended: Token[] = [];
    const written: number[] = [];
    for (const [at, token] of tokens.entries()) {
      for (const word of spelling.mend([token], foreign)) written[mended.push(word) - 1] = at;
    }
    const place = (at: number) => written[at] ?? at;
    return matcher.find(mended).map(({ label, from, to }) => ({ label, from: place(from), to: place(to) }));
  });
  const asked = new Set(outermost(hits).flatMap(({ label }) => (label === 'none' ? [] : [label])));
  // A list of organizations is what every other wish comes to: it is meant only where nothing else is.
  if (asked.size > 1) asked.delete('referrals');
  return SERVICES.filter((service) => asked.has(service));
}

/**
 * "a ride to the shelter" holds "shelter" and asks for a ride: what lies within a longer phrase does not count, whichever languages'
 * lists found the two.
 */
function outermost(hits: readonly Hit<Service | 'none'>[]): Hit<Service | 'none'>[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.label !== hit.label &&
          other.label !== 'referrals' &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          length(other) > length(hit),
      ),
  );
}

function length({ from, to }: { from: number; to: number }): number {
  return to - from;
}
