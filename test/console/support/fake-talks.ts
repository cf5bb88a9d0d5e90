import type { CardView, Entry, Handoff, TalkView } from '../../../src/http/console-contract.ts';

export interface FakeTalk {
  card: CardView;
  handoff: Handoff;
  entries: Entry[];
  deliveries: TalkView['deliveries'];
  notes: TalkView['notes'];
  draft: string;
  fence: number;
}

const MINUTE = 60_000;

const handoff = (more: Partial<Handoff>): Handoff => ({
  language: 'en',
  reasons: [],
  minor: false,
  selfHarm: false,
  optedOut: false,
  answers: [],
  earlier: [],
  ...more,
});

function talk(id: string, now: number, minutes: number, more: Partial<CardView>, told: Partial<Handoff>): FakeTalk {
  const since = now - minutes * MINUTE;
  return {
    card: {
      talk: id,
      version: 1,
      priority: 'rest',
      reasons: told.reasons ?? [],
      status: 'waiting',
      since,
      language: told.language ?? 'en',
      minor: told.minor ?? false,
      alerts: [],
      attention: false,
      muted: false,
      lastTextAt: since,
      unansweredSince: since,
      ...more,
    },
    handoff: handoff(told),
    entries: [],
    deliveries: {},
    notes: [],
    draft: '',
    fence: 0,
  };
}

function said(at: number, text: string): Entry {
  return { n: 0, at, kind: 'texter', text, media: [], late: false };
}

function asked(at: number, text: string, id: string): Entry {
  return { n: 0, at, kind: 'bot', text, id };
}

/** People as they come to a desk, invented: every class, several languages, and all that a conversation can show. */
export function fakeTalks(now: number): FakeTalk[] {
  const first = talk(
    'talk-a1b2c3d4-7f3k',
    now,
    9,
    { priority: 'red', unansweredSince: now - 40_000 },
    {
      danger: 'imminent',
      reasons: ['locked-in', 'weapon', 'minor'],
      minor: true,
      answers: [
        { name: 'who', question: 'Who is it about?', value: 'Me and my sister' },
        { name: 'where', question: 'Where are you?', value: 'Motel off I-40, Amarillo, room 214' },
        { name: 'age', question: 'Is anyone under 18?', value: 'Yes, 16' },
        { name: 'safe', question: 'Can you talk safely?', value: 'Text only, he is asleep' },
      ],
      earlier: [{ talk: 'talk-00000000-2q9x', at: now - 3 * 24 * 60 * MINUTE }],
    },
  );
  const at = (minutes: number) => now - minutes * MINUTE;
  first.entries = [
    said(at(9), 'help we cant get out'),
    asked(at(9), 'Lantern Line. We are not 911. Are you in danger right now? 1 yes 2 no', 'bot-1'),
    said(at(8), '1'),
    asked(at(8), 'If you can, call 911 or text 911. I have asked a person here to read this. Where are you?', 'bot-2'),
    said(at(7), 'motel off I-40 in amarillo. room 214. he has a gun and he took our phones, this is his old one'),
    asked(at(7), 'Is anyone with you under 18? 1 yes 2 no', 'bot-3'),
    said(at(6), 'my sister shes 16'),
    { n: 0, at: at(4), kind: 'event', code: 'claim', by: { id: 'ana', name: 'Ana' } },
    {
      n: 0,
      at: at(3.5),
      kind: 'advocate',
      text: 'I am Ana, a person. I read what you wrote. Is he in the room now? You can answer with one letter: Y or N.',
      by: { id: 'ana', name: 'Ana' },
      id: 'said-0001',
    },
    said(at(2), 'N. he is outside by the truck'),
    {
      n: 0,
      at: at(1),
      kind: 'texter',
      text: 'this is the door',
      media: [{ at: 0, contentType: 'image/svg+xml' }],
      late: false,
    },
  ];
  first.deliveries = { 'bot-1': { state: 'delivered' }, 'bot-2': { state: 'delivered' }, 'bot-3': { state: 'sent' } };
  first.deliveries['said-0001'] = { state: 'delivered' };
  first.notes = [{ at: at(3), by: { id: 'sam', name: 'Sam' }, text: 'Amarillo PD non-emergency line is open now.' }];

  const second = talk(
    'talk-b2c3d4e5-m4xq',
    now,
    31,
    { priority: 'crisis', silentSince: now - 17 * MINUTE, language: 'es' },
    {
      language: 'es',
      danger: 'crisis',
      reasons: ['papers-taken', 'debt'],
      silentSince: now - 17 * MINUTE,
      answers: [{ name: 'where', question: 'Where are you?', value: 'Un restaurante en Fresno' }],
    },
  );
  second.entries = [
    said(at(31), 'me quitaron el pasaporte y dicen que debo 9400 dolares'),
    asked(at(31), 'Gracias por decirnos. ¿Está en peligro ahora? 1 sí 2 no', 'bot-4'),
    said(at(29), '2'),
    {
      n: 0,
      at: at(20),
      kind: 'advocate',
      text: 'Soy Ana, una persona. ¿Puede escribir con seguridad?',
      by: { id: 'ana', name: 'Ana' },
      id: 'said-0002',
    },
    { ...(said(at(19), 'si, en mi descanso') as Entry & { kind: 'texter' }), translation: machine('yes, on my break') },
    { n: 0, at: at(4), kind: 'event', code: 'silence' },
  ];
  second.deliveries = { 'bot-4': { state: 'delivered' }, 'said-0002': { state: 'failed', code: 30_003 } };
  const stopped = talk(
    'talk-c3d4e5f6-9stp',
    now,
    52,
    { priority: 'crisis', status: 'opted-out' },
    { danger: 'crisis', reasons: ['violence'], optedOut: true },
  );
  stopped.entries = [said(at(52), 'he hits me'), said(at(50), 'STOP')];
  for (const mine of [first, second]) {
    mine.card = { ...mine.card, status: 'live', owner: { id: 'ana', name: 'Ana' } };
    mine.fence = 1;
  }
  return [first, second, stopped, ...waiting(now)].map(numbered);
}

function waiting(now: number): FakeTalk[] {
  return [
    talk('talk-d4e5f6a7-k8wd', now, 1.3, { priority: 'red' }, { danger: 'imminent', reasons: ['under-attack', 'now'] }),
    talk(
      'talk-e5f6a7b8-2ht7',
      now,
      12,
      { priority: 'crisis', skill: 'minors' },
      { danger: 'crisis', language: 'ht', reasons: ['minor-exploited', 'forced', 'sold'], minor: true },
    ),
    talk(
      'talk-f6a7b8c9-6rvn',
      now,
      7,
      { priority: 'crisis', reservedFor: { id: 'ana', name: 'Ana' }, attention: true },
      { danger: 'crisis', reasons: ['fled'] },
    ),
    talk('talk-a7b8c9d0-x3jp', now, 26, { priority: 'urgent' }, { reasons: ['urgent-tip'], language: 'vi' }),
    talk('talk-b8c9d0e1-t5ly', now, 41, { priority: 'rest' }, { reasons: ['asked-for-a-person'], language: 'es' }),
    talk('talk-c9d0e1f2-h0gz', now, 3, { priority: 'rest' }, { reasons: ['asked-for-a-person'] }),
  ];
}

/** A queue and a transcript such as no day should bring, to see whether they still scroll. */
export function manyTalks(now: number, waitingCount: number, entryCount: number): FakeTalk[] {
  const [first, ...rest] = fakeTalks(now);
  if (!first) throw new Error('no talk to fill');
  const entries = Array.from({ length: entryCount }, (_, n) =>
    n % 2 === 0
      ? said(now - (entryCount - n) * 1_000, `Text number ${n}. ${'It goes on for a while. '.repeat(n % 7)}`)
      : asked(now - (entryCount - n) * 1_000, `Answer number ${n}.`, `bot-many-${n}`),
  );
  const more = Array.from({ length: waitingCount }, (_, n) =>
    talk(`talk-many-${String(n).padStart(4, '0')}`, now, n % 90, {}, { reasons: ['asked-for-a-person'] }),
  );
  return [numbered({ ...first, entries }), ...rest, ...more];
}

function numbered(one: FakeTalk): FakeTalk {
  return { ...one, entries: one.entries.map((entry, n) => ({ ...entry, n })) };
}

function machine(text: string) {
  return { text, from: 'es', to: 'en', machine: true as const };
}
