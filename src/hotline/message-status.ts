/** What a provider can say of a message, in Twilio's words. */
export type MessageStatus =
  | 'queued'
  | 'accepted'
  | 'scheduled'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'receiving'
  | 'received'
  | 'partially_delivered';

/** Twilio sends callbacks in any order: a status never gives way to one of a lower or equal rank. */
const RANK: Record<MessageStatus, number> = {
  receiving: 0,
  received: 0,
  accepted: 1,
  scheduled: 1,
  queued: 2,
  sending: 3,
  sent: 4,
  partially_delivered: 5,
  canceled: 6,
  failed: 6,
  undelivered: 6,
  delivered: 7,
  read: 8,
};

const ARRIVED: ReadonlySet<MessageStatus> = new Set(['delivered', 'read']);
const LOST: ReadonlySet<MessageStatus> = new Set(['undelivered', 'failed', 'canceled']);

/** Whether a text with this status is on the texter's phone. */
export function hasArrived(status: MessageStatus): boolean {
  return ARRIVED.has(status);
}

/** Whether a text with this status will not arrive, so that somebody must hear of it. */
export function isLost(status: MessageStatus): boolean {
  return LOST.has(status);
}

/** How far along its way a text with this status is. */
export function statusRank(status: MessageStatus): number {
  return RANK[status];
}
