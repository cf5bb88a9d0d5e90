import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { AuditHead, AuditLine, AuditStore, Clock } from '../ports.ts';
import type { AuditAnchor } from './audit-ports.ts';
import type { Act, AuditEntry } from './audit-view.ts';

export interface Audit {
  /** Resolves once the entry stands in the chain and its head beside the keys: only then may be answered what was asked. */
  append(act: Act): Promise<void>;
}

/** One try costs a round trip; as many processes as that at once is not a line any more, it is a fault. */
const MOST_TRIES = 50;

/**
 * Writes the chain: each entry is sealed by HMAC-SHA-256 over the seal before it and its own text, so that nothing can be
 * changed, taken out, moved or cut off without the keyring. What comes while a write is under way goes with the next one.
 */
export function createAudit(deps: {
  clock: Clock;
  store: AuditStore;
  anchor: AuditAnchor;
  /** The keyring's audit key, base64. */
  key: string;
}): Audit {
  const { clock, store, anchor } = deps;
  const key = createSecretKey(deps.key, 'base64');
  let head: AuditHead | undefined;
  let anchored: AuditHead | undefined;
  let known = false;
  let waiting: { act: Act; at: number; done: () => void; failed: (error: unknown) => void }[] = [];
  let writing = false;

  async function write(acts: { act: Act; at: number }[]): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (!known) {
        head = await store.head();
        anchored = await anchor.get();
      }
      known = false;
      // Was the end cut off, the numbers that it had are not given again: what is missing stays missing.
      const { lines, last } = chain(key, head, Math.max(head?.seq ?? 0, anchored?.seq ?? 0), acts);
      if (!(await store.append(head, lines, last))) continue;
      head = last;
      await anchor.set(last);
      anchored = last;
      known = true;
      return;
    }
    throw new Error('The audit chain moved on at every try.');
  }

  async function work(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch).then(
        () => batch.forEach(({ done }) => void done()),
        (error) => batch.forEach(({ failed }) => void failed(error)),
      );
    }
    writing = false;
  }

  return {
    append: (act) =>
      new Promise((done, failed) => {
        waiting.push({ act, at: clock.now(), done, failed });
        if (!writing) void work();
      }),
  };
}

function chain(key: KeyObject, head: AuditHead | undefined, number: number, acts: { act: Act; at: number }[]) {
  const lines: AuditLine[] = [];
  let last: AuditHead = { seq: number, mac: head?.mac ?? '' };
  for (const { act, at } of acts) {
    const seq = last.seq + 1;
    const { actor, about, outcome } = act;
    const json = JSON.stringify({
      seq,
      at,
      actor,
      act: act.act,
      ...(about && { about }),
      outcome,
    } satisfies AuditEntry);
    const mac = sealOf(key, last.mac, json);
    lines.push({ seq, line: `${mac} ${json}` });
    last = { seq, mac };
  }
  return { lines, last };
}

/** The seal of a base: nobody without the keyring can cut the chain's beginning off and call it forgotten. */
export function sealOfBase(key: KeyObject, { seq, mac }: AuditHead): string {
  return createHmac('sha256', key).update(`base\n${seq}\n${mac}`).digest('base64url');
}

/** The seal of an entry: over the seal before it, and its own text. */
export function sealOf(key: KeyObject, before: string, json: string): string {
  return createHmac('sha256', key).update(`${before}\n${json}`).digest('base64url');
}
