import { comingDays } from '../flow/calendar.ts';
import { textOf } from '../flow/locales.ts';
import { matchFaq } from '../understanding/match-faq.ts';
import type { Act, ActionParams } from './act.ts';
import { type FoundHelp, findHelp, type Wish } from './find-help.ts';
import type { Guard } from './guards.ts';
import type { PublishedSet } from './published-set.ts';
import type { ConversationContext } from './state.ts';

/** How many dates are told at once. */
const MOST_DAYS = 3;
const PLACES = ['first', 'second', 'third'] as const;

/** The steps that look something up: their guards and actions, bound to the set's directory, answers and calendar. */
export function actFind(set: PublishedSet): {
  acts: Record<string, Act>;
  guards: Record<string, Guard>;
} {
  const { locales, topics, calendar } = set;
  const find = ({ answers = {}, language }: ConversationContext, at: number, params: ActionParams): FoundHelp => {
    const wish = wishOf(answers, params);
    return findHelp(set, wish, { language, today: dayOf(at), after: shown(answers, wish) });
  };
  const match = ({ answers, language }: ConversationContext, params: ActionParams) =>
    matchFaq(answers?.[String(params.question)] ?? '', topics, language);
  const coming = (at: number) => comingDays(calendar, dayOf(at), MOST_DAYS);
  const say = (key: string, values?: Record<string, string>) =>
    ({ type: 'say', key, ...(values && { values }), weight: 'ordinary' }) as const;

  return {
    guards: {
      'referrals-nowhere': (context, event, params) => find(context, event.at, params).kind === 'where',
      'referrals-anywhere': (context, event, params) => find(context, event.at, params).kind === 'which-place',
      'referrals-found': (context, event, params) => find(context, event.at, params).kind === 'found',
      'question-answered': (context, _, params) => match(context, params).id !== 'none',
      'question-near': (context, _, params) => match(context, params).near.length > 0,
      'offer-taken': (context, event, params) =>
        event.type === 'ANSWER' && match(context, params).near.includes(event.value),
      'events-coming': (_, event) => coming(event.at).length > 0,
    },
    acts: {
      'answer-question': (context, _, params) => ({ effects: [say(`faq.${match(context, params).id}`)] }),

      'answer-offered': (_, event) => (event.type === 'ANSWER' ? { effects: [say(`faq.${event.value}`)] } : {}),

      'offer-answers': (context, _, params) => {
        const { near } = match(context, params);
        const values = Object.fromEntries(
          near.map((id, at) => [PLACES[at] ?? '', textOf(locales, context.language, `faq-titles.${id}`) ?? id]),
        );
        const question = { ...say(`${String(params.key)}-${near.length}`, values), question: true };
        return { context: { misses: undefined, moved: undefined }, effects: [question] };
      },

      'coming-events': ({ language }, event, params) => ({
        effects: coming(event.at).map(({ name, date }) =>
          say(String(params.key), {
            date: inWords(date, language),
            name: textOf(locales, language, `calendar.${name}`) ?? name,
          }),
        ),
      }),

      /** They answered, and named no place: remembered, so that they are asked no third time. */
      'ask-where': ({ answers = {} }, _, params) =>
        wishOf(answers, params).place === undefined ? {} : { context: { answers: { ...answers, placeless: 'yes' } } },

      'find-referrals': (context, event, params) => {
        const found = find(context, event.at, params);
        if (found.kind !== 'found') return {};
        const { answers = {} } = context;
        const wish = wishOf(answers, params);
        const far = found.reach === 'national' && params.far && shown(answers, wish) === 0;
        return {
          context: {
            answers: { ...answers, shown: `${shown(answers, wish) + found.entries.length} ${wordsOf(wish)}` },
          },
          effects: [
            ...(far ? [say(String(params.far))] : []),
            ...found.entries.map(({ name, area, number }) =>
              say(String(params.key), { name: area ? `${name}, ${area}` : name, number }),
            ),
          ],
        };
      },
    },
  };
}

function wishOf(answers: Record<string, string>, params: ActionParams): Wish {
  const kept = (name: string) => answers[String(params[name])];
  const askedAgain = answers.placeless !== undefined;
  return { service: kept('service'), request: kept('request'), place: kept('place'), state: kept('state'), askedAgain };
}

/** How many entries were said for this very wish: "more" goes on after them. */
function shown({ shown = '' }: Record<string, string>, wish: Wish): number {
  const [count = '', ...words] = shown.split(' ');
  return wish.request !== undefined && words.join(' ') === wordsOf(wish) ? Number(count) : 0;
}

function wordsOf({ request, place, state }: Wish): string {
  return [request, place, state].filter(Boolean).join(' / ');
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** "January 11" as the language writes it. */
function inWords(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
