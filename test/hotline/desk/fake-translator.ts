import type { Translator } from '../../../src/hotline/ports.ts';

/** A machine of the test's own: between English and Spanish it tells what it was given, and it may be away. */
export function fakeTranslator() {
  const asked: string[] = [];
  let away = false;
  const translator: Translator = {
    knows: (from, to) => [from, to].toSorted().join() === 'en,es',
    async translate(text, from, to) {
      asked.push(text);
      return away || !translator.knows(from, to) ? undefined : { text: `${to}: ${text}`, machine: true };
    },
  };
  return {
    translator,
    /** Every text that it was ever given. */
    asked,
    setAway(on: boolean): void {
      away = on;
    },
  };
}
