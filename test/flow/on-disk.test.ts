import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readSetFiles } from '../../src/adapters/files/read-set-files.ts';
import { checkSet } from '../../src/flow/check.ts';
import { firstReply } from '../../src/flow/checks/first-reply.ts';
import { reachable, stepGraph } from '../../src/flow/checks/step-graph.ts';
import { jsonSchemas } from '../../src/flow/json-schema.ts';
import { keysOf, textOf } from '../../src/flow/locales.ts';
import { optOutWords } from '../../src/flow/opt-out-words.ts';
import { type Profile, standingValues } from '../../src/flow/profile.ts';
import { readFlows } from '../../src/flow/read-flows.ts';
import { tellFinding } from '../../src/flow/tell-finding.ts';

const { files } = await readSetFiles('.');
/** The day on which its facts were last asked for. */
const TODAY = '2026-11-23';
const { flows, locales, profile } = readFlows(files);
if (!profile) throw new Error('the profile of the line cannot be read');

describe('the set on disk', () => {
  it('has not one fault, nor a warning', () => {
    expect(checkSet(files, optOutWords(files), TODAY).map(tellFinding)).toEqual([]);
  });

  it('says in its first reply that this is automated and not 911, asks about danger, and fits one SMS', () => {
    const [key, ...rest] = firstReply({ flows, profile } as Parameters<typeof firstReply>[0]);
    const text = textOf(locales, 'en', key ?? '') ?? '';
    expect(rest).toEqual([]);
    expect(text).toMatch(/automated.*not 911.*danger.*1 yes 2 no.*PERSON.*ESPAÑOL/);
    expect(text.length).toBeLessThanOrEqual(160);
  });

  it('says in HELP all that carriers and a person in danger need', () => {
    const text = textOf(locales, 'en', 'line.help') ?? '';
    for (const part of ['{{programme}}', '{{phone}}', 'rates', 'STOP', 'not 911', '1 yes 2 no']) {
      expect(text).toContain(part);
    }
  });

  it.each([
    'person-coming',
    'notice-1',
    'notice-2',
    'nobody-on',
    'stopped-help',
    'stopped-danger',
    'stop-confirmation',
  ])('gives the phone number in line.%s, in every language', (entry) => {
    for (const language of Object.keys(profile.languages)) {
      expect(textOf(locales, language, `line.${entry}`)).toContain('{{phone}}');
    }
  });

  it('never claims that help is coming', () => {
    for (const [file, text] of Object.entries(files)) {
      if (!/^locales\/(en|es)\//.test(file)) continue;
      expect(text).not.toMatch(/on (the|its|their) way|help is coming|will be there|va en camino|ayuda en camino/i);
    }
  });

  it('speaks of the limits of what stays private before it asks for age or place', () => {
    for (const flow of ['crisis', 'tip']) {
      const without = reachableWithout(`${flow}.limits`);
      for (const step of ['where', 'minor']) expect(without).not.toContain(`${flow}.${step}`);
    }
    expect(reachableWithout('menu.bye')).toContain('tip.where');
  });

  it('tells of each language who has reviewed it, even when nobody has', () => {
    for (const language of Object.keys(profile.languages)) {
      const about = JSON.parse(files[`locales/${language}/_about.json`] ?? '{}') as Record<string, unknown>;
      expect(Object.keys(about)).toEqual(expect.arrayContaining(['language', 'reviewedBy', 'reviewedOn']));
    }
  });

  it('fills every standing placeholder', () => {
    const facts = Object.keys(profile.facts).flatMap((fact) => [fact, `${fact}AsOf`]);
    expect(Object.keys(standingValues(profile))).toEqual(['programme', 'phone', 'shortCode', ...facts]);
    expect(standingValues(profile)).toMatchObject({ calls: '1000', callsAsOf: '11/2026' });
    expect(keysOf(locales, 'en').size).toBe(keysOf(locales, 'es').size);
  });
});

describe.each(Object.entries(jsonSchemas))('schemas/%s', (name, schema) => {
  it('is up to date; "npm run -s flows -- schema --write" brings it there', () => {
    const published = JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8'));
    expect(published).toEqual(JSON.parse(JSON.stringify(schema())));
  });

  it('is named by the files that it is for', () => {
    const named = Object.entries(files).filter(([, text]) =>
      text.startsWith(`# yaml-language-server: $schema=../schemas/${name}`),
    );
    const meant = Object.keys(files).filter((file) => /^flows\/[^/]+\.yaml$/.test(file));
    const profileFile = 'flows/profile.yaml';
    const wanted = name.startsWith('profile') ? [profileFile] : meant.filter((file) => file !== profileFile);
    expect(named.map(([file]) => file)).toEqual(wanted);
  });
});

/** Every step that can be reached, from wherever the line may enter, without passing the step `notice`. */
function reachableWithout(notice: string): Set<string> {
  const nodes = stepGraph(flows);
  expect(nodes.delete(notice)).toBe(true);
  const { start, menu, crisis, support, safe } = profile as Profile;
  return reachable(nodes, [start, menu, crisis, support, safe]);
}
