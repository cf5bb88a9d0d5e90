import type { Act } from './act.ts';
import { dangerPriority, raised } from './card-note.ts';
import { sayLine } from './say.ts';

/** Following the language that someone writes in, or asks for. */
export const actLanguage: Record<'switch-language' | 'say-language' | 'interpreter' | 'other-language', Act> = {
  'switch-language': (_, event) =>
    event.type === 'LANGUAGE' ? { context: { language: event.language, speaks: undefined } } : {},

  'say-language': () => ({ effects: [sayLine('language-switched')] }),

  /** The language is not offered: the desk finds an interpreter. */
  interpreter: (context, event) =>
    event.type === 'LANGUAGE'
      ? {
          context: {
            speaks: event.language,
            card: raised(context, event.at, dangerPriority(context), ['interpreter']),
          },
          effects: [{ type: 'alert', reason: 'interpreter' }],
        }
      : {},

  'other-language': ({ speaks }) => ({ effects: speaks === undefined ? [sayLine('other-language')] : [] }),
};
