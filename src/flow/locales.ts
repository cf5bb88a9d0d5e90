import type { Finding } from './finding.ts';
import type { SetFiles } from './set-files.ts';
import { readSource, type Source } from './source.ts';

/** One namespace of one language: `locales/es/tip.json` is namespace `tip` of `es`. */
export interface Namespace {
  texts: Record<string, string>;
  source: Source;
}

/** Every text: language, then namespace. */
export type Locales = Record<string, Record<string, Namespace>>;

/** Reads locales/<lang>/<namespace>.json. Files that begin with `_` are about the language and hold no text. */
export function readLocales(files: SetFiles): { locales: Locales; findings: Finding[] } {
  const locales: Locales = {};
  const findings: Finding[] = [];
  for (const [file, text] of Object.entries(files)) {
    const [, language, name] = /^locales\/([a-z]{2})\/([a-z][a-z0-9-]*)\.json$/.exec(file) ?? [];
    if (!language || !name) continue;
    const source = readSource(file, text);
    findings.push(...source.findings, ...notJson(source, text));
    const texts: Record<string, string> = {};
    const data = source.data && typeof source.data === 'object' ? source.data : {};
    for (const [key, value] of Object.entries(data)) {
      if (typeof value === 'string' && value.trim() !== '') texts[key] = value;
      else
        findings.push({
          file,
          ...source.at([key]),
          severity: 'error',
          code: 'not-a-text',
          message: `"${key}" holds no text`,
        });
    }
    locales[language] ??= {};
    locales[language][name] = { texts, source };
  }
  return { locales, findings };
}

/** YAML allows more than JSON does, and other tools will read these files as JSON. */
function notJson(source: Source, text: string): Finding[] {
  if (source.findings.length > 0) return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    const message = `this is not JSON: ${(error as Error).message}`;
    return [{ file: source.file, line: 1, column: 1, severity: 'error', code: 'not-json', message }];
  }
}

/** The text of a key such as `tip.where` in a language, without falling back to another. */
export function textOf(locales: Locales, language: string, key: string): string | undefined {
  const [namespace = '', entry = ''] = key.split('.');
  return locales[language]?.[namespace]?.texts[entry];
}

/** All texts as plain data, language, namespace, entry: what a renderer needs. */
export function textsOf(locales: Locales): Record<string, Record<string, Record<string, string>>> {
  return Object.fromEntries(
    Object.entries(locales).map(([language, namespaces]) => [
      language,
      Object.fromEntries(Object.entries(namespaces).map(([name, { texts }]) => [name, texts])),
    ]),
  );
}

/** Every key of a language, as `tip.where`. */
export function keysOf(locales: Locales, language: string): Set<string> {
  const namespaces = Object.entries(locales[language] ?? {});
  return new Set(namespaces.flatMap(([name, { texts }]) => Object.keys(texts).map((entry) => `${name}.${entry}`)));
}
