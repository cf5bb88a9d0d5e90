import type { Finding } from '../finding.ts';
import type { Check } from './checked-set.ts';
import { at } from './place.ts';
import { readTexts } from './texts-in-use.ts';

export const LINK = /\bhttps?:|\bwww\.|[\p{L}\p{N}-]+\.(?:com|org|net|gov|edu|info|us|io|ly|me|co|app|mx|es)\b/iu;

/** No text holds a link: it is previewed on lock screens, tracked, kept in a browser's history, and looks like fraud. */
export const links: Check = ({ flows, locales }) =>
  Object.keys(locales).flatMap((language) =>
    [...readTexts(flows, locales, language)].flatMap(({ namespace, entry, text }): Finding[] => {
      const [link] = LINK.exec(text) ?? [];
      const source = locales[language]?.[namespace]?.source;
      if (!link || !source) return [];
      const message = `"${entry}" holds the link "${link}"`;
      return [
        { ...at(source, [entry]), severity: 'error', code: 'link', message, hint: 'give a phone number instead' },
      ];
    }),
  );
