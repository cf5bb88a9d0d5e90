import { useHotkeys } from '@mantine/hooks';
import type { WordKey } from '../words/words.ts';

/** Every key of the console, in the order of the help sheet. All but the help need Alt, so that typing sets nothing off. */
export const KEYS = {
  next: { keys: 'alt+N', word: 'keys.next' },
  queue: { keys: 'alt+Q', word: 'keys.queue' },
  reply: { keys: 'alt+R', word: 'keys.reply' },
  undo: { keys: 'alt+Z', word: 'keys.undo' },
  following: { keys: 'alt+ArrowDown', word: 'keys.following' },
  previous: { keys: 'alt+ArrowUp', word: 'keys.previous' },
  handoff: { keys: 'alt+H', word: 'keys.handoff' },
  notes: { keys: 'alt+O', word: 'keys.notes' },
  tools: { keys: 'alt+M', word: 'keys.tools' },
  transfer: { keys: 'alt+T', word: 'keys.transfer' },
  close: { keys: 'alt+C', word: 'keys.close' },
  beside: { keys: 'alt+B', word: 'keys.beside' },
  help: { keys: 'alt+K', word: 'keys.help' },
} satisfies Record<string, { keys: string; word: WordKey }>;

export type KeyName = keyof typeof KEYS;

/** Listens for one key, in text fields too; undefined: not now. */
export function useKey(name: KeyName, act: (() => void) | undefined): void {
  useHotkeys(act ? [[KEYS[name].keys, () => dialogIsOpen() || act(), { usePhysicalKeys: true }]] : [], []);
}

/** Alt with a digit: the conversation in that place. */
export function useDigits(act: (place: number) => void): void {
  useHotkeys(
    Array.from({ length: 9 }, (_, place) => [
      `alt+Digit${place + 1}`,
      () => dialogIsOpen() || act(place),
      { usePhysicalKeys: true },
    ]),
    [],
  );
}

/** What lies behind a dialog must not move while it is open. */
function dialogIsOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
