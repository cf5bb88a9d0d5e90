import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SignOnFlow, SingleSignOn, Vouched } from '../../hotline/ports.ts';

export interface OpenIdOptions {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends browsers back to; it must be registered there. */
  redirectUri: string;
}

const TIMEOUT_SECONDS = 10;

/**
 * OpenID Connect, authorization code flow with PKCE, state and nonce. The provider is asked for its addresses at the first
 * sign-in, and again after a failure, so that the line starts without it.
 */
export function createSingleSignOn({ issuer, clientId, clientSecret, redirectUri }: OpenIdOptions): SingleSignOn {
  let discovered: Promise<Configuration> | undefined;

  function configuration(): Promise<Configuration> {
    const server = new URL(issuer);
    // The settings allow plain http on this machine alone.
    const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
    discovered ??= discovery(server, clientId, clientSecret, ClientSecretBasic(clientSecret), {
      execute,
      timeout: TIMEOUT_SECONDS,
    });
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  }

  return {
    async begin() {
      const verifier = randomPKCECodeVerifier();
      const flow: SignOnFlow = { state: randomState(), nonce: randomNonce(), verifier };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { redirectTo: url.href, flow };
    },

    async finish(query, flow) {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), {
        pkceCodeVerifier: flow.verifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token.');
      const vouched: Vouched = { issuer: claims.iss, subject: claims.sub };
      const told = claims.email === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
      const verified = told.email_verified === true && typeof told.email === 'string';
      return verified ? { ...vouched, email: told.email as string } : vouched;
    },
  };
}
