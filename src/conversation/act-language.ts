import type { Act } from './act.ts';
import { dangerPriority, graver, raised } from './card-note.ts';
import { sayLine } from './say.ts';

/** Following the language that someone writes in, or asks for. */
export const actLanguage: Record<'switch-language' | 'say-language' | 'interpreter' | 'other-language', Act> = {
  'switch-language': (_, event) =>
    event.type === 'LANGUAGE' ? { context: { language: event.language, speaks: undefined } } : {},

  'say-language': () => ({ effects: [sayLine('language-switched')] }),

  /** The language is not offered: the desk finds an interpreter. Nobody can tell yet how bad it is, so they do not wait last. */
  interpreter: (context, event) =>
    event.type === 'LANGUAGE'
      ? {
          context: {
            speaks: event.language,
            card: raised(context, event.at, graver('urgent', dangerPriority(context)), ['interpreter']),
          },
          effects: [{ type: 'alert', reason: 'interpreter' }],
        }
      : {},

  'other-language': ({ speaks }) => ({ effects: speaks === undefined ? [sayLine('other-language')] : [] }),
};
