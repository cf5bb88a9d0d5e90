import { describe, expect, it } from '@jest/globals';
import { neededOn, needsOf, openCards, withLoad } from '../../src/console/floor/floor-needs.ts';
import { countTalks, isListed } from '../../src/console/floor/talk-filter.ts';
import type { CardView, OnFloor, Queue } from '../../src/http/console-contract.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const ANA = { id: 'ana', name: 'Ana' };

const card = (talk: string, more: Partial<CardView> = {}): CardView => ({
  ...{ talk, version: 1, priority: 'rest', reasons: [], status: 'waiting', since: NOW - MINUTE, language: 'en' },
  ...{ minor: false, alerts: [], attention: false, muted: false, lastTextAt: NOW - MINUTE },
  ...more,
});
const live = (talk: string, more: Partial<CardView> = {}) => card(talk, { status: 'live', owner: ANA, ...more });
const queue = (more: Partial<Queue>): Queue => ({
  ...{ now: NOW, waiting: [], live: [], optedOut: [], onShift: 1, counts: {} as Queue['counts'] },
  ...more,
});
const member = (more: Partial<OnFloor>): OnFloor => ({
  ...{ ...ANA, shift: 'on', talks: 0, loadCap: 4, languages: [], skills: [], present: true, hard: 0 },
  ...more,
});

describe('what a supervisor is told', () => {
  it('is nothing where nothing is wrong', () => {
    const calm = queue({ waiting: [card('a')], live: [live('b', { unansweredSince: NOW - MINUTE })] });
    expect(neededOn(calm, [member({}), member({ shift: 'off', present: false })], NOW)).toEqual([]);
  });

  it('is each thing once, the gravest first, with how many and how long', () => {
    const waiting = [card('a', { priority: 'red', since: NOW - 5 * MINUTE }), card('b', { priority: 'red' })];
    const held = [
      live('c', { unansweredSince: NOW - 3 * MINUTE }),
      live('d', { alerts: ['late-text', 'text-not-delivered'], attention: true }),
      live('e', { alerts: ['safety-text-lost', 'nobody-on', 'unanswered'] }),
    ];
    waiting.push(card('f', { alerts: ['nobody-on'] }), card('g', { alerts: ['owner-gone'] }));
    expect(neededOn(queue({ waiting, live: held, onShift: 0 }), [member({ present: false })], NOW)).toEqual([
      { need: 'nobody-on', count: 1 },
      { need: 'red-waits', count: 2, longestMs: 5 * MINUTE },
      { need: 'nobody-came', count: 1 },
      { need: 'not-delivered', count: 2 },
      { need: 'came-back', count: 1 },
      { need: 'asked', count: 1 },
      { need: 'unanswered', count: 1, longestMs: 3 * MINUTE },
      { need: 'away', count: 1 },
    ]);
  });

  it('is not that somebody silent waits for an answer', () => {
    expect(needsOf(live('a', { unansweredSince: NOW - 60 * MINUTE, silentSince: NOW - 45 * MINUTE }), NOW)).toEqual([]);
  });
});

describe('the load', () => {
  it('is what the desk shows, not what was true when the staff were asked for', () => {
    const staff = [member({ talks: 9 }), member({ id: 'ben', talks: 9 })];
    expect(withLoad(staff, queue({ live: [live('a'), live('b')] })).map(({ talks }) => talks)).toEqual([2, 0]);
  });
});

describe('the open conversations', () => {
  const all = queue({
    waiting: [card('a'), card('b', { priority: 'red' })],
    live: [live('c', { priority: 'red' }), live('d', { attention: true })],
    optedOut: [card('e', { status: 'opted-out', priority: 'crisis' })],
  });

  it('stand with the gravest first, and whoever waits before whoever is seen to', () => {
    expect(openCards(all).map(({ talk }) => talk)).toEqual(['b', 'c', 'e', 'a', 'd']);
  });

  it('are counted for each choice as they are listed', () => {
    expect(countTalks(openCards(all), NOW)).toEqual({ all: 5, needs: 2, waiting: 2, live: 2 });
    const ofAna = openCards(all).filter((one) => isListed(one, { filter: 'all', owner: ANA }, NOW));
    expect(ofAna.map(({ talk }) => talk)).toEqual(['c', 'd']);
  });
});
