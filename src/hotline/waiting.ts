import type { TurnItem } from '../conversation/conversation.ts';
import type { Inbound, InboxItem, LaneRef } from './ports.ts';
import type { Vault } from './vault.ts';

/** What lies sealed in a lane's inbox until the line thinks about it. */
export type Waiting =
  | (Pick<Inbound, 'from' | 'channel' | 'to' | 'body' | 'media' | 'optOutType'> & { kind: 'text'; late: boolean })
  | DeskItem;

/** What the desk asks of a conversation. */
export type DeskItem = Exclude<TurnItem, { kind: 'text' | 'timer' | 'delivery' | 'opted-out-at-provider' }>;

const PLACE = 'inbox';

/** Seals under the hour's inbox key, so that a text can be stored before its conversation is known. */
export async function sealWaiting(
  vault: Vault,
  { id, at, now }: { id: string; at: number; now: number },
  waiting: Waiting,
): Promise<InboxItem> {
  const keyId = await vault.inboxKey(now);
  return { id, at, keyId, sealed: await vault.seal(keyId, JSON.stringify(waiting), `${PLACE}/${id}`) };
}

/** @throws LineError `key-destroyed`, `seal-broken` */
export async function openWaiting(vault: Vault, item: InboxItem): Promise<Waiting> {
  return JSON.parse(await vault.open(item.keyId, item.sealed, `${PLACE}/${item.id}`));
}

/** Where a sealed value belongs, bound into its seal. */
export function place(
  ref: LaneRef,
  what: 'state' | 'number' | 'turn' | 'text' | 'note' | 'draft' | 'translation',
): string {
  return `${ref.name}/${what}`;
}
