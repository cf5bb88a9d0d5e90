import type { Lists } from './compile-lists.ts';
import type { Features } from './danger-features.ts';
import { dangerFeatures } from './danger-features.ts';
import type { DangerModel, Odds, Weighed } from './danger-model.ts';
import { oddsOf, weightOfTokens } from './danger-model.ts';
import { dangerSigns } from './danger-signs.ts';
import type { Scan } from './scan.ts';
import { scan } from './scan.ts';
import type { Token } from './tokens.ts';

/** A longer text is weighed in passages, so that one sentence is not drowned by the story around it. */
const PASSAGE = 56;
const STEP = 28;
/** A text this short, in which no list knows a word, is most often a name, a place or a day: there the model must be sure. */
const SHORT = 4;
const SURE = { imminent: 0.6, danger: 0.6, unsure: 0.5 };
/** As many words as an advocate takes in at a glance. */
const MOST_WORDS = 4;

/**
 * The model's own answer, beside the lists'. The gravest passage counts; time is linear in the text.
 * @param scans what the lists that are heard found in the whole text
 * @param language the text's language, whose spelling the model reads
 */
export function weighDanger(
  tokens: readonly Token[],
  scans: readonly Scan[],
  lists: Lists,
  language: string,
  model: DangerModel,
): Weighed {
  const passages = passagesOf(tokens, scans, lists).map((passage) => {
    const own = spelledIn(passage, language);
    const signs = dangerSigns(passage);
    const features = featuresOf(own, signs);
    return { own, features, odds: oddsOf(model, features), bare: tokens.length <= SHORT && signs.length === 0 };
  });
  const gravest = passages.reduce((a, b) => (gravity(b.odds) > gravity(a.odds) ? b : a));
  const level = levelOf(gravest.odds, gravest.bare ? SURE : model.thresholds);
  if (level === 'none' || !gravest.own) return { level, words: [] };
  const { own, features } = gravest;
  const weights = weightOfTokens(model, features, level === 'imminent' ? 'imminent' : 'crisis');
  const heaviest = [...weights.entries()].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1]);
  // Only words of the lists are shown, so that no name or number of the texter's leaves with the alarm.
  const words = heaviest.map(([at]) => own.tokens[at]?.word ?? '').filter((word) => own.lists.matcher.knows(word));
  return { level, words: [...new Set(words)].slice(0, MOST_WORDS) };
}

/** The scans of a text, or of its overlapping passages when it is long. */
function passagesOf(tokens: readonly Token[], scans: readonly Scan[], lists: Lists): (readonly Scan[])[] {
  if (tokens.length <= PASSAGE) return [scans];
  const passages: Scan[][] = [];
  for (let from = 0; from + STEP < tokens.length; from += STEP) {
    const part = tokens.slice(from, from + PASSAGE);
    passages.push(scans.map((whole) => scan(whole.lists, part, lists)));
  }
  return passages;
}

export function featuresOf(own: Scan | undefined, signs: readonly string[]): Features {
  return dangerFeatures(own?.tokens ?? [], signs, own?.lists.kinds ?? new Map());
}

export function spelledIn(scans: readonly Scan[], language: string): Scan | undefined {
  return scans.find(({ lists }) => lists.language === language) ?? scans[0];
}

function gravity({ crisis, imminent }: Odds): number {
  return crisis + 2 * imminent;
}

function levelOf({ crisis, imminent }: Odds, thresholds: DangerModel['thresholds']): Weighed['level'] {
  if (imminent >= thresholds.imminent) return 'imminent';
  if (crisis + imminent >= thresholds.danger) return 'crisis';
  return crisis + imminent >= thresholds.unsure ? 'doubt' : 'none';
}
