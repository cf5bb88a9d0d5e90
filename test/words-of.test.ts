import { expect, it } from '@jest/globals';
import { readSetFiles } from '../src/adapters/files/read-set-files.ts';
import { readFlows } from '../src/flow/read-flows.ts';
import { wordsOf } from '../src/words-of.ts';

const { files } = await readSetFiles('.');
const { locales, profile } = readFlows(files);
if (!profile) throw new Error('the profile of the line cannot be read');
const words = wordsOf({ locales, profile } as Parameters<typeof wordsOf>[0]);

it.each(['who-operates', 'who-funds', 'call-volume'])(
  'leaves no placeholder of a fact in faq.%s, in any language',
  (id) => {
    for (const language of Object.keys(locales)) {
      const text = words.render(language, `faq.${id}`);
      expect([text.length > 20, text.includes('{{')]).toEqual([true, false]);
    }
  },
);
