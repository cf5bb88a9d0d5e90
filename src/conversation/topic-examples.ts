import type { Locales } from '../flow/locales.ts';
import type { WordList } from '../understanding/lists.ts';
import type { TopicExamples } from '../understanding/topic-index.ts';
import type { TopicList } from '../understanding/topic-lists.ts';

/**
 * What operators wrote of how people ask, per language: `locales/<lang>/faq-questions.json`, whose entries hold examples between
 * bars for the answers of the same name in `faq.json`, and `flows/topics/<lang>.yaml`.
 */
export function topicExamples(
  locales: Locales,
  words: readonly WordList[],
  lists: readonly TopicList[],
): TopicExamples[] {
  return lists.map(({ language, alike, topics, none }) => {
    const answers = locales[language]?.faq?.texts ?? {};
    const listed = Object.entries(locales[language]?.['faq-questions']?.texts ?? {});
    return {
      language,
      questions: Object.fromEntries(
        listed.flatMap(([id, examples]) => (answers[id] === undefined ? [] : [[id, examples.split(/\s\|\s/u)]])),
      ),
      topics,
      none,
      hints: { alike, spellings: words.find((one) => one.language === language)?.spellings ?? {} },
    };
  });
}
