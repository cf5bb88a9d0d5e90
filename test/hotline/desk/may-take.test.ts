import { describe, expect, it } from '@jest/globals';
import type { Card } from '../../../src/conversation/card.ts';
import { mayTake } from '../../../src/hotline/desk/may-take.ts';

const NOW = 1_700_000_000_000;
const card = (over: Partial<Card> = {}): Card => ({
  ...{ priority: 'crisis', reasons: [], since: NOW, status: 'waiting', language: 'en' },
  ...over,
});
const advocate = (id: string, languages = ['en'], skills: string[] = []) => ({ id, languages, skills });
const [ana, ben, eva] = [advocate('ana'), advocate('ben'), advocate('eva', ['en', 'es'], ['minors'])];

describe('who may take somebody', () => {
  it('is anybody who speaks the language and has the skill', () => {
    expect(mayTake(card(), ana, [ben, eva], NOW)).toBe(true);
    expect(mayTake(card({ language: 'es', skill: 'minors' }), eva, [ana], NOW)).toBe(true);
  });

  it('is nobody else while such a one is there and the wait is short', () => {
    for (const over of [{ language: 'es' }, { skill: 'minors' }]) {
      expect(mayTake(card(over), ana, [ben, eva], NOW + 119_000)).toBe(false);
      expect(mayTake(card(over), ana, [ben, eva], NOW + 120_000)).toBe(true);
      expect(mayTake(card(over), ana, [ben], NOW)).toBe(true);
    }
  });

  it('waits for a language no longer than half a minute with somebody in danger now', () => {
    const red = card({ priority: 'red', language: 'es' });
    expect([29_000, 30_000].map((ms) => mayTake(red, ana, [eva], NOW + ms))).toEqual([false, true]);
  });

  it('is for a minute the one that they are kept for, if that one is there', () => {
    const kept = card({ reserved: { for: 'ben', until: NOW + 60_000 }, language: 'es' });
    expect(mayTake(kept, eva, [ana, ben], NOW)).toBe(false);
    expect(mayTake(kept, ben, [ana, eva], NOW)).toBe(true);
    expect(mayTake(kept, eva, [ana], NOW)).toBe(true);
    expect(mayTake(kept, eva, [ana, ben], NOW + 60_000)).toBe(true);
  });

  it('is no longer kept than a minute, whatever was done to the clock', () => {
    const kept = card({ reserved: { for: 'ben', until: NOW + 60_000 } });
    expect(mayTake(kept, ana, [ben], NOW - 3_600_000)).toBe(true);
    expect(mayTake(card({ language: 'es' }), ana, [eva], NOW - 3_600_000)).toBe(true);
  });

  it('is whoever has the skill that somebody was handed to, however long they had been on the desk before', () => {
    const handed = card({ skill: 'minors', waitFrom: NOW + 3_600_000 });
    expect(mayTake(handed, ana, [eva], NOW + 3_600_000 + 1_000)).toBe(false);
    expect(mayTake(handed, ana, [eva], NOW + 3_600_000 + 120_000)).toBe(true);
  });
});
