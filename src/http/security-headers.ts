import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';

type Sources = Record<string, Iterable<string | ((req: unknown, res: unknown) => string)> | null>;

const SOURCES: Sources = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Headers for the demo's pages. One page of it shows others side by side. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet(optionsOf(publicUrl, { frameSrc: ["'self'"], frameAncestors: ["'self'"] }));
}

/**
 * Headers for the console. Its style sheets are files, but for those that Mantine makes: they bear a nonce of this response
 * alone. Pictures that a texter sent are shown from memory. In the demo alone it may stand in a frame, beside the phone.
 */
export function consoleHeaders(publicUrl: string, mode: 'demo' | 'live'): RequestHandler {
  const headers = helmet(
    optionsOf(publicUrl, {
      styleSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res as Response)}'`],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'blob:'],
      frameAncestors: [mode === 'demo' ? "'self'" : "'none'"],
    }),
  );
  return (req, res, next) => {
    res.locals.nonce = randomBytes(18).toString('base64');
    headers(req, res, next);
  };
}

export function nonceOf(res: Response): string {
  return res.locals.nonce as string;
}

/**
 * HSTS and the upgrade to https only when the line is reached over https: on plain http they would lock a newcomer out of
 * the demo.
 */
function optionsOf(publicUrl: string, changes: Sources): HelmetOptions {
  const https = publicUrl.startsWith('https:');
  const framed = [...(changes.frameAncestors ?? [])].includes("'self'");
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...SOURCES, ...changes, upgradeInsecureRequests: https ? [] : null } as Record<string, string[]>,
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: framed ? 'sameorigin' : 'deny' },
  };
}
