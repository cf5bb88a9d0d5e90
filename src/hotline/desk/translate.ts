import type { Translator } from '../ports.ts';
import type { DeskService, Staff } from './desk-service.ts';
import type { Papers } from './papers.ts';
import { texterText } from './read-entries.ts';
import type { OpenTalk, Talks } from './talks.ts';

/** Puts what a texter wrote into the reader's language, and what an advocate writes into the texter's, by a machine. */
export function createTranslate({
  talks,
  papers,
  translator,
}: {
  talks: Talks;
  papers: Papers;
  translator: Translator;
}): Pick<DeskService, 'translate'> & { translates(staff: Staff, opened: OpenTalk, language: string): boolean } {
  return {
    translates(staff, opened, language) {
      const theirs = languageOf(opened);
      if (theirs === undefined || theirs === language || staff.languages.includes(theirs)) return false;
      return translator.knows(theirs, language);
    },

    async translate(staff, talk, what, language) {
      const opened = await talks.openFor(staff, talk);
      const theirs = opened && languageOf(opened);
      if (opened === undefined || theirs === undefined) return { outcome: 'gone' };
      if ('text' in what) {
        const made = await translator.translate(what.text, language, theirs);
        return made
          ? { outcome: 'done', translation: { ...made, from: language, to: theirs } }
          : { outcome: 'untranslated' };
      }
      const kept = (await papers.translations(opened, language)).get(what.n);
      if (kept) return { outcome: 'done', translation: kept };
      const text = texterText((await talks.turns(opened)) ?? [], what.n);
      const made = text ? await translator.translate(text, theirs, language) : undefined;
      if (made === undefined) return { outcome: 'untranslated' };
      const translation = { ...made, from: theirs, to: language };
      await papers.keepTranslation(opened, what.n, translation);
      return { outcome: 'done', translation };
    },
  };
}

/** What they text in, which may be a language that the bot does not speak. Of an earlier conversation nobody knows any more. */
function languageOf({ state }: OpenTalk): string | undefined {
  return state && (state.context.speaks ?? state.context.language);
}
