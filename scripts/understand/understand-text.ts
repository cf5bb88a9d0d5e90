import { matchFaq } from '../../src/understanding/match-faq.ts';
import type { Place } from '../../src/understanding/read-place.ts';
import { readPlace } from '../../src/understanding/read-place.ts';
import { readServices } from '../../src/understanding/read-services.ts';
import { readText } from '../../src/understanding/read-text.ts';
import type { OpenUnderstanding } from './open-understanding.ts';

export interface Understood {
  danger: 'none' | 'crisis' | 'imminent';
  optOut: 'stop' | 'help' | 'start' | 'none';
  /** ISO 639-1, or `und`. */
  language: string;
  /** Id of an approved answer, or `none`. */
  faq: string;
  referral: { location: Place | null; services: string[] };
}

/**
 * All that the line understands of one text that stands alone.
 * @param lang the conversation's language; without it every offered language's opt-out words count, for the text may be the first
 */
export function understandText(set: OpenUnderstanding, text: string, lang?: string): Understood {
  const { danger, keyword, stopRequest, language } = readText(text, set.lists, lang ?? set.defaultLanguage);
  const word = keyword === 'yes-start' ? undefined : keyword;
  return {
    danger: danger.level,
    optOut: word ?? (stopRequest ? 'stop' : 'none'),
    language,
    faq: matchFaq(text, set.topics, language === 'und' ? (lang ?? 'und') : language).id,
    referral: { location: readPlace(text, set.places), services: readServices(text, set.services) },
  };
}
