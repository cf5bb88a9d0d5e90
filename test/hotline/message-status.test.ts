import { describe, expect, it } from '@jest/globals';
import { hasArrived, isLost, type MessageStatus, statusRank } from '../../src/hotline/ports.ts';

const WAY: MessageStatus[][] = [
  ['receiving', 'received'],
  ['accepted', 'scheduled'],
  ['queued'],
  ['sending'],
  ['sent'],
  ['partially_delivered'],
  ['canceled', 'failed', 'undelivered'],
  ['delivered'],
  ['read'],
];

describe('a message’s status', () => {
  it('ranks by how far along its way the message is', () => {
    const ranks = WAY.map((equals) => equals.map(statusRank));
    for (const equals of ranks) expect(new Set(equals).size).toBe(1);
    expect(ranks.map(([rank]) => rank)).toEqual(ranks.map(([rank]) => rank ?? 0).toSorted((a, b) => a - b));
    expect(new Set(ranks.flat()).size).toBe(WAY.length);
  });

  it('says of each whether it has arrived or is lost', () => {
    expect(WAY.flat().filter(hasArrived)).toEqual(['delivered', 'read']);
    expect(WAY.flat().filter(isLost)).toEqual(['canceled', 'failed', 'undelivered']);
  });
});
