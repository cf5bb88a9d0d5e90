import type { Lists } from '../../src/understanding/compile-lists.ts';
import { dangerSigns } from '../../src/understanding/danger-signs.ts';
import { languagesHeard } from '../../src/understanding/languages-heard.ts';
import { normalise } from '../../src/understanding/normalise.ts';
import { readLanguage } from '../../src/understanding/read-language.ts';
import { scan } from '../../src/understanding/scan.ts';
import { tokenise } from '../../src/understanding/tokens.ts';
import { featuresOf, spelledIn } from '../../src/understanding/weigh-danger.ts';
import type { Sample } from './learn-weights.ts';
import type { Example } from './read-examples.ts';

/** An example as the model will see it. Long ones are cut: their danger stands in the part that is learned. */
export function sampleOf({ text, label, line }: Example, lists: Lists): Sample {
  const { plain } = normalise(text);
  const tokens = tokenise(plain);
  const scans = [...lists.languages.values()].map((one) => scan(one, tokens, lists));
  const language = readLanguage(plain, scans, lists);
  const heard = languagesHeard(scans, language);
  const own = spelledIn(heard, language);
  const { places, values } = featuresOf(own, dangerSigns(heard));
  return { places: Uint32Array.from(places), values: Float32Array.from(values), label, line };
}
