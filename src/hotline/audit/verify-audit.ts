import { createSecretKey } from 'node:crypto';
import type { AuditAnchor, AuditBase, AuditHead, AuditStore } from '../ports.ts';
import { sealOf, sealOfBase } from './audit.ts';
import type { AuditFault, Verified } from './audit-view.ts';

const AT_ONCE = 1_000;

/**
 * Reads the chain, from where it was last forgotten by age, and stops at the first place that was tampered with. `from`: only what comes after that
 * entry, which is taken as it stands, for a chain whose fault is known, as after a restore from a backup.
 */
export async function verifyAudit(deps: {
  store: AuditStore;
  anchor: AuditAnchor;
  key: string;
  from?: number;
}): Promise<Verified> {
  const base = await deps.store.base();
  const verified = await verifyFrom(base, deps);
  if (verified.ok || (await deps.store.base())?.seq === base?.seq) return verified;
  // Its beginning was forgotten by age while it was read.
  return verifyAudit(deps);
}

async function verifyFrom(base: AuditBase | undefined, deps: Parameters<typeof verifyAudit>[0]): Promise<Verified> {
  const { store, anchor, from = 0 } = deps;
  const key = createSecretKey(deps.key, 'base64');
  // Before the entries: what is written meanwhile makes the chain longer than these say, never shorter.
  const heads = [await anchor.get(), await store.head()].filter((head) => head !== undefined);
  const fault = (seq: number, what: AuditFault['fault']): Verified => ({ ok: false, fault: { seq, fault: what } });
  if (base !== undefined && sealOfBase(key, base) !== base.sealed) return fault(base.seq, 'changed');
  let last: AuditHead = base ?? { seq: 0, mac: '' };
  if (from > last.seq) {
    const [known] = await store.read(from, 1);
    if (known?.seq !== from) return fault(from, 'missing');
    last = { seq: from, mac: known.line.slice(0, known.line.indexOf(' ')) };
  }
  const { seq: before } = last;
  for (;;) {
    const lines = await store.read(last.seq + 1, AT_ONCE);
    for (const { seq, line } of lines) {
      const space = line.indexOf(' ');
      const [mac, json] = [line.slice(0, space), line.slice(space + 1)];
      const expected = last.seq + 1;
      if (seq !== expected) return fault(expected, expected === 1 ? 'beginning-cut-off' : 'missing');
      if (sealOf(key, last.mac, json) !== mac) return fault(seq, numberIn(json) === seq ? 'changed' : 'out-of-order');
      last = { seq, mac };
      if (heads.some((head) => head.seq === seq && head.mac !== mac)) return fault(seq, 'changed');
    }
    if (lines.length < AT_ONCE) break;
  }
  if (heads.some((head) => head.seq > last.seq)) return fault(last.seq + 1, 'cut-off');
  return { ok: true, entries: last.seq - before };
}

function numberIn(json: string): number | undefined {
  return Number(/^\{"seq":(\d+),/.exec(json)?.[1] ?? Number.NaN);
}
