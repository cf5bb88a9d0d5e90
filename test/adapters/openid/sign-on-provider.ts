import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

/** Who signs in at the provider next. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
}

export const CLIENT = { clientId: 'lantern', clientSecret: 'a secret that only a test knows' };

/** A real OpenID provider on loopback. Whoever is asked to sign in there is `person` at once, and agrees to all. */
export async function startSignOnProvider(redirectUri: string) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: { person: Person; refuses: boolean } = { person: { sub: 'nobody' }, refuses: false };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for this test'] },
    pkce: { required: () => true },
    findAccount: (_context: Context, sub: string) => ({ accountId: sub, claims: () => ({ ...state.person, sub }) }),
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    async loadExistingGrant({ oidc }: Context) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction/')) return answer(req, res);
    const denied = { error: 'access_denied', error_description: 'changed their mind' };
    const result = state.refuses ? denied : { login: { accountId: state.person.sub } };
    provider.interactionFinished(req, res, result).catch((error: Error) => res.writeHead(500).end(error.message));
  });

  return {
    issuer,
    state,
    /** What a browser does there, from the first address to the one it is sent back to. */
    async visit(address: string): Promise<string> {
      const jar = new Map<string, string>();
      let at = address;
      for (let hops = 0; hops < 10 && at.startsWith(issuer); hops += 1) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
          jar.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null) throw new Error(`${response.status}: ${await response.text()}`);
        at = new URL(location, at).href;
      }
      return at;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
