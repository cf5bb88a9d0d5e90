import type { StoredAccount } from '../../../src/hotline/ports.ts';
import { NOW } from '../samples.ts';

export function anAccount(id: string, over: Partial<StoredAccount> = {}): StoredAccount {
  return {
    ...{ id, revision: 1, login: `${id}@example.org`, name: id.toUpperCase(), roles: ['advocate'], languages: ['en'] },
    ...{ skills: [], shift: 'off', loadCap: 4, status: 'active', epoch: 1, keyId: 'k1', recovery: [], createdAt: NOW },
    settings: { language: 'en', sound: true, onCallConsent: false },
    ...over,
  };
}
