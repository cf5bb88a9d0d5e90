import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { createWords, type Table } from '../../src/console/words/words.ts';
import { COMMAND_REFUSALS, DELIVERY_STATES } from '../../src/http/console-contract.ts';

const read = async (language: string): Promise<Table> =>
  JSON.parse(await readFile(`src/console/words/${language}.json`, 'utf8'));
const en = await read('en');
const es = await read('es');

const blanks = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the console', () => {
  it('are the same keys in both languages, with the same blanks, and none is empty', () => {
    expect(Object.keys(en).length).toBeGreaterThan(300);
    expect(Object.keys(es)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      expect([key, blanks(es[key])]).toEqual([key, blanks(text)]);
      expect([key, text.trim() !== '' && es[key]?.trim() !== '']).toEqual([key, true]);
    }
  });

  it('have each plural whole', () => {
    const plurals = Object.keys(en).filter((key) => /_(one|other)$/.test(key));
    expect(plurals.length).toBeGreaterThan(10);
    for (const key of plurals)
      expect(en).toHaveProperty([key.replace(/_\w+$/, key.endsWith('_one') ? '_other' : '_one')]);
  });

  it('say every refusal and every state of a delivery', () => {
    for (const refusal of COMMAND_REFUSALS) expect(en).toHaveProperty([`refusal.${refusal}`]);
    for (const state of DELIVERY_STATES) expect(en).toHaveProperty([`delivery.${state}`]);
  });

  it('say every reason that brings a person to the desk', async () => {
    const flows = await Promise.all(globSync('flows/*.yaml').map((file) => readFile(file, 'utf8')));
    const asked = flows.flatMap((text) => [...text.matchAll(/^ +reason: ([\w-]+)/gm)].map(([, code]) => code));
    const lists = await Promise.all(globSync('flows/danger/*.yaml').map((file) => readFile(file, 'utf8')));
    const heard = lists.flatMap((text) => (parse(text) as { rules: { id: string }[] }).rules.map(({ id }) => id));
    expect(asked.length).toBeGreaterThan(5);
    expect(new Set(heard).size).toBeGreaterThan(30);
    const unsaid = [...asked, ...heard].filter((code) => en[`reason.${code}`] === undefined);
    expect([...new Set(unsaid)]).toEqual([]);
  });

  it('are filled, counted and told as a person would', () => {
    const words = createWords('en', en);
    expect(words.t('talks.unread', { count: 1 })).toBe('1 unread text');
    expect(words.t('talks.unread', { count: 2_000 })).toBe('2,000 unread texts');
    expect(createWords('es', es).t('talks.unread', { count: 1_000_000 })).toBe('1.000.000 mensajes sin leer');
    expect(words.t('card.for', { name: '{name} $& <b>' })).toBe('For {name} $& <b>');
    expect(words.lasted(59_999)).toBe('59 sec');
    expect(words.lasted(61 * 60_000)).toBe('1 hr 1 min');
    expect(words.coded('reason', 'locked-in')).toBe('Locked in');
    expect(words.coded('reason', 'not-worded-yet')).toBe('not worded yet');
  });
});
