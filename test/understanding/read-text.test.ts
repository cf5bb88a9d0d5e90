import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '../../src/understanding/read-text.ts';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

const read = (text: string, language = 'en'): Reading => readText(text, realLists, language);

describe('keywords', () => {
  it.each([
    'STOP',
    'stop',
    '  Stop  .',
    'STOP.',
    '“STOP”',
    "'stop'",
    'ＳＴＯＰ',
    'S\u200bTOP',
    'STOP\ufe0f',
    'STOP\u00a0',
    's t o p',
    'stop\r\n',
    'STOPALL',
    'Stop All',
    'UNSUBSCRIBE',
    'cancel',
    'END',
    'quit!',
    'Revoke',
    'OPTOUT',
    'opt-out',
    'OPT OUT',
  ])('%j opts out in every language', (text) => {
    for (const language of ['en', 'es', 'vi']) expect(read(text, language).keyword).toBe('stop');
  });

  it.each([
    ['START', 'start'],
    ['unstop', 'start'],
    ['YES', 'yes-start'],
    ['help', 'help'],
    ['Help.', 'help'],
    ['HELP?', 'help'],
    ['info', 'help'],
    ['ayuda', 'help'],
    ['Ayuda!', 'help'],
  ])('%j is %s', (text, keyword) => {
    expect(read(text)).toMatchObject({ keyword, danger: { level: 'none' } });
  });

  it.each(['parar', 'Alto', 'CANCELAR'])('%j opts out in Spanish, and asks in English', (text) => {
    expect(read(text, 'es')).toMatchObject({ keyword: 'stop', stopRequest: false });
    expect(read(text, 'en')).toMatchObject({ keyword: undefined, stopRequest: true });
  });

  it.each(['stopped by the office', 'weekend', 'info about volunteering', 'start over', 'i quit my job', 'ok', 'no'])(
    '%j is no keyword',
    (text) => {
      expect(read(text)).toMatchObject({ keyword: undefined, stopRequest: false, foldedStop: false });
    },
  );
});

describe('asking for the texts to end', () => {
  it.each([
    'stop please',
    'dont text me again',
    'no mas',
    'leave me alone',
    'wrong number',
    'pls stop sending me stuff',
    'take this number off the list',
    'ya no me escriban',
  ])('%j asks', (text) => {
    expect(read(text)).toMatchObject({ keyword: undefined, stopRequest: true, danger: { level: 'none' } });
  });

  it.each([
    'stop he is hurting me',
    'STOP! he has a gun',
    'stop texting me he has a gun',
    'wrong number, leave me alone, i need help',
    'make him stop hurting me',
    "I can't stop crying",
    'stop stop hes killing her',
    'i want to end my life',
    'he told me to quit but i cant leave',
  ])('%j is a cry, not an opt-out', (text) => {
    const { keyword, stopRequest, danger } = read(text);
    expect({ keyword, stopRequest }).toEqual({ keyword: undefined, stopRequest: false });
    expect(danger.level).not.toBe('none');
  });

  it.each(['dont stop texting me', 'why did you stop texting me', 'can i opt out of giving my name', 'bus stop'])(
    '%j asks for nothing of the kind',
    (text) => {
      expect(read(text).stopRequest).toBe(false);
    },
  );
});

describe('danger', () => {
  it.each([
    'hes back and he has a gun',
    'im locked in the bathroom he is breaking the door',
    'they r taking us somewhere idk where',
    'shes not breathing',
    'Kidnaped me pls hurry',
    'heeelp he has a knifee and he wont let me leave',
    'no he has a gun',
    'me tienen encerrada en un cuarto',
    'el trae un cuchillo',
    'a'.repeat(1700).concat(' he has a gun'),
  ])('%j is imminent', (text) => {
    expect(read(text).danger.level).toBe('imminent');
  });

  it.each([
    'help me',
    'HELP!!!',
    'halp',
    'i need help',
    'ayudame',
    'tengo miedo',
    'im scared',
    'my pimp takes my money',
  ])('%j is a crisis', (text) => {
    expect(read(text).danger).toMatchObject({ level: 'crisis', unsure: false });
  });

  it.each(['kill myself', 'i took all my pills', 'pills', 'jumping', 'im gonna kms', 'me quiero matar'])(
    '%j is about the own life, now',
    (text) => {
      expect(read(text).danger).toMatchObject({ level: 'imminent', selfHarm: true });
    },
  );

  it.each(['im 15', "she's 14", 'tengo 16 años', 'i am a minor'])('%j names a minor', (text) => {
    expect(read(text).danger).toMatchObject({ level: 'crisis', minor: true });
  });

  it.each([
    ['he locked me in the address is 12 Main St', false],
    ['he locked me in its about 14 north oak avenue', false],
    ['he locked my friend in she is about 14 on the street', true],
    ['he locked us in, im 14, 14 Oak Street', true],
    ['he locked me in the house is 12 Main St and the girl is 12', true],
    ['he locked us in, my sister is 12 years old, Main St', true],
  ])('in %j a number is an age: %j', (text, minor) => {
    expect(read(text).danger).toMatchObject({ level: 'imminent', minor });
  });

  it.each([
    'nobody is hurting me',
    'he doesnt have a gun',
    'no gun here',
    'this traffic is killing me',
    'este trafico me esta matando',
    'in the movie he has a gun and she hides',
    'im 15 minutes away',
    'what happens when someone calls in crisis',
    'do you train people on suicide prevention',
    'he used to beat me, that was ten years ago',
    'thank you',
    'what hours are you open',
  ])('%j is none', (text) => {
    expect(read(text).danger.level).toBe('none');
  });

  it.each(['🔪', '🔫', '💊', '😭', 'he has a gun lol', 'kidnap him lmao 😂'])('%j is asked about', (text) => {
    expect(read(text).danger).toMatchObject({ level: 'none', unsure: true });
  });

  it.each(['lol i wish it was a joke he has a gun', '장난 아니에요 칼 들고 있어요', '농담이 아니라 칼 들고 있어요'])(
    '%j denies the joke, and is asked about nothing',
    (text) => expect(read(text).danger).toMatchObject({ level: 'imminent', unsure: false }),
  );

  it('shows only words of the lists, never a name or a number of the texter', () => {
    const { words } = read('he has Zebulons big gun call 555-0142').danger;
    expect(words.join(' ')).toContain('gun');
    expect(words.join(' ')).not.toMatch(/zebulon|0142/iu);
  });
});

describe('intents', () => {
  it.each([
    ['911', 'emergency-number'],
    ['call the police', 'emergency-number'],
    ['llamen a la policia', 'emergency-number'],
    ["he's back", 'hold'],
    ['cant talk', 'hold'],
    ['brb', 'hold'],
    ['ya llego', 'hold'],
    ['who is this', 'who-is-this'],
    ['quien es', 'who-is-this'],
    ['why are you texting her', 'who-is-this'],
    ['why is she texting you', 'who-is-this'],
    ['how did you get her number', 'who-is-this'],
    ['por qué te escribe mi esposa', 'who-is-this'],
    ['por que tienen su numero', 'who-is-this'],
    ['are you a bot?', 'bot-question'],
    ['eres un robot', 'bot-question'],
    ['i want to talk to a real person', 'person'],
    ['agent', 'person'],
    ['human', 'person'],
    ['real person please', 'person'],
    ['una persona real por favor', 'person'],
    ['quiero hablar con una persona', 'person'],
    ['menu', 'menu'],
    ['go back', 'back'],
    ['delete everything', 'delete'],
    ['borren todo', 'delete'],
    ['thx', 'closing'],
    ['k', 'closing'],
    ['gracias', 'closing'],
  ] as const)('%j is %s', (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });

  it.each([['hes back'], ['brb']])('%j alone is no danger', (text) => {
    expect(read(text).danger.level).toBe('none');
  });

  it('asks for the police is danger too', () => {
    expect(read('911').danger.level).toBe('imminent');
    expect(read('i dont need the police').danger.level).toBe('none');
  });
});

describe('language', () => {
  it.each([
    ['español', 'es'],
    ['in spanish please', 'es'],
    ['habla español?', 'es'],
    ['do you speak creole', 'ht'],
    ['english please', 'en'],
  ])('%j asks for %s', (text, language) => {
    expect(read(text).languageRequest).toBe(language);
  });

  it.each([
    ['necesito hablar con alguien por favor', 'es'],
    ['i need to talk with someone', 'en'],
    ['no se que hacer mi jefe no me paga', 'es'],
    ['tiene una pistola', 'es'],
    ['ok', 'und'],
    ['12345', 'und'],
    ['🔫', 'und'],
  ])('%j is in %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });
});

describe('any text at all', () => {
  it.each(['', '   ', '\u200d', '\u200b\u200e\u202e', '\u2066\u2069', '\n\t'])('%j is empty', (text) => {
    expect(read(text).empty).toBe(true);
  });

  it.each(['.', '1', '👍', 'a'])('%j is not empty', (text) => {
    expect(read(text).empty).toBe(false);
  });

  it('reads through zalgo, NUL and lone surrogates', () => {
    const zalgo = [...'he has a gun'].map((letter) => letter + '\u0301\u0316\u0334'.repeat(170)).join('');
    expect(read(zalgo).danger.level).toBe('imminent');
    expect(read('he has\u0000 a \ud800gun\uffff').danger.level).toBe('imminent');
  });

  it('never throws', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
      fc
        .array(fc.constantFrom('he', 'has', 'gun', 'not', 'stop', 'me', '15', '...', '!', '😭', 'español', '\u0301'))
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(unit, fc.constantFrom('en', 'es', 'xx'), (text, language) => {
        const reading = read(text, language);
        expect(reading.stopRequest && reading.danger.level !== 'none').toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['he ', 'not let me ', '!', 'a', '\u0301', '漢', '😭', ' ', '(', "'", 'he has '])(
    '50 kB of %j does not stall',
    (piece) => {
      const text = piece.repeat(Math.ceil(50_000 / piece.length));
      expect(read(`${text} he has a gun`).empty).toBe(false);
    },
  );
});
