import type { Features } from './danger-features.ts';
import { BITS } from './feature-place.ts';

/** The weights as `npm run train` writes them. */
export interface DangerWeights {
  bits: number;
  /** Where the model starts from: crisis, imminent, each against none. */
  bias: [number, number];
  /** What one step of the small whole numbers below is worth. */
  scale: number;
  /** Base64 of one bit for each place, set where it has weights, then of two signed bytes for each of these: crisis, imminent. */
  weights: string;
  /** At least this sure: imminent; danger of either level; a doubt that is asked about. */
  thresholds: { imminent: number; danger: number; unsure: number };
}

export interface DangerModel {
  bias: readonly [number, number];
  scale: number;
  crisis: Int8Array;
  imminent: Int8Array;
  thresholds: DangerWeights['thresholds'];
}

/** How sure the model is, from 0 to 1; the three add up to 1. */
export interface Odds {
  none: number;
  crisis: number;
  imminent: number;
}

/** The model's answer, in the terms of the lists. */
export interface Weighed {
  level: 'none' | 'doubt' | 'crisis' | 'imminent';
  /** Listed words that weighed most, heaviest first. */
  words: string[];
}

/** @throws Error when the weights were made for other features than these. */
export function readModel({ bits, bias, scale, weights, thresholds }: DangerWeights): DangerModel {
  const size = 1 << BITS;
  const bytes = atob(weights);
  const crisis = new Int8Array(size);
  const imminent = new Int8Array(size);
  let at = size / 8;
  for (let place = 0; place < size; place++) {
    if (((bytes.charCodeAt(place >> 3) >> (place & 7)) & 1) === 0) continue;
    crisis[place] = bytes.charCodeAt(at++);
    imminent[place] = bytes.charCodeAt(at++);
  }
  if (bits !== BITS || at !== bytes.length) throw new Error('The weights fit other features: run npm run train.');
  return { bias, scale, crisis, imminent, thresholds };
}

/** The weights of a model as {@link readModel} reads them. */
export function packWeights({ crisis, imminent }: Pick<DangerModel, 'crisis' | 'imminent'>): string {
  const marks = new Uint8Array(crisis.length / 8);
  const values: number[] = [];
  for (const [place, towards] of crisis.entries()) {
    const now = imminent[place] ?? 0;
    if (towards === 0 && now === 0) continue;
    marks[place >> 3] = (marks[place >> 3] ?? 0) | (1 << (place & 7));
    values.push(towards & 0xff, now & 0xff);
  }
  let bytes = '';
  for (const byte of marks) bytes += String.fromCharCode(byte);
  for (const byte of values) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

export function oddsOf({ bias, scale, crisis, imminent }: DangerModel, { places, values }: Features): Odds {
  let towardsCrisis = 0;
  let towardsImminent = 0;
  for (const [at, place] of places.entries()) {
    const value = values[at] ?? 0;
    towardsCrisis += value * (crisis[place] ?? 0);
    towardsImminent += value * (imminent[place] ?? 0);
  }
  return softmax(bias[0] + scale * towardsCrisis, bias[1] + scale * towardsImminent);
}

export function softmax(crisis: number, imminent: number): Odds {
  const most = Math.max(0, crisis, imminent);
  const [none, some, now] = [Math.exp(-most), Math.exp(crisis - most), Math.exp(imminent - most)];
  const all = none + some + now;
  return { none: none / all, crisis: some / all, imminent: now / all };
}

/** For each token, how far it and the groups that begin with it moved the model towards `level`. */
export function weightOfTokens(
  model: DangerModel,
  { places, values, owners }: Features,
  level: 'crisis' | 'imminent',
): number[] {
  const weights = model[level];
  const byToken: number[] = [];
  for (const [at, place] of places.entries()) {
    const owner = owners[at] ?? -1;
    if (owner >= 0) byToken[owner] = (byToken[owner] ?? 0) + (values[at] ?? 0) * (weights[place] ?? 0) * model.scale;
  }
  return byToken;
}
