import type { DangerModel, DangerWeights } from '../../src/understanding/danger-model.ts';
import { softmax } from '../../src/understanding/danger-model.ts';
import { BITS } from '../../src/understanding/feature-place.ts';
import type { Label } from './read-examples.ts';
import { seeded } from './seeded.ts';

/** Numbers are kept as small as they may be: there are some hundred million of them. */
export interface Sample {
  /** Feature i stands at `places[i]` and counts `values[i]`. */
  places: Uint32Array;
  values: Float32Array;
  label: Label;
  /** The line that it was made from. */
  line: string;
}

const ROUNDS = 8;
/** Small, so that the first words met do not decide for the rest: found by held-out loss. */
const RATE = 0.05;
/** Pulls every weight towards nothing, so that a rare word decides little. */
const DECAY = 2e-3;
/** What only a line or two say is their own wording, and teaches nothing of other people's. */
const FEWEST_LINES = 3;

/** Multinomial logistic regression by AdaGrad, in an order that is the same on every run. */
export function learnWeights(samples: readonly Sample[], thresholds: DangerWeights['thresholds']): DangerModel {
  const size = 1 << BITS;
  const weights = { crisis: new Float32Array(size), imminent: new Float32Array(size) };
  const squares = { crisis: new Float32Array(size).fill(1e-6), imminent: new Float32Array(size).fill(1e-6) };
  const bias: [number, number] = [0, 0];
  const random = seeded('order');
  const known = sharedOnly(samples);
  const order = known.map((_, at) => at);
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const sample = known[at];
      if (sample) learn(sample, weights, squares, bias);
    }
  }
  return { bias, ...quantised(weights), thresholds };
}

/** The samples without the features that fewer than {@link FEWEST_LINES} lines have. */
function sharedOnly(samples: readonly Sample[]): Sample[] {
  const lines = new Uint32Array(1 << BITS);
  for (const own of Map.groupBy(samples, ({ line }) => line).values()) {
    for (const place of new Set(own.flatMap(({ places }) => [...places]))) lines[place] = (lines[place] ?? 0) + 1;
  }
  return samples.map(({ places, values, ...sample }) => {
    const kept = [...places.keys()].filter((at) => (lines[places[at] ?? 0] ?? 0) >= FEWEST_LINES);
    const only = (list: ArrayLike<number>) => kept.map((at) => list[at] ?? 0);
    return { ...sample, places: Uint32Array.from(only(places)), values: Float32Array.from(only(values)) };
  });
}

type Pair = Record<'crisis' | 'imminent', Float32Array>;

function learn({ places, values, label }: Sample, weights: Pair, squares: Pair, bias: [number, number]): void {
  let [towardsCrisis, towardsImminent] = bias;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const value = values[at] as number;
    towardsCrisis += value * (weights.crisis[place] as number);
    towardsImminent += value * (weights.imminent[place] as number);
  }
  const odds = softmax(towardsCrisis, towardsImminent);
  for (const [index, level] of (['crisis', 'imminent'] as const).entries()) {
    const error = odds[level] - (label === level ? 1 : 0);
    bias[index] = (bias[index] ?? 0) - 0.01 * error;
    const own = weights[level];
    const squared = squares[level];
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const slope = error * (values[at] as number) + DECAY * (own[place] as number);
      squared[place] = (squared[place] as number) + slope * slope;
      own[place] = (own[place] as number) - (RATE * slope) / Math.sqrt(squared[place] as number);
    }
  }
}

function quantised({ crisis, imminent }: Pair): Pick<DangerModel, 'scale' | 'crisis' | 'imminent'> {
  const largest = Math.max(
    1e-6,
    ...[crisis, imminent].map((list) => list.reduce((a, b) => Math.max(a, Math.abs(b)), 0)),
  );
  const scale = largest / 127;
  const small = (list: Float32Array) => Int8Array.from(list, (weight) => Math.round(weight / scale));
  return { scale, crisis: small(crisis), imminent: small(imminent) };
}
