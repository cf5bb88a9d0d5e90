import { normalise } from './normalise.ts';
import { tokenise } from './tokens.ts';

/** A phrase of an operator's list, taken apart. */
export type Part =
  | { kind: 'word'; word: string; prefix: boolean }
  | { kind: 'gap' }
  | { kind: 'any-of'; choices: Part[][]; optional: boolean };

/** Named groups of a list, each a list of phrases, as `<name>` in a phrase. */
export type Groups = Record<string, readonly string[]>;

/** A phrase that cannot be read; the message names the phrase and what to write instead. */
export class PhraseError extends Error {
  override name = 'PhraseError';
  readonly code = 'PHRASE_UNREADABLE';
}

const PIECE = /\.\.\.|<([^<>\s]+)>(\??)|\(|\)([?*]?)|\||[^\s()|<>]+?(?=\.\.\.|[\s()|<>]|$)|\s+/gu;

/**
 * Reads the notation of the lists (documented at the head of flows/danger/en.yaml):
 * `word`, `begin*`, `(this|that one)`, `(perhaps)?`, `(these|those)*` where each may go on, `<group>`, `<group>?`, and `...` for up to four words.
 * @throws PhraseError on unbalanced brackets, an unknown group, a group that holds itself, or an empty phrase.
 */
export function parsePhrase(phrase: string, groups: Groups, within: readonly string[] = []): Part[] {
  const stack: Part[][][] = [[[]]];
  const push = (part: Part) => {
    const choices = stack.at(-1);
    choices?.at(-1)?.push(part);
  };
  for (const match of phrase.matchAll(PIECE)) {
    const piece = match[0];
    if (piece.trim() === '') continue;
    if (piece === '...') push({ kind: 'gap' });
    else if (piece === '(') stack.push([[]]);
    else if (piece === '|') {
      if (stack.length === 1) throw new PhraseError(`"${phrase}": write choices inside brackets, (this|that)`);
      stack.at(-1)?.push([]);
    } else if (piece.startsWith(')')) {
      const choices = stack.pop();
      if (!choices || stack.length === 0) throw new PhraseError(`"${phrase}": a ) without its (`);
      const whole = match[3] === '*' ? choices.map(asBeginning) : choices;
      push({ kind: 'any-of', choices: whole, optional: match[3] === '?' });
    } else if (match[1] !== undefined) {
      push({ kind: 'any-of', choices: expandGroup(phrase, match[1], groups, within), optional: match[2] === '?' });
    } else if (/[^?]\?$/u.test(piece))
      throw new PhraseError(`"${phrase}": what may be missing stands in brackets, (${piece.slice(0, -1)})?`);
    else for (const part of readWords(piece)) push(part);
  }
  const parts = stack[0]?.[0] ?? [];
  if (stack.length > 1) throw new PhraseError(`"${phrase}": a ( without its )`);
  if (parts.length === 0) throw new PhraseError(`"${phrase}": no words in it`);
  if (parts[0]?.kind === 'gap' || parts.at(-1)?.kind === 'gap') {
    throw new PhraseError(`"${phrase}": "..." stands between words, not at an end`);
  }
  return parts;
}

function expandGroup(phrase: string, name: string, groups: Groups, within: readonly string[]): Part[][] {
  const members = groups[name];
  if (!members) {
    throw new PhraseError(
      `"${phrase}": no group <${name}>; the groups are ${Object.keys(groups).join(', ') || 'none'}`,
    );
  }
  if (within.includes(name)) throw new PhraseError(`group <${name}> holds itself`);
  const known = expanded.get(members);
  if (known?.groups === groups) return known.choices;
  const choices = members.map((member) => parsePhrase(member, groups, [...within, name]));
  expanded.set(members, { groups, choices });
  return choices;
}

/** Hundreds of phrases name the same few groups: each is taken apart once for the groups that it stands among. */
const expanded = new WeakMap<readonly string[], { groups: Groups; choices: Part[][] }>();

const ASCII_WORD = /^[a-z0-9]+$/;

/** The last word of a choice as a beginning: Korean particles are written onto the word before them. */
function asBeginning(choice: Part[]): Part[] {
  return choice.map((part, at) =>
    part.kind === 'word' && at === choice.length - 1 ? { ...part, prefix: true } : part,
  );
}

function readWords(piece: string): Part[] {
  if (ASCII_WORD.test(piece)) return [{ kind: 'word', word: piece, prefix: false }];
  const prefix = piece.endsWith('*');
  const tokens = tokenise(normalise(prefix ? piece.slice(0, -1) : piece).plain);
  return tokens.map((token, at) => ({ kind: 'word', word: token.word, prefix: prefix && at === tokens.length - 1 }));
}
