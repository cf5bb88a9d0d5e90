import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import type { Card } from '../../src/conversation/card.ts';
import { createConversation, type TurnInput, type TurnItem } from '../../src/conversation/conversation.ts';
import type { Effect, Say } from '../../src/conversation/effect.ts';
import type { ConversationContext, ConversationState } from '../../src/conversation/state.ts';
import type { TextItem } from '../../src/conversation/turn.ts';
import { readSetOnce } from '../support/read-set-once.ts';

const { files } = await readSetFiles('.');
const read = readSetOnce(files, 'set-1');
if (!read.ok) throw new Error(JSON.stringify(read.findings));
export const set = read.set;
export const conversation = createConversation(set);

export const T0 = Date.UTC(2026, 0, 1);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** A phone in a test's hand: sends texts, moves the clock, and remembers what the last turn did. */
export class Phone {
  talk: typeof conversation;
  now = T0;
  state: ConversationState | undefined;
  asked: TurnInput['asked'] = { undelivered: true };
  effects: Effect[] = [];
  fresh = false;

  constructor(talk: typeof conversation = conversation) {
    this.talk = talk;
  }

  /** Runs a turn; returns the keys said, `*` for an advocate's words. */
  turn(items: TurnItem[], input: Partial<TurnInput> = {}): string[] {
    const { now, asked } = this;
    const result = this.talk.turn(this.state, { now, items, asked, receiptCode: 'CODE-1', lost: [], ...input });
    Object.assign(this, result);
    const says = this.says;
    if (says.some(({ question }) => question)) this.asked = { at: now, undelivered: false };
    return this.out;
  }

  /** One text, or a burst. Each turn of texts is five seconds after the last. */
  text(...texts: (string | Partial<TextItem>)[]): string[] {
    this.now += 5 * SECOND;
    const item = (text: string | Partial<TextItem>): TextItem => ({
      kind: 'text',
      text: '',
      receivedAt: this.now,
      media: [],
      late: false,
      ...(typeof text === 'string' ? { text } : text),
    });
    return this.turn(texts.map(item));
  }

  /** Several texts, one turn each. */
  texts(...texts: string[]): this {
    for (const text of texts) this.text(text);
    return this;
  }

  /** Moves the clock and runs the timers that come due on the way. */
  wait(ms: number): string[] {
    const until = this.now + ms;
    const said: string[] = [];
    const effects: Effect[] = [];
    for (;;) {
      const timers = Object.entries(this.state ? this.talk.timers(this.state) : {}) as [string, number][];
      const [next] = timers.filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b);
      if (!next) break;
      this.now = Math.max(this.now, next[1]);
      said.push(...this.turn([{ kind: 'timer', name: next[0] as 'silence' }]));
      effects.push(...this.effects);
    }
    this.now = until;
    this.effects = effects;
    return said;
  }

  claim(advocate = 'ana'): string[] {
    return this.turn([{ kind: 'claim', advocate }]);
  }

  say(text: string, more: { confirmed?: boolean; advocate?: string } = {}): string[] {
    return this.turn([{ kind: 'advocate-text', advocate: 'ana', text, id: 'id-1', ...more }]);
  }

  close(): string[] {
    return this.turn([{ kind: 'close', advocate: 'ana' }]);
  }

  get says(): Say[] {
    return this.effects.flatMap((effect) => (effect.type === 'say' ? [effect] : []));
  }

  get out(): string[] {
    return this.effects.flatMap((effect) => {
      if (effect.type === 'say-text') return ['*'];
      return effect.type === 'say' ? [effect.key] : [];
    });
  }

  /** Types of the effects that are not texts. */
  get acts(): string[] {
    return this.effects.flatMap(({ type }) => (type === 'say' || type === 'say-text' ? [] : [type]));
  }

  get alerts(): string[] {
    return this.effects.flatMap((effect) => (effect.type === 'alert' ? [effect.reason] : []));
  }

  get value(): string {
    return this.state?.value ?? '';
  }

  get context(): ConversationContext {
    if (!this.state) throw new Error('nothing has happened yet');
    return this.state.context;
  }

  get card(): Card | undefined {
    return this.state && this.talk.card(this.state);
  }
}

/** Brings a new phone into a named place of the conversation. */
export const PLACES: Record<string, () => Phone> = {
  'the first question': () => new Phone().texts('hi'),
  'a choice': () => new Phone().texts('hi', '2'),
  'an open question': () => new Phone().texts('hi', '2', '2', '2'),
  'the crisis flow': () => new Phone().texts('hi', '1'),
  waiting: () => new Phone().texts('talk to a person'),
  live: () => {
    const phone = new Phone().texts('talk to a person');
    phone.claim();
    return phone;
  },
};
