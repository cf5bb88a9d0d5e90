import type { Translator } from '../../../src/hotline/ports.ts';

/** A machine of the test's own: it tells what it was given and into which language, and it may be away. */
export function fakeTranslator() {
  const asked: string[] = [];
  let away = false;
  const translator: Translator = {
    knows: (from, to) => from !== to,
    async translate(text, _from, to) {
      asked.push(text);
      return away ? undefined : { text: `${to}: ${text}`, machine: true };
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
