// How the first admin gets in, and how somebody gets in again who has lost everything. Everybody else is invited by an admin.
import { createInvitations, type Invited } from '../src/hotline/accounts/invitations.ts';
import { createAudit } from '../src/hotline/audit/audit.ts';
import { createVault } from '../src/hotline/vault.ts';
import { openBesideLine } from './staff/open-beside-line.ts';

const USAGE = `usage: npm run -s accounts -- first-admin LOGIN   an invitation for the first admin
       npm run -s accounts -- reset LOGIN         takes password, authenticator and open sessions away, and invites again`;

const [command, login = '', ...rest] = process.argv.slice(2);
if (!['first-admin', 'reset'].includes(command ?? '') || !/^[^\s,;<>"]{3,200}$/.test(login) || rest.length > 0) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(1);
}

const { config, stores, keyring } = await openBesideLine();
const clock = { now: Date.now };
const invitations = createInvitations({
  ...{ clock, store: stores.accounts, vault: createVault({ keyring, keyStore: stores.keyStore }), programme: '' },
  // Open consoles look at their session every few seconds and close by themselves.
  revoked: async () => {},
});
const audit = createAudit({ clock, store: stores.audit, anchor: stores.auditAnchor, key: keyring.audit });

async function firstAdmin(): Promise<Invited | string> {
  const admins = (await stores.accounts.list()).filter(({ roles }) => roles.includes('admin'));
  if (admins.some(({ status }) => status === 'active')) return 'There is an admin already: ask them for an invitation.';
  const invited = admins.find((account) => account.login === login.toLowerCase());
  const details = { login, name: login, roles: ['admin' as const], languages: ['en'], skills: [], loadCap: 4 };
  const made = invited ? await invitations.reset(invited.id) : await invitations.invite(details);
  return made ?? 'This login is somebody else’s.';
}

async function reset(): Promise<Invited | string> {
  const account = await stores.accounts.withLogin(login.toLowerCase());
  return (account && (await invitations.reset(account.id))) ?? 'Nobody has this login.';
}

const made = command === 'first-admin' ? await firstAdmin() : await reset();
if (typeof made === 'string') {
  process.stderr.write(`${made}\n`);
  process.exitCode = 1;
} else {
  await audit.append({ actor: 'command', act: `accounts ${command}`, about: made.account, outcome: 'done' });
  const until = new Date(made.expiresAt).toISOString().slice(0, 16).replace('T', ' ');
  process.stdout.write(`Open once, before ${until} UTC:\n${config.publicUrl}/console/invitation#${made.token}\n`);
}
await stores.close();
