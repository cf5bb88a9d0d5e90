import type { Flow } from '../flow.ts';
import type { Locales } from '../locales.ts';
import { type Message, stepKind } from '../steps/index.ts';

/** A text as a step uses it. */
export interface TextInUse extends Message {
  flow: Flow;
  step: string;
}

/** Every text that a step names, in the order of the flows. */
export function textsInUse(flows: readonly Flow[]): TextInUse[] {
  return flows.flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([name, step]) =>
      stepKind(step)
        .messages(step)
        .map((message) => ({ ...message, flow, step: name })),
    ),
  );
}

/** Namespaces whose entries nobody reads: they list what a texter may write. */
export const WORD_LISTS: ReadonlySet<string> = new Set(['faq-questions']);

/** Every text of a language that a texter reads: all but the lists of accepted words. */
export function* readTexts(
  flows: readonly Flow[],
  locales: Locales,
  language: string,
): Generator<{ key: string; namespace: string; entry: string; text: string }> {
  const words = new Set(textsInUse(flows).flatMap(({ use, key }) => (use === 'words' ? [key] : [])));
  for (const [namespace, { texts }] of Object.entries(locales[language] ?? {})) {
    if (WORD_LISTS.has(namespace)) continue;
    for (const [entry, text] of Object.entries(texts)) {
      const key = `${namespace}.${entry}`;
      if (!words.has(key)) yield { key, namespace, entry, text };
    }
  }
}
