import type { OutgoingText } from '../../src/emulator/messages.ts';

/** Our own ids of messages, as their StatusCallback addresses bear them: one that comes twice is a doubled text. */
export function oidsOf(messages: readonly OutgoingText[]): string[] {
  return messages.map(({ statusCallback = '' }) => new URL(statusCallback).searchParams.get('oid') ?? '');
}
