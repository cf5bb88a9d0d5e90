import type { OutgoingText, PeekedLane } from '../lane.ts';
import type { DeliveryState } from './desk-view.ts';

const STATES: Record<string, DeliveryState> = {
  waiting: 'waiting',
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
  expired: 'expired',
  unknown: 'unknown',
  dropped: 'dropped',
};

export interface Delivery {
  state: DeliveryState;
  /** The provider's error code. */
  code?: number;
}

/** How far the texts of a lane have come, by outbox id: those under way by the outbox, the rest as they were last heard of. */
export function deliveryStates(
  { fates, outbox }: Pick<PeekedLane, 'fates' | 'outbox'>,
  now: number,
): Record<string, Delivery> {
  const ended = Object.entries(fates).map(([id, fate]): [string, Delivery] => {
    const [word = '', code] = fate.split(' ');
    return [id, { state: STATES[word] ?? 'unknown', ...(code && { code: Number(code) }) }];
  });
  const underWay = outbox.flatMap((item): [string, Delivery][] =>
    item.kind === 'text' ? [[item.id, stateOf(item, now)]] : [],
  );
  return Object.fromEntries([...ended, ...underWay]);
}

function stateOf(text: OutgoingText, now: number): Delivery {
  switch (text.state) {
    case 'waiting':
      return { state: text.weight === 'advocate' && text.tries === 0 && text.at > now ? 'held-back' : 'waiting' };
    case 'attempted':
    case 'unresolved':
      return { state: 'sending' };
    case 'accepted': {
      const { status = 'accepted', errorCode } = text.report ?? {};
      return { state: STATES[status] ?? 'unknown', ...(errorCode !== undefined && { code: errorCode }) };
    }
  }
}
