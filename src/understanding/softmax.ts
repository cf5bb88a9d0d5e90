import type { Features } from './topic-features.ts';

/** A linear model over many classes: for each feature one weight a class. */
export interface Softmax {
  /** How likely each class is, in the order of the classes; they add up to 1. */
  predict(features: Features): Float32Array;
}

export interface TrainingRound {
  features: Features;
  /** Number of the class it belongs to. */
  label: number;
}

/** Looked up once: in a test each look at a global goes through jest, which costs more than the sum around it. */
const { exp, sqrt } = Math;
const RATE = 0.7;
const DECAY = 1e-5;
/** A share so near to what it should be teaches nothing. */
const SMALL = 1e-2;

/**
 * Trains by plain stochastic descent with Adagrad, in the order given: the same rounds make the same model.
 *
 * @param rounds examples one after the other, as often as they shall count; drawn once.
 */
export function trainSoftmax(classes: number, features: number, rounds: Iterable<TrainingRound>): Softmax {
  const weights = new Float32Array(classes * features);
  const steps = new Float32Array(classes * features);
  const bias = new Float32Array(classes);

  const predict = ({ ids, values }: Features, scores = new Float32Array(classes)): Float32Array => {
    scores.set(bias);
    for (let at = 0; at < ids.length; at++) {
      const from = (ids[at] as number) * classes;
      const value = values[at] as number;
      for (let one = 0; one < classes; one++)
        scores[one] = (scores[one] as number) + value * (weights[from + one] as number);
    }
    return toShares(scores);
  };

  const shares = new Float32Array(classes);
  const moved = new Int32Array(classes);
  for (const { features, label } of rounds) {
    const { ids, values } = features;
    predict(features, shares);
    shares[label] = (shares[label] as number) - 1;
    let most = 0;
    for (let one = 0; one < classes; one++) {
      const share = shares[one] as number;
      bias[one] = (bias[one] as number) - 0.02 * share;
      if (share >= SMALL || share <= -SMALL) moved[most++] = one;
    }
    for (let at = 0; at < ids.length; at++) {
      const from = (ids[at] as number) * classes;
      const value = values[at] as number;
      for (let nth = 0; nth < most; nth++) {
        const one = moved[nth] as number;
        const to = from + one;
        const slope = value * (shares[one] as number) + DECAY * (weights[to] as number);
        const step = (steps[to] as number) + slope * slope;
        steps[to] = step;
        weights[to] = (weights[to] as number) - (RATE * slope) / (sqrt(step) + 1e-3);
      }
    }
  }
  return { predict: (features) => predict(features) };
}

function toShares(scores: Float32Array): Float32Array {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) if ((scores[at] as number) > top) top = scores[at] as number;
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = exp((scores[at] as number) - top);
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum;
  return scores;
}
