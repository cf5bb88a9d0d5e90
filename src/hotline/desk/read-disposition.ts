import type { TurnItem } from '../../conversation/conversation.ts';
import { type ContactOutcome, KINDS_OF_CONTACT, type KindOfContact, OUTCOMES } from './desk-view.ts';

/** What an advocate says a conversation was, when they close it. */
export interface Disposition {
  kind: KindOfContact;
  outcome: ContactOutcome;
  hard: boolean;
  /** The account that closed it. */
  by: string;
}

/** The same as it travels with the command: `tip.recorded.hard`. */
export function writeDisposition({ kind, outcome, hard }: Omit<Disposition, 'by'>): string {
  return [kind, outcome, ...(hard ? ['hard'] : [])].join('.');
}

/** How a turn's close was disposed of; undefined where nothing was closed, or nobody said how. */
export function readDisposition(items: readonly TurnItem[]): Disposition | undefined {
  const close = items.findLast((item) => item.kind === 'close');
  if (close?.kind !== 'close' || close.disposition === undefined) return undefined;
  const [kind, outcome, hard] = close.disposition.split('.');
  if (!isOneOf(KINDS_OF_CONTACT, kind) || !isOneOf(OUTCOMES, outcome)) return undefined;
  return { kind, outcome, hard: hard === 'hard', by: close.advocate };
}

function isOneOf<T extends string>(list: readonly T[], word: string | undefined): word is T {
  return (list as readonly string[]).includes(word ?? '');
}
