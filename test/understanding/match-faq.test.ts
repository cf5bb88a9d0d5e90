import { describe, expect, it } from '@jest/globals';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { readSet } from '../../src/conversation/read-set.ts';
import { parseExample } from '../../src/understanding/example.ts';
import { matchFaq } from '../../src/understanding/match-faq.ts';
import { matchTopic } from '../../src/understanding/match-topic.ts';
import { buildTopicIndex } from '../../src/understanding/topic-index.ts';
import { readSetOnce } from '../support/read-set-once.ts';

const { files } = await readSetFiles('.');
const read = readSetOnce(files, 'faq');
if (!read.ok) throw new Error(JSON.stringify(read.findings));
const { topics, locales } = read.set;

/** None of these stands in the lists: each is asked in other words. */
const ASKED: Record<string, [id: string, text: string][]> = {
  en: [
    ['call-types', 'so what stuff can i text you guys about'],
    ['who-can-call', 'im a bus driver, am i even allowed to use this'],
    ['hours', 'r u there on sundays too'],
    ['confidentiality', 'will my landlord find out i wrote u'],
    ['after-tip', 'ok i sent the info, does anybody do something with it'],
    ['call-volume', 'how many ppl text in a week'],
    ['languages', 'my grandma speaks only korean, can u talk to her'],
    ['international', 'can i tell you about something in peru'],
    ['get-involved', 'id love to give my time, need any helpers?'],
    ['support-donate', 'where do i mail a check to help you out'],
    ['add-organization', 'our new clinic would like to be on ur referral list'],
    ['update-organization', 'the phone you list for our agency is wrong'],
    ['who-operates', 'which company is running this line'],
    ['who-funds', 'where does your funding come from'],
  ],
  es: [
    ['call-types', 'de que cosas puedo escribirles'],
    ['who-can-call', 'puede llamar mi vecino si no es victima'],
    ['hours', 'contestan los sabados en la noche'],
    ['confidentiality', 'mi patron se va a enterar si escribo'],
    ['after-tip', 'ya di la informacion, van a investigar'],
    ['call-volume', 'cuantos mensajes les llegan cada mes'],
    ['languages', 'hay alguien que hable portugues'],
    ['international', 'puedo denunciar algo que esta pasando en honduras'],
    ['get-involved', 'quisiera ayudar como voluntaria los fines de semana'],
    ['support-donate', 'a donde mando un donativo'],
    ['add-organization', 'somos un refugio nuevo y queremos aparecer en su directorio'],
    ['update-organization', 'cambio el numero de nuestra oficina, como lo corrijo en su lista'],
    ['who-operates', 'que organizacion maneja este numero'],
    ['who-funds', 'quien paga por este servicio'],
  ],
};

const UNRELATED: Record<string, string[]> = {
  en: [
    'he keeps my papers and i cant go out',
    'i need a lawyer in reno',
    'whats the speed limit in ohio',
    'who runs the school board',
    'what are the hours of the gym',
    'how many languages does she speak',
    'my uncle donated his old truck',
    'how do i know if a girl is being groomed',
    'ok thx',
    'lol whatever',
    'pls come get me',
  ],
  es: [
    'mi novio no me deja salir',
    'busco un albergue en reno',
    'cuantos idiomas habla tu hermana',
    'a que hora sale el tren',
    'quien gano las elecciones',
    'que es el trabajo forzado',
    'gracias por todo',
    'donde dono ropa usada',
  ],
};

describe.each(Object.keys(ASKED))('a question in %s', (language) => {
  it('has examples for every approved answer', () => {
    const answers = Object.keys(locales[language]?.faq?.texts ?? {});
    const listed = locales[language]?.['faq-questions']?.texts ?? {};
    expect(answers).toHaveLength(14);
    for (const id of answers) expect([id, listed[id]?.split(' | ').length]).toEqual([id, expect.any(Number)]);
    expect(Object.keys(listed).toSorted()).toEqual(answers.toSorted());
  });

  it('is matched by what it means', () => {
    const wrong = (ASKED[language] ?? []).filter(([id, text]) => matchFaq(text, topics, language).id !== id);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });

  it('is left alone when it asks for none of the answers', () => {
    const taken = (UNRELATED[language] ?? []).filter((text) => matchFaq(text, topics, language).id !== 'none');
    expect(taken.length).toBeLessThanOrEqual(1);
  });
});

describe('matchFaq', () => {
  it('finds the language by itself when it is not known', () => {
    expect(matchFaq('quien los financia a ustedes', topics, 'und').id).toBe('who-funds');
    expect(matchFaq('who pays for all this', topics, 'und').id).toBe('who-funds');
    expect(matchFaq('who pays for all this', topics, 'xx').id).toBe('who-funds');
  });

  it('offers at most three that come near, the nearest first', () => {
    const likely = ['a', 'b', 'c', 'd'].map((id, at) => ({ kind: 'question' as const, id, share: 0.24 - at / 50 }));
    const index = { languages: ['en'], rank: () => likely };
    expect(matchFaq('x', index, 'en')).toEqual({ id: 'none', near: ['a', 'b', 'c'] });
  });

  it('bears any text', () => {
    for (const text of ['', ' ', '\u0000', '😀😀', 'x'.repeat(50_000), 'how '.repeat(20_000)])
      expect(matchFaq(text, topics, 'en')).toEqual({ id: expect.any(String), near: expect.any(Array) });
  });

  it('says the same in every process', () => {
    const again = readSetAgain();
    const text = 'when could i reach someone';
    expect(again.rank(text, 'en')).toEqual(topics.rank(text, 'en'));
  });
});

describe('matchTopic', () => {
  it.each([
    ['tip', 'i wanna report a spa near my work'],
    ['training', 'could somebody come train our nurses'],
    ['referral', 'need a therapist in el paso'],
    ['information', 'what does human trafficking mean'],
    ['pay', 'my manager never paid my last check'],
    ['tip-status', 'any news about my report?'],
    ['events', 'when is the next event'],
    ['feedback', 'i have a complaint about this service'],
  ])('hears %s in "%s"', (id, text) => expect(matchTopic(text, topics, 'en')?.id).toBe(id));

  it('hears nothing in small talk', () => {
    for (const text of ['hi', 'ok', 'yes', '2', 'thanks so much'])
      expect(matchTopic(text, topics, 'en')).toBeUndefined();
  });
});

describe('an example', () => {
  it('is parts, each with its choices, of which one may be nothing', () => {
    const example = parseExample('how (do|can) i (please)? pay');
    expect(example).toEqual([['how'], ['do', 'can'], ['i'], ['please', ''], ['pay']]);
  });

  it('teaches even from a handful', () => {
    const index = buildTopicIndex([
      {
        language: 'en',
        questions: { hours: ['when are you open', 'what are your hours'] },
        topics: { tip: ['i want to report something', 'report a tip'] },
        none: ['hello', 'thanks'],
        hints: { alike: { open: ['open', 'awake'] }, spellings: {} },
      },
    ]);
    expect(index.rank('when are you awake', 'en')[0]).toMatchObject({ kind: 'question', id: 'hours' });
    expect(index.rank('when are you open', 'en')[0]).toMatchObject({ kind: 'question', id: 'hours' });
    expect(index.rank('i want to report', 'en')[0]).toMatchObject({ kind: 'topic', id: 'tip' });
    expect(index.rank('hola', 'es')).toEqual([]);
  });
});

function readSetAgain() {
  const again = readSet(files, 'again');
  if (!again.ok) throw new Error('it was readable a moment ago');
  return again.set.topics;
}
