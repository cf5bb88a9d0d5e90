// Whether the audit is as it was written, and what it says.
import { createAuditReader } from '../src/hotline/audit/read-audit.ts';
import { verifyAudit } from '../src/hotline/audit/verify-audit.ts';
import { openBesideLine } from './staff/open-beside-line.ts';

const USAGE = `usage: npm run -s audit -- verify [FROM]   exit 1 names the first entry that is not as it was written
       npm run -s audit -- show [COUNT]    the last entries, as JSON lines, newest first

FROM: only what comes after that entry, when what is wrong before it is known, as after a restore.`;

const FAULTS = {
  changed: 'was changed',
  missing: 'is missing',
  'out-of-order': 'is not in its place',
  'cut-off': 'and all after it were cut off',
  'beginning-cut-off': 'is missing: the beginning was cut off',
};

const [command, number, ...rest] = process.argv.slice(2);
if (!['verify', 'show'].includes(command ?? '') || !/^[1-9]\d{0,11}$/.test(number ?? '1') || rest.length > 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}

const { stores, keyring } = await openBesideLine();
if (command === 'show') {
  const entries = await createAuditReader(stores.audit).latest(undefined, Number(number ?? 100));
  for (const entry of entries) process.stdout.write(`${JSON.stringify(entry)}\n`);
} else {
  const verified = await verifyAudit({
    ...{ store: stores.audit, anchor: stores.auditAnchor, key: keyring.audit },
    ...(number !== undefined && { from: Number(number) }),
  });
  if (verified.ok) {
    process.stdout.write(`${verified.entries} entries, each as it was written.\n`);
  } else {
    process.stdout.write(`Entry ${verified.fault.seq} ${FAULTS[verified.fault.fault]}.\n`);
    process.exitCode = 1;
  }
}
await stores.close();
