import { describe, expect, it } from '@jest/globals';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import { transcriptEntry } from '../../src/hotline/transcript.ts';
import { NOW } from './samples.ts';

const textIn = (text: string, ago: number, media: string[] = []): TurnItem => ({
  ...{ kind: 'text', text, receivedAt: NOW - ago, media, late: false },
});

describe('transcriptEntry', () => {
  it('keeps what came in, what was said by key, and an advocate’s own words', () => {
    const items: TurnItem[] = [
      textIn('hi', 1500),
      textIn('look', 20, ['image/jpeg']),
      { kind: 'advocate-text', advocate: 'ana', text: 'I am here', id: 'x' },
    ];
    const effects: Effect[] = [
      { type: 'say', key: 'line.help', weight: 'direct' },
      { type: 'say', key: 'tip.receipt', values: { code: '7KQF' }, weight: 'ordinary', question: true },
      { type: 'say-text', text: 'I am here', advocate: 'ana', id: 'x' },
    ];
    expect(transcriptEntry(NOW, items, effects)).toEqual({
      a: NOW,
      i: [
        ['hi', 1500],
        ['look', 20, ['image/jpeg']],
      ],
      o: [['line.help'], ['tip.receipt', { code: '[code]' }]],
      s: [['I am here', 'ana']],
    });
  });

  it('names what else happened', () => {
    const items: TurnItem[] = [
      { kind: 'timer', name: 'silence' },
      { kind: 'claim', advocate: 'ana' },
      { kind: 'delivery', key: 'line.help', outcome: 'undelivered', safety: true },
      { kind: 'opted-out-at-provider' },
    ];
    expect(transcriptEntry(NOW, items, [{ type: 'alert', reason: 'texts-fail' }])).toEqual({
      a: NOW,
      e: ['silence', 'claim', 'delivery', 'opted-out-at-provider', 'texts-fail'],
    });
  });

  it('is nothing when nothing happened that is worth keeping', () => {
    expect(transcriptEntry(NOW, [], [{ type: 'cancel-unsent' }, { type: 'end' }])).toBeUndefined();
  });
});
