import { type CardNote, type ConversationContext, PRIORITIES, type Priority } from './state.ts';

/** What a card keeps of each list: an advocate reads it at a glance, and the state stays small. */
const KEPT = 6;

/** Puts the conversation on the desk, or raises its place there; a priority never goes down. */
export function raised(context: ConversationContext, at: number, priority: Priority, reasons: string[]): CardNote {
  const card = context.card;
  if (!card) return { since: at, priority, reasons: unique(reasons) };
  return { ...card, priority: graver(card.priority, priority), reasons: unique([...card.reasons, ...reasons]) };
}

/** Adds an alert to the card, where there is one. */
export function alerted(card: CardNote | undefined, reason: string): CardNote | undefined {
  return card && { ...card, alerts: unique([...(card.alerts ?? []), reason]) };
}

/** The card without whoever had it. */
export function unowned(card: CardNote | undefined): CardNote | undefined {
  if (!card) return undefined;
  const { owner: _, unanswered: __, answered: ___, ...rest } = card;
  return rest;
}

/** The place in the queue that the conversation's own danger asks for. */
export function dangerPriority({ danger, minor }: ConversationContext): Priority {
  if (danger === 'imminent') return 'red';
  return danger === 'crisis' || minor ? 'crisis' : 'rest';
}

/** Whichever of the two waits less long. */
export function graver(a: Priority, b: Priority): Priority {
  return PRIORITIES.indexOf(a) <= PRIORITIES.indexOf(b) ? a : b;
}

function unique(list: string[]): string[] {
  return [...new Set(list)].slice(-KEPT);
}
