import type { Translator } from '../../hotline/ports.ts';

/** Where no machine translates: the desk offers no translation, and no word goes to anybody outside. */
export const noTranslator: Translator = {
  knows: () => false,
  translate: async () => undefined,
};
