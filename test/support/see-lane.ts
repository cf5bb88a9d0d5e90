import { readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';
import { readLane } from '../../src/adapters/redis/lane-codec.ts';
import { laneKeys } from '../../src/adapters/redis/lane-keys.ts';
import type { Card } from '../../src/conversation/card.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { parseKeyring } from '../../src/hotline/keyring.ts';
import type { LaneRef } from '../../src/hotline/ports.ts';
import { createPseudonyms } from '../../src/hotline/pseudonyms.ts';
import type { TranscriptEntry } from '../../src/hotline/transcript.ts';
import type { Vault } from '../../src/hotline/vault.ts';

/** What is stored of one phone, in the clear. */
export interface LaneSeen {
  ref: LaneRef;
  mode: string | undefined;
  optedOut: boolean;
  state: ConversationState | undefined;
  transcript: TranscriptEntry[];
  /** Texts in, in the order they were thought about. */
  heard: string[];
  /** Outgoing texts that the lane still minds. */
  outbox: { id: string; key: string; state: string; status: string | undefined }[];
  card: Card | undefined;
}

/** Reads a phone's lane, under whichever lookup key it was named with, and unseals it. */
export async function seeLane(
  { data, vault, keyringFile }: { data: Redis; vault: Vault; keyringFile: string },
  phone: string,
): Promise<LaneSeen> {
  const parsed = parseKeyring(readFileSync(keyringFile, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problem);
  const { partition, names } = createPseudonyms(parsed.keyring)(phone);
  for (const name of names) {
    const ref = { partition, name };
    const key = laneKeys(ref);
    const fields = Object.entries(await data.hgetallBuffer(key.lane)).flat();
    if (fields.length === 0) continue;
    const outbox = Object.entries(await data.hgetallBuffer(key.outbox)).flat();
    const lane = readLane(ref, 0, fields, [], outbox);
    const open = async (sealed: Buffer, what: string, keyId: string) =>
      JSON.parse(await vault.open(keyId, sealed, `${name}/${what}`));
    const transcript: TranscriptEntry[] = [];
    for (const id of [...lane.past, ...(lane.conversation ? [lane.conversation] : [])]) {
      for (const sealed of await data.lrangeBuffer(key.transcript(id), 0, -1)) {
        transcript.push(await open(sealed, 'turn', id));
      }
    }
    const card = /^\d+ (.+)$/.exec((await data.hget('{desk}cards', `${partition} ${name}`)) ?? '')?.[1];
    return {
      ref,
      mode: lane.mode,
      optedOut: lane.optedOut,
      state: lane.state && (await open(lane.state, 'state', lane.conversation ?? '')),
      transcript,
      heard: transcript.flatMap(({ i = [] }) => i.map(([text]) => text)),
      outbox: lane.outbox
        .filter((item) => item.kind === 'text')
        .map(({ id, key: said, state, report }) => ({ id, key: said, state, status: report?.status })),
      card: card && JSON.parse(JSON.parse(card).card),
    };
  }
  throw new Error('The line knows no such phone.');
}
