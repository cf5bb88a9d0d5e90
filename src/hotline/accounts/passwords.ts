import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: argon2id, the package's own default kind, with 19 MiB, two passes and one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** NIST SP 800-63B-4, 3.1.1.2: where a password stands alone, at least 15 characters; length is all that is asked of it. */
const MIN_CHARACTERS = 15;
/** More would be a way to keep the machine busy. */
const MAX_CHARACTERS = 256;
/** What must be left when the words that anyone would try first are taken out. */
const MIN_OWN_CHARACTERS = 8;
const MIN_DIFFERENT_CHARACTERS = 5;

export type PasswordFault = 'too-short' | 'too-long' | 'guessable';

/** What is wrong with a new password; undefined when nothing is. `known`: the login, the programme's name and the like. */
export function passwordFault(password: string, known: readonly string[]): PasswordFault | undefined {
  const characters = [...normal(password)];
  if (characters.length < MIN_CHARACTERS) return 'too-short';
  if (characters.length > MAX_CHARACTERS) return 'too-long';
  let own = bare(password);
  for (const word of known.flatMap((name) => [bare(name), bare(name.split('@', 1)[0] ?? '')])) {
    if (word.length >= 3) own = own.replaceAll(word, '');
  }
  if ([...own].length < MIN_OWN_CHARACTERS || new Set(own).size < MIN_DIFFERENT_CHARACTERS) return 'guessable';
  return undefined;
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), ARGON2ID);
}

let dummy: Promise<string> | undefined;

/** Takes the same time where there is no hash to compare with, so that nobody can find out who has an account. */
export async function isPassword(hashed: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no password has this hash');
  const right = await verify(hashed ?? (await dummy), normal(password));
  return right && hashed !== undefined;
}

/** The same password typed on another keyboard is the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function bare(text: string): string {
  return normal(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
