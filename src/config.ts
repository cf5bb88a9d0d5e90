import { resolve } from 'node:path';
import { z } from 'zod';

/** A bad value: which variable, and what is wrong with it. Never holds the value, which may be a secret. */
export type ConfigProblem = { variable: string; problem: string };

export type Config = {
  mode: 'demo' | 'live';
  /** 0 lets the system choose (demo only). */
  port: number;
  host: string;
  /** Where Twilio reaches the line, without a slash at the end; webhook signatures are checked against it. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Absolute path. In demo mode the file need not be there yet. */
  keyringFile: string;
  /** Empty: the line runs a private server. Several: the nodes of one cluster. */
  redisUrls: string[];
  /** As `redisUrls`, for the key store. */
  keystoreUrls: string[];
  /** The operator's word that the given Redis is durable by other means than the settings the line checks. */
  redisDurable: boolean;
  /** The line's own numbers and short codes, at least one. */
  lineNumbers: string[];
  twilio: {
    accountSid: string;
    authToken: string;
    /** Webhooks signed with it are still believed while a token is being replaced. */
    authTokenPrevious?: string;
    /** Without a slash at the end; undefined in demo mode stands for the emulator. */
    apiBase?: string;
    messagingServiceSid?: string;
  };
  /** How many proxies of the operator's own add to X-Forwarded-For. */
  proxies: number;
  /** The provider by which staff sign in, besides their own passwords. */
  openid?: { issuer: string; clientId: string; clientSecret: string };
};

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] };

// Well-formed, and clearly nobody's: live mode refuses the token, which anyone can read here.
const DEMO_ACCOUNT_SID = `AC${'0'.repeat(32)}`;
const DEMO_AUTH_TOKEN = 'demo-token-that-protects-nothing';
const DEMO_LINE_NUMBER = '233733';
const TWILIO_API = 'https://api.twilio.com';

const redisUrls = z
  .string()
  .transform(splitList)
  .refine((urls) => urls.every(isRedisUrl), {
    error: 'must be redis://host:port or rediss://host:port; for a cluster, several nodes separated by commas',
  })
  .default([]);

const secret = z.string().regex(/^\S+$/, { error: 'must not contain spaces' });

const accountSid = z.string().regex(/^AC[0-9a-fA-F]{32}$/, { error: 'must be AC followed by 32 hexadecimal digits' });

const lineNumbers = z
  .string()
  .transform(splitList)
  .refine((numbers) => numbers.length > 0 && numbers.every((number) => /^(\+[1-9]\d{6,14}|\d{3,8})$/.test(number)), {
    error: 'must be short codes or numbers like +15555550100, separated by commas',
  })
  .refine((numbers) => new Set(numbers).size === numbers.length, { error: 'names a number twice' });

const demo = z.object({
  LINE_MODE: z.enum(['demo', 'live'], { error: 'must be demo or live' }).default('demo'),
  PORT: portFrom(0).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be an address or host name to listen on, such as 127.0.0.1' })
    .default('127.0.0.1'),
  PUBLIC_URL: webAddress(() => true, 'must be an http:// or https:// address').optional(),
  DATA_DIR: z.string().default('data'),
  REDIS_URL: redisUrls,
  KEYSTORE_URL: redisUrls,
  REDIS_DURABLE: z
    .enum(['yes', 'no'], { error: 'must be yes or no' })
    .default('no')
    .transform((answer) => answer === 'yes'),
  TWILIO_ACCOUNT_SID: accountSid.default(DEMO_ACCOUNT_SID),
  TWILIO_AUTH_TOKEN: secret.default(DEMO_AUTH_TOKEN),
  TWILIO_AUTH_TOKEN_PREVIOUS: secret.optional(),
  TWILIO_API_BASE: webAddress(isHttpsOrLoopback, 'must be an https:// address, or http:// on this machine').optional(),
  LINE_NUMBERS: lineNumbers.default([DEMO_LINE_NUMBER]),
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/, { error: 'must be MG followed by 32 hexadecimal digits' })
    .optional(),
  KEYRING_FILE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9]$/, { error: 'must be a whole number from 0 to 9' })
    .default('0')
    .transform(Number),
  OPENID_ISSUER: webAddress(isHttpsOrLoopback, 'must be an https:// address, or http:// on this machine').optional(),
  OPENID_CLIENT_ID: secret.optional(),
  OPENID_CLIENT_SECRET: secret.optional(),
});

const OPENID = ['OPENID_ISSUER', 'OPENID_CLIENT_ID', 'OPENID_CLIENT_SECRET'] as const;

const REQUIRED = 'is required in live mode';
const liveSecret = requiredText()
  .pipe(secret)
  .refine((token) => token !== DEMO_AUTH_TOKEN, { error: "is the demo's, which anyone can read" });

const live = demo.extend({
  PORT: portFrom(1).default(3000),
  PUBLIC_URL: requiredText().pipe(
    webAddress(isHttpsOrLoopback, 'must be the https:// address that Twilio calls, or http:// on this machine'),
  ),
  TWILIO_ACCOUNT_SID: requiredText().pipe(accountSid),
  TWILIO_AUTH_TOKEN: liveSecret,
  TWILIO_AUTH_TOKEN_PREVIOUS: liveSecret.optional(),
  TWILIO_API_BASE: demo.shape.TWILIO_API_BASE.default(TWILIO_API),
  LINE_NUMBERS: requiredText().pipe(lineNumbers),
  KEYRING_FILE: requiredText(),
});

/** Every variable that the line reads. */
export const configVariables: readonly string[] = Object.keys(demo.shape);

/**
 * Reads the whole configuration, or says everything that is wrong with it at once.
 * @param env an empty value counts as none, as `.env` files write it
 */
export function readConfig(env: Record<string, string | undefined> = process.env): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = (given.LINE_MODE === 'live' ? live : demo).safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ variable: String(path[0]), problem: message }));
    return { ok: false, problems };
  }
  const values = parsed.data;
  if (sharesServer(values.REDIS_URL, values.KEYSTORE_URL)) {
    // A destroyed key must not live on in the file and the backups of the data it locked.
    return { ok: false, problems: [{ variable: 'KEYSTORE_URL', problem: 'must be another server than REDIS_URL' }] };
  }
  const missing = OPENID.filter((variable) => values[variable] === undefined);
  if (missing.length > 0 && missing.length < OPENID.length) {
    const problem = 'is required for single sign-on, as are the others that begin with OPENID_';
    return { ok: false, problems: missing.map((variable) => ({ variable, problem })) };
  }
  const { OPENID_ISSUER: issuer, OPENID_CLIENT_ID: clientId, OPENID_CLIENT_SECRET: clientSecret } = values;
  const dataDir = resolve(values.DATA_DIR);
  return {
    ok: true,
    config: {
      mode: values.LINE_MODE,
      port: values.PORT,
      host: values.HOST,
      publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
      dataDir,
      keyringFile: resolve(values.KEYRING_FILE ?? resolve(dataDir, 'keyring.json')),
      redisUrls: values.REDIS_URL,
      keystoreUrls: values.KEYSTORE_URL,
      redisDurable: values.REDIS_DURABLE,
      lineNumbers: values.LINE_NUMBERS,
      twilio: {
        accountSid: values.TWILIO_ACCOUNT_SID,
        authToken: values.TWILIO_AUTH_TOKEN,
        authTokenPrevious: values.TWILIO_AUTH_TOKEN_PREVIOUS,
        apiBase: values.TWILIO_API_BASE,
        messagingServiceSid: values.TWILIO_MESSAGING_SERVICE_SID,
      },
      proxies: values.TRUSTED_PROXIES,
      ...(issuer && clientId && clientSecret && { openid: { issuer, clientId, clientSecret } }),
    },
  };
}

function requiredText() {
  return z.string({ error: REQUIRED });
}

function portFrom(lowest: number) {
  const error = `must be a whole number from ${lowest} to 65535`;
  return z
    .string()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((port) => port >= lowest && port <= 65_535, { error });
}

/** An address to which paths are appended: no user, query or fragment, and no slash at the end. */
function webAddress(isAllowed: (url: URL) => boolean, error: string) {
  return z
    .string()
    .refine(
      (text) => {
        const url = URL.parse(text);
        if (!url || !['http:', 'https:'].includes(url.protocol) || !isAllowed(url)) return false;
        return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
      },
      { error },
    )
    .transform((text) => new URL(text).href.replace(/\/+$/, ''));
}

function isHttpsOrLoopback(url: URL): boolean {
  return url.protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function isRedisUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['redis:', 'rediss:'].includes(url.protocol) && url.hostname !== '';
}

function sharesServer(redis: string[], keystore: string[]): boolean {
  const servers = new Set(redis.map(serverOf));
  return keystore.some((url) => servers.has(serverOf(url)));
}

function serverOf(redisUrl: string): string {
  const url = new URL(redisUrl);
  return `${url.hostname}:${url.port || '6379'}`;
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
