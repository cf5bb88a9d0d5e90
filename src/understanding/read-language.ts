import { eld } from 'eld/small';
import type { Lists } from './compile-lists.ts';
import type { Scan } from './scan.ts';

/** Below this many words one witness is not enough to change the language of a conversation. */
const ENOUGH_WORDS = 4;
/** The detector looks at no more than this; a longer text has long shown its language. */
const LOOK = 600;
/** One language's everyday words must lead the next one's by this share of the words. */
const LEAD = 0.15;
/** With fewer everyday words than this, a text of an offered language is doubted when the detector names another. */
const FAMILIAR = 0.2;
/** A detector so sure is believed even against a few words that look familiar. */
const SURE = 0.7;
const FAMILIAR_TO_THE_SURE = 0.34;
/** One language's lists know nearly all words, and no other's know most: "toi muon tu tu" is not French, although "toi" and "tu" are. */
const ALL = 0.9;
const MOST = 0.8;
/** With so many words that some list of an offered language names, its text is that language's, whatever the detector says. */
const HEARD = 0.6;
/** The conversation's own language is kept when the detector finds it at least so likely as another: people do not change it for a place's name. */
const NEAR = 0.9;
/** From this share of everyday words on, the detector need not be asked. */
const PLAIN = 0.45;
/** The detector is asked about languages that are not offered only from this length on; it guesses wildly on less. */
const ENOUGH_LETTERS = 12;

/** Scripts that one offered language alone is written in, with the letters that this language has not but others of the script have. */
const SCRIPTS: readonly { script: RegExp; language: string; foreign?: RegExp }[] = [
  { script: /\p{Script=Hangul}/gu, language: 'ko' },
  { script: /\p{Script=Cyrillic}/gu, language: 'ru', foreign: /[^а-яё\P{Script=Cyrillic}]/u },
  { script: /\p{Script=Arabic}/gu, language: 'ar', foreign: /[ٹڈڑںےہکگچپژیېۇۆەڭ]/u },
];
/** Bulgarian has no letter that Russian lacks, but sets this one between consonants and lacks these others. */
const BULGARIAN = /^(?=.*[бвгджзклмнпрстфхцчшщ]ъ[бвгджзклмнпрстфхцчшщ])[^ыэё]*$/su;
/** Japanese sets a kana beside nearly every sign that it shares with Chinese. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;

/**
 * The language of a text, as ISO 639-1, or `und` when it cannot be told. Witnesses: the script, everyday words, the line's own lists, and eld.
 * A language that the line does not offer is named when eld is sure of it and the offered ones' everyday words are not there.
 * @param spoken the conversation's language, which is kept where another's words are no more than its own
 */
export function readLanguage(plain: string, scans: readonly Scan[], lists: Lists, spoken?: string): string {
  const look = plain.slice(0, LOOK);
  const letters = look.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  const script = scriptOf(look, letters, scans);
  if (script !== undefined) return script;
  // A script that no offered language is written in shows by itself that the text is another's, however short it is.
  if (!/\p{Script=Latin}/u.test(look)) return best(Object.entries(eld.detect(look).getScores()))?.[0] ?? 'und';
  const shares = scans.map((scan): [string, number] => [scan.lists.language, scan.common]);
  const lexicon = leader(shares);
  const share = Math.max(0, ...shares.map(([, one]) => one));
  const words = look.match(/\p{L}+/gu)?.length ?? 0;
  const named = scans.map((scan): [string, number] => [scan.lists.language, familiarShare(scan)]).sort(byShare);
  if (words >= ENOUGH_WORDS && (named[0]?.[1] ?? 0) >= ALL && (named[1]?.[1] ?? 0) < MOST)
    return named[0]?.[0] ?? 'und';
  if (lexicon !== undefined && words >= ENOUGH_WORDS && share >= PLAIN) return lexicon;
  const detected = eld.detect(look).getScores();
  const [foreign, sureness] = best(Object.entries(detected)) ?? ['und', 0];
  const known = lists.languages.has(foreign);
  const doubted = share < (sureness >= SURE ? FAMILIAR_TO_THE_SURE : FAMILIAR) && (named[0]?.[1] ?? 0) < HEARD;
  if (!known && letters >= ENOUGH_LETTERS && doubted && sureness > 0) return foreign;
  const scoreOf = (language = '') => detected[language] ?? 0;
  const shareOf = (language?: string) => shares.find(([one]) => one === language)?.[1] ?? 0;
  const offered = best([...lists.languages.keys()].map((language) => [language, detected[language] ?? 0]))?.[0];
  const near = scoreOf(spoken) >= NEAR * scoreOf(offered) || scoreOf(offered) < SURE;
  const kept = shares.find(([language, one]) => language === spoken && one > 0 && one === share && near)?.[0];
  // A few words that lead are no change of language where the detector hears the one that is spoken.
  const told = lexicon !== undefined && scoreOf(lexicon) < scoreOf(spoken) && shareOf(spoken) > 0 ? spoken : lexicon;
  if (words >= ENOUGH_WORDS) return told ?? kept ?? offered ?? 'und';
  const fired = leader(scans.map((scan) => [scan.lists.language, listed(scan)]));
  const witnesses = [lexicon, fired, offered, spoken];
  return lexicon ?? fired ?? witnesses.find((one, at) => one !== undefined && witnesses.indexOf(one) !== at) ?? 'und';
}

/** Which part of the text is words that this language's lists name. */
function listed({ tokens, lists }: Scan): number {
  return tokens.filter(({ word }) => lists.matcher.knows(word)).length / Math.max(1, tokens.length);
}

/** Which part of the text is words that this language's lists name anywhere. */
function familiarShare({ tokens, lists }: Scan): number {
  const named = tokens.filter(
    ({ word }) => lists.common.has(word) || lists.polite.has(word) || lists.matcher.knows(word),
  );
  return named.length / Math.max(1, tokens.length);
}

function scriptOf(text: string, letters: number, scans: readonly Scan[]): string | undefined {
  const kana = text.match(KANA)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  if (kana * 6 > letters) return 'ja';
  for (const { script, language, foreign } of SCRIPTS) {
    if ((text.match(script)?.length ?? 0) * 2 > letters) return sameScript(language, foreign, text, scans);
  }
  // Chinese names few signs among Latin letters: "KTV 老板打我". A quarter is enough, for each sign is a word.
  return han * 4 > letters ? 'zh' : undefined;
}

/** Ukrainian is not Russian, nor Persian Arabic: where letters are foreign and no list knows the words, the detector is believed. */
function sameScript(language: string, foreign: RegExp | undefined, text: string, scans: readonly Scan[]): string {
  const own = scans.find(({ lists }) => lists.language === language);
  const stranger = foreign?.test(text) === true || (language === 'ru' && BULGARIAN.test(text));
  if (!stranger || (own && own.common >= PLAIN)) return language;
  const others = Object.entries(eld.detect(text).getScores());
  return best(others)?.[0] ?? language;
}

function leader(scores: [string, number][]): string | undefined {
  const [first, next] = scores.toSorted(byShare);
  return first && first[1] > 0 && first[1] - (next?.[1] ?? 0) >= LEAD ? first[0] : undefined;
}

function byShare(a: [string, number], b: [string, number]): number {
  return b[1] - a[1];
}

function best(scores: [string, number][]): [string, number] | undefined {
  const first = scores.reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined);
  return first && first[1] > 0 ? first : undefined;
}
