import { describe, expect, it } from '@jest/globals';
import type { TurnItem } from '../../src/conversation/conversation.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import { transcriptEntry } from '../../src/hotline/transcript.ts';
import { NOW } from './samples.ts';

const textIn = (text: string, ago: number, media: string[] = [], links: string[] = []): TurnItem => ({
  ...{ kind: 'text', text, receivedAt: NOW - ago, media, links, late: false },
});

describe('transcriptEntry', () => {
  it('keeps what came in, what was said by key, and an advocate’s own words', () => {
    const items: TurnItem[] = [
      textIn('hi', 1500),
      textIn('look', 20, ['image/jpeg', 'text/vcard'], ['https://provider.example/1']),
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
        ['look', 20, [['image/jpeg', 'https://provider.example/1'], ['text/vcard']]],
      ],
      o: [['line.help'], ['tip.receipt', { code: '[code]' }]],
      s: [['I am here', 'ana', 'x']],
    });
  });

  it('keeps what an advocate wrote although it was refused, and the language where it is not the usual one', () => {
    const item: TurnItem = { kind: 'advocate-text', advocate: 'ana', text: 'still there?', id: 'y' };
    expect(transcriptEntry(NOW, [item], [], { language: 'es' })).toEqual({ a: NOW, s: [['still there?', 'ana', 'y']] });
    const said: Effect[] = [{ type: 'say', key: 'line.help', weight: 'direct' }];
    expect(transcriptEntry(NOW, [], said, { language: 'es' })).toEqual({ a: NOW, o: [['line.help']], l: 'es' });
  });

  it('names the text that each saying left in, where it is watched', () => {
    const says = ['crisis.start', 'crisis.safe', 'line.minor'].map(
      (key): Effect => ({ type: 'say', key, weight: 'ordinary' }),
    );
    const texts = [
      { id: 'one', key: 'crisis.start' },
      { id: 'two', key: 'line.minor' },
    ];
    expect(transcriptEntry(NOW, [], says, { texts })?.o).toEqual([
      ['crisis.start', {}, 'one'],
      ['crisis.safe', {}, 'one'],
      ['line.minor', {}, 'two'],
    ]);
  });

  it('names what was done, how, and by whom', () => {
    const items: TurnItem[] = [
      { kind: 'close', advocate: 'ana', disposition: 'crisis.helped' },
      { kind: 'close', advocate: 'ana' },
      { kind: 'release', to: 'queue', advocate: 'ana' },
      { kind: 'release', to: 'queue', why: 'owner-gone' },
      { kind: 'set-danger', advocate: 'ana', level: 'imminent' },
      { kind: 'mute', advocate: 'ana', on: true },
      { kind: 'attention', advocate: 'ana', on: false },
      { kind: 'nobody-on' },
      { kind: 'show' },
    ];
    const e = ['close:crisis.helped ana', 'close ana', 'release:queue ana', 'release:owner-gone'];
    e.push('set-danger:imminent ana', 'mute:on ana', 'attention:off ana', 'nobody-on');
    expect(transcriptEntry(NOW, items, [])).toEqual({ a: NOW, e });
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
      e: ['silence', 'claim ana', 'delivery', 'opted-out-at-provider', 'texts-fail'],
    });
  });

  it('tells once what was done and is alerted of', () => {
    const items: TurnItem[] = [{ kind: 'nobody-on' }, { kind: 'release', to: 'queue', why: 'owner-gone' }];
    const effects = ['nobody-on', 'owner-gone', 'stop'].map((reason) => ({ type: 'alert', reason }) as Effect);
    expect(transcriptEntry(NOW, items, effects)?.e).toEqual(['nobody-on', 'release:owner-gone', 'stop']);
  });

  it('is nothing when nothing happened that is worth keeping', () => {
    expect(transcriptEntry(NOW, [], [{ type: 'cancel-unsent' }, { type: 'end' }])).toBeUndefined();
  });
});
