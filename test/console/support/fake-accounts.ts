import type { Me, Session } from '../../../src/http/console-contract.ts';

const DEMO = 'a password for the demo';

const people: Pick<Me, 'id' | 'name' | 'roles' | 'languages' | 'skills'>[] = [
  { id: 'ana', name: 'Ana', roles: ['advocate'], languages: ['en', 'es'], skills: ['minors'] },
  { id: 'sam', name: 'Sam', roles: ['advocate', 'supervisor'], languages: ['en'], skills: [] },
  { id: 'olu', name: 'Olu', roles: ['operator'], languages: ['en'], skills: [] },
  { id: 'ada', name: 'Ada', roles: ['admin'], languages: ['en', 'es'], skills: [] },
];

/** Staff of a desk that does not exist; `everything` holds every role, to see every screen. */
export function createFakeAccounts() {
  const everything = { id: 'eve', name: 'Eve', roles: ['advocate', 'supervisor', 'operator', 'admin'] as Me['roles'] };
  const accounts = new Map<string, Me>(
    [...people, { ...everything, languages: ['en'], skills: [] }].map((person) => [
      person.id,
      {
        ...person,
        shift: 'on',
        loadCap: 4,
        settings: { language: 'en', sound: true, onCallConsent: false },
      },
    ]),
  );
  return {
    find: (id: string | undefined): Me | undefined => (id === undefined ? undefined : accounts.get(id)),
    change(id: string, patch: Partial<Me>): Me | undefined {
      const me = accounts.get(id);
      if (!me) return undefined;
      const next = { ...me, ...patch };
      accounts.set(id, next);
      return next;
    },
    session: (me: Me | undefined): Session => ({
      ...(me && { me, csrf: 'csrf-of-this-session' }),
      programme: 'Lantern Line',
      mode: 'demo',
      sso: true,
      demoAccounts: people.map(({ id, name, roles }) => ({ login: id, password: DEMO, name, roles })),
      languages: ['en', 'es'],
    }),
    colleagues: (id: string) =>
      [...accounts.values()]
        .filter((other) => other.id !== id)
        .map(({ name, shift, loadCap, languages, skills, id: account }) => ({
          id: account,
          name,
          shift,
          talks: 1,
          loadCap,
          languages,
          skills,
        })),
  };
}

export type FakeAccounts = ReturnType<typeof createFakeAccounts>;
