import { didYouMean } from '../did-you-mean.ts';
import type { Finding } from '../finding.ts';
import { keysOf } from '../locales.ts';
import type { Check } from './checked-set.ts';
import { at, atKey } from './place.ts';
import { textsInUse } from './texts-in-use.ts';

/** Every text that a step names is there, and every text of a flow's own namespace is named. */
export const textsExist: Check = ({ flows, locales, profile }) => {
  const known = keysOf(locales, profile.defaultLanguage);
  const used = textsInUse(flows);
  const missing = used
    .filter(({ key }) => !known.has(key))
    .map(({ key, flow, step, path }): Finding => {
      const [namespace] = key.split('.');
      const near = didYouMean(key, known);
      const hint = near ?? `write it in locales/${profile.defaultLanguage}/${namespace}.json`;
      const message = `there is no text "${key}"`;
      return { ...at(flow.source, ['steps', step, ...path]), severity: 'error', code: 'missing-text', message, hint };
    });
  const named = new Set(used.flatMap(({ key }) => [key, `${key}-again`]));
  const unused = flows.flatMap((flow) => {
    const namespace = locales[profile.defaultLanguage]?.[flow.name];
    return Object.keys(namespace?.texts ?? {})
      .filter((entry) => !named.has(`${flow.name}.${entry}`))
      .flatMap((entry): Finding[] => {
        if (!namespace) return [];
        const message = `no step uses the text "${flow.name}.${entry}"`;
        return [{ ...atKey(namespace.source, [entry]), severity: 'warning', code: 'unused-text', message }];
      });
  });
  return [...missing, ...unused];
};
