import { DEMO_ACCOUNTS } from './hotline/accounts/demo-accounts.ts';

/** What whoever has started the line should know. */
export function greeting({ mode, lineNumbers }: { mode: 'demo' | 'live'; lineNumbers: string[] }, url: string): string {
  if (mode === 'live') return `Lantern is live on ${url}. Advocates and operators: ${url}/console\n`;
  const accounts = DEMO_ACCOUNTS.map(({ login, roles }) => `${login} (${roles.join(' and ')})`).join(', ');
  return [
    'Lantern runs in demo mode: no text leaves this machine.',
    `Phones that text ${lineNumbers[0]}: ${url}/phone`,
    `The console for advocates: ${url}/console`,
    `Both side by side: ${url}`,
    `Sign in as ${accounts}; the password is: ${DEMO_ACCOUNTS[0]?.password}`,
    '',
  ].join('\n');
}
