import { type Alias, type Document, isMap, isNode, LineCounter, type Pair, parseDocument, visit } from 'yaml';
import type { Finding } from './finding.ts';

export type Path = readonly PropertyKey[];

/** A YAML or JSON text with its comments and the place of everything in it. */
export interface Source {
  file: string;
  document: Document;
  /** The value as plain data; undefined when the text is empty or broken. */
  data: unknown;
  /** Syntax errors, as findings. */
  findings: Finding[];
  /** The place of the value at `path`, or of the nearest thing around it that is written. Both count from 1. */
  at(path: Path): { line: number; column: number };
  /** The place of the key that `path` ends in. */
  atKey(path: Path): { line: number; column: number };
}

/** Reads YAML 1.2, of which JSON is a part, keeping comments and exact places. Faults are findings, never exceptions. */
export function readSource(file: string, text: string): Source {
  const data = file.endsWith('.json') ? soundJson(text) : undefined;
  if (data === undefined) return readYaml(file, text);
  // A set holds hundreds of JSON files, and places are asked for only where something is wrong.
  let read: Source | undefined;
  const slowly = () => {
    read ??= readYaml(file, text);
    return read;
  };
  return {
    file,
    data,
    findings: [],
    get document() {
      return slowly().document;
    },
    at: (path) => slowly().at(path),
    atKey: (path) => slowly().atKey(path),
  };
}

/** The data of JSON without a fault; undefined where it has one, such as a key that stands twice, which `JSON.parse` would let pass. */
function soundJson(text: string): unknown {
  try {
    let keys = 0;
    const data: unknown = JSON.parse(text, (_, value: unknown) => {
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) keys += Object.keys(value).length;
      return value;
    });
    const written = text.match(STRING_OR_KEY)?.filter((found) => found.endsWith(':')).length ?? 0;
    return keys === written ? data : undefined;
  } catch {
    return undefined;
  }
}

const STRING_OR_KEY = /"(?:[^"\\]|\\.)*"(?:\s*:)?/gu;

function readYaml(file: string, text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const findings = [...document.errors, ...document.warnings].map(
    (error): Finding => ({
      file,
      ...place(error.pos[0]),
      severity: error.name === 'YAMLParseError' ? 'error' : 'warning',
      code: 'yaml',
      message: error.message,
    }),
  );
  const at = (path: Path): { line: number; column: number } => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return place(node.range[0]);
    return path.length === 0 ? { line: 1, column: 1 } : at(path.slice(0, -1));
  };
  const atKey = (path: Path): { line: number; column: number } => {
    const key = pairAt(document, path)?.key;
    return isNode(key) && key.range ? place(key.range[0]) : at(path);
  };
  if (document.errors.length > 0) return { file, document, data: undefined, findings, at, atKey };
  const alias = firstAlias(document);
  if (alias) {
    const message = 'aliases (*name) are not read here; write the value out';
    findings.push({ file, ...place(alias.range?.[0] ?? 0), severity: 'error', code: 'yaml', message });
    return { file, document, data: undefined, findings, at, atKey };
  }
  return { file, document, data: document.toJS(), findings, at, atKey };
}

/** A few aliases of aliases unfold to gigabytes, and one that names itself never ends. */
function firstAlias(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_, node) {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

function pairAt(document: Document, path: Path): Pair | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  return parent.items.find((pair) => String(pair.key) === String(path.at(-1)));
}
