import type { TurnItem } from '../conversation/conversation.ts';
import type { ConversationState } from '../conversation/state.ts';
import { LATE_MS } from './accept.ts';
import { LineError } from './errors.ts';
import type { InboxItem, Lane, Log } from './ports.ts';
import type { Vault } from './vault.ts';
import { openWaiting, place, type Waiting } from './waiting.ts';

/** A lane's contents in the clear, for as long as one thought lasts. */
export interface OpenedLane {
  state: ConversationState | undefined;
  /** Texts and commands, oldest first. */
  items: TurnItem[];
  /** The texter's address (`to`) and the number of ours that they wrote to (`from`). */
  route: Route | undefined;
}

export interface Route {
  from: string;
  to: string;
}

/** Unseals what waits and what was known, as of `now`. A conversation whose key was destroyed reads as none at all. */
export async function openLane(lane: Lane, deps: { vault: Vault; log: Log; now: number }): Promise<OpenedLane> {
  const opened: OpenedLane = { state: await openState(lane, deps.vault), items: [], route: undefined };
  for (const item of lane.inbox) {
    const waiting = await openItem(item, deps);
    if (waiting === undefined) continue;
    if (waiting.kind === 'text') opened.route = { from: waiting.to, to: waiting.from };
    opened.items.push(turnItem(item, waiting, deps.now));
  }
  return opened;
}

/** Where to write to, when no text of this turn says it. */
export async function openRoute(lane: Lane, vault: Vault): Promise<Route> {
  if (lane.number === undefined || lane.conversation === undefined) throw new LineError('key-destroyed');
  return JSON.parse(await vault.open(lane.conversation, lane.number, place(lane.ref, 'number')));
}

/** The conversation's state as it stands; undefined when its key was destroyed. */
export async function openState(lane: Lane, vault: Vault): Promise<ConversationState | undefined> {
  if (lane.state === undefined || lane.conversation === undefined) return undefined;
  try {
    return JSON.parse(await vault.open(lane.conversation, lane.state, place(lane.ref, 'state')));
  } catch (error) {
    if (error instanceof LineError && error.code === 'key-destroyed') return undefined;
    throw error;
  }
}

/** An item whose key is gone was meant to be forgotten; one that was tampered with is not acted on. Both are counted. */
async function openItem(item: InboxItem, deps: { vault: Vault; log: Log }): Promise<Waiting | undefined> {
  try {
    return await openWaiting(deps.vault, item);
  } catch (error) {
    if (!(error instanceof LineError) || error.code === 'keyring-missing-key') throw error;
    deps.log.event('text-unreadable');
    return undefined;
  }
}

/** Late is also what was stored in time and waited while no process ran; dated ahead is what a clock set back since has seen. */
function turnItem(item: InboxItem, waiting: Waiting, now: number): TurnItem {
  if (waiting.kind !== 'text') return waiting;
  const handled = waiting.optOutType?.toLowerCase() as 'stop' | 'start' | 'help' | undefined;
  return {
    kind: 'text',
    text: waiting.body,
    receivedAt: Math.min(item.at, now),
    media: waiting.media.map(({ contentType }) => contentType),
    ...(waiting.media.length > 0 && { links: waiting.media.map(({ url }) => url) }),
    late: waiting.late || now - item.at > LATE_MS,
    ...(handled && { providerHandled: handled }),
  };
}
