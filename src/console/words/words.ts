import type english from './en.json';

export type Language = 'en' | 'es';
type Plural = 'one' | 'other';
type Entry = keyof typeof english;
/** A key as it is asked for: `talks.unread` stands for `talks.unread_one` and `talks.unread_other`. */
export type WordKey = Entry extends infer K ? (K extends `${infer Base}_${Plural}` ? Base : K) : never;
export type Values = Record<string, string | number>;
export type Table = Record<string, string>;

export interface Words {
  language: Language;
  /** The words of a key, `{name}` filled from the values; `count` also chooses the plural. */
  t(key: WordKey, values?: Values): string;
  /** The words for a code of the server's; a code that nobody has worded yet is shown as itself. */
  coded(group: string, code: string): string;
  /** The time of day. */
  clock(at: number): string;
  day(at: number): string;
  /** Day and time, for what may be older than today. */
  dated(at: number): string;
  /** How long, as roughly as a person says it. */
  lasted(ms: number): string;
  languageName(code: string): string;
}

const LOADERS: Record<Language, () => Promise<{ default: Table }>> = {
  en: () => import('./en.json'),
  es: () => import('./es.json'),
};

export async function loadWords(language: Language): Promise<Words> {
  return createWords(language, (await LOADERS[language]()).default);
}

/** The language of the browser, until somebody has signed in and chosen. */
export function browserLanguage(): Language {
  return navigator.languages.some((tag) => tag.startsWith('es')) && !navigator.language.startsWith('en') ? 'es' : 'en';
}

export function createWords(language: Language, table: Table): Words {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const unit = (amount: number, name: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(amount);

  function template(key: string, values: Values): string {
    const count = values.count;
    const plural = typeof count === 'number' ? table[`${key}_${plurals.select(count)}`] : undefined;
    return plural ?? table[`${key}_other`] ?? table[key] ?? key;
  }

  return {
    language,
    t: (key, values = {}) =>
      template(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
      }),
    coded: (group, code) => table[`${group}.${code}`] ?? code.replaceAll('-', ' '),
    clock: (at) => time.format(at),
    day: (at) => day.format(at),
    dated: (at) => moment.format(at),
    lasted(ms) {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      if (seconds < 60) return unit(seconds, 'second');
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return unit(minutes, 'minute');
      const rest = minutes % 60;
      const hours = unit(Math.floor(minutes / 60), 'hour');
      return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
    },
    languageName(code) {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    },
  };
}
