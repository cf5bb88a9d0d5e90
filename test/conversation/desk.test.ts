import { describe, expect, it } from '@jest/globals';
import { MINUTE, Phone, PLACES, SECOND } from './phone.ts';

const waiting = () => new Phone().texts('talk to a person');
const live = () => PLACES.live?.() ?? new Phone();

describe('waiting', () => {
  it('is told the truth within a minute, at most once more, and then nothing', () => {
    const phone = waiting();
    expect(phone.wait(49 * SECOND)).toEqual([]);
    expect(phone.wait(11 * SECOND)).toEqual(['line.notice-1']);
    expect(phone.wait(3 * MINUTE)).toEqual([]);
    expect(phone.wait(2 * MINUTE)).toEqual(['line.notice-2']);
    phone.text('hello?');
    expect(phone.wait(14 * MINUTE)).toEqual([]);
  });

  it('is not told after silence, a HOLD or a claim', () => {
    const held = waiting().texts("he's back");
    expect(held.wait(10 * MINUTE)).toEqual([]);
    const claimed = waiting();
    claimed.claim();
    expect(claimed.wait(10 * MINUTE)).toEqual([]);
    const late = waiting();
    late.now += 120 * MINUTE;
    expect(late.turn([{ kind: 'timer', name: 'notice' }])).toEqual([]);
    expect(late.card?.silentSince).toBeDefined();
  });

  it('is told again when someone who fell silent writes again', () => {
    const phone = waiting();
    phone.wait(60 * MINUTE);
    phone.text('hello?');
    expect(phone.card?.silentSince).toBeUndefined();
    expect(phone.wait(MINUTE)).toEqual(['line.notice-1']);
  });

  it('answers what is asked of the bot with the wait, and keeps the place', () => {
    for (const text of ['menu', 'back', 'talk to a person']) {
      const phone = waiting();
      expect(phone.text(text)).toEqual(['line.notice-1']);
      expect(phone.value).toBe('waiting');
    }
  });

  it('keeps its place through HELP', () => {
    const phone = waiting();
    const since = phone.card?.since;
    expect(phone.text('HELP')).toEqual(['line.help']);
    expect(phone.text('2')).toEqual([]);
    expect([phone.value, phone.card?.since]).toEqual(['waiting', since]);
  });
});

describe('an advocate', () => {
  it('silences the bot at the instant of the claim', () => {
    const phone = waiting();
    phone.claim('ana');
    expect([phone.value, phone.acts]).toEqual(['live', ['cancel-unsent']]);
    expect(phone.card).toMatchObject({ status: 'live', owner: 'ana' });
    for (const text of ['hello', '1', 'menu', 'back', 'are you a bot', '', 'en español por favor', 'thanks']) {
      expect(phone.text(text)).toEqual([]);
    }
  });

  it('can claim someone whom a flow is still asking', () => {
    const phone = new Phone().texts('hi', '1');
    expect([phone.value, phone.card?.status]).toEqual(['bot.crisis.safe', 'waiting']);
    phone.claim();
    expect(phone.value).toBe('live');
  });

  it('can claim nobody who is not on the desk', () => {
    const phone = new Phone().texts('hi');
    phone.claim();
    expect(phone.value).toBe('bot.welcome.danger');
  });

  it('texts only what is theirs', () => {
    const phone = live();
    expect(phone.say('hi')).toEqual(['*']);
    expect(phone.say('hi', { advocate: 'bob' })).toEqual([]);
    expect(phone.alerts).toEqual(['text-refused-not-owner']);
    const bot = new Phone().texts('hi');
    expect(bot.say('hi')).toEqual([]);
  });

  it('is held back behind a silence until they say so twice', () => {
    const phone = live();
    phone.wait(16 * MINUTE);
    expect(phone.say('are you ok?')).toEqual([]);
    expect(phone.alerts).toEqual(['text-refused-silent']);
    expect(phone.say('are you ok?', { confirmed: true })).toEqual(['*']);
    phone.text('yes');
    expect(phone.say('good')).toEqual(['*']);
  });

  it('is held back while it is not safe, even if they insist', () => {
    const phone = live().texts("he's back");
    expect(phone.say('ok', { confirmed: true })).toEqual([]);
    expect(phone.alerts).toEqual(['text-refused-unsafe']);
    phone.text('he left');
    expect(phone.say('ok')).toEqual(['*']);
  });

  it('is told of a text that did not arrive', () => {
    const phone = live();
    phone.turn([{ kind: 'delivery', key: 'advocate', outcome: 'undelivered', safety: false }]);
    expect(phone.card?.alerts).toEqual(['text-not-delivered']);
  });

  it('closes with a word only while they are surely still there', () => {
    expect(live().close()).toEqual(['line.closed']);
    const silent = live();
    silent.wait(16 * MINUTE);
    expect(silent.close()).toEqual([]);
    const unsafe = live().texts("he's back");
    expect(unsafe.close()).toEqual([]);
    for (const phone of [silent, unsafe]) {
      expect([phone.value, phone.acts, phone.card]).toEqual(['quiet', ['end'], undefined]);
    }
  });

  it('gives a conversation back to the queue with its place, or to the bot', () => {
    const phone = live();
    const since = phone.card?.since;
    phone.turn([{ kind: 'release', to: 'queue' }]);
    expect(phone.card).toEqual({
      priority: 'rest',
      reasons: ['asked-for-a-person'],
      since,
      status: 'waiting',
      language: 'en',
      lastTextAt: since,
      waitFrom: since,
      met: 'held',
    });
    expect(phone.wait(MINUTE)).toEqual(['line.notice-1']);
    phone.claim();
    expect(phone.turn([{ kind: 'release', to: 'bot' }])).toEqual(['menu.start']);
    expect([phone.value, phone.card]).toEqual(['bot.menu.start', undefined]);
  });

  it('gives nobody back to the bot who is silent or unsafe', () => {
    const phone = live();
    phone.wait(16 * MINUTE);
    expect(phone.turn([{ kind: 'release', to: 'bot' }])).toEqual([]);
    expect(phone.value).toBe('waiting');
  });

  it('alone takes someone off the desk, who has said goodbye to the bot', () => {
    const phone = new Phone().texts('hi', '1', 'menu', '7');
    expect(phone.out).toEqual(['menu.bye']);
    expect([phone.value, phone.card?.priority, phone.card?.alerts]).toEqual(['waiting', 'red', ['said-goodbye']]);
    expect(phone.acts).not.toContain('end');
    expect(phone.wait(60 * MINUTE)).toEqual([]);
    phone.close();
    expect([phone.value, phone.card, phone.acts]).toEqual(['quiet', undefined, ['end']]);
  });
});
