import { createInstance } from 'i18next';
import type { Words } from '../../hotline/ports.ts';

/** Every text: language, namespace, entry. Plurals are entries with i18next's endings, as in `wait_one`, `wait_other`. */
export type Texts = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

export interface WordsOptions {
  /** The language to fall back to when a text is missing in another. */
  defaultLanguage: string;
  /** Values that every text may use, such as the phone number of the line. */
  standing?: Readonly<Record<string, string>>;
}

/**
 * Renders `tip.where` from the entry `where` of the namespace `tip`. Nothing is escaped, for an SMS is plain text; a value
 * is never searched for placeholders itself, so what a texter wrote cannot pull in another text.
 *
 * @throws TypeError for a key that the default language lacks: a published set was checked for that.
 */
export function createWords(texts: Texts, { defaultLanguage, standing = {} }: WordsOptions): Words {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    resources: structuredClone(texts) as Record<string, Record<string, Record<string, string>>>,
    fallbackLng: defaultLanguage,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true, defaultVariables: { ...standing } },
  });
  return {
    render(language, key, values = {}) {
      const dot = key.indexOf('.');
      const [ns, entry] = [key.slice(0, dot), key.slice(dot + 1)];
      const options = { ns, lng: language, ...values };
      if (!instance.exists(entry, options)) throw new TypeError(`no text "${key}"`);
      return instance.t(entry, options);
    },
  };
}
