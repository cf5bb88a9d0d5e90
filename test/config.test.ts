import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { type Config, configVariables, readConfig } from '../src/config.ts';

const liveEnv = {
  LINE_MODE: 'live',
  PUBLIC_URL: 'https://line.example.org',
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'f'.repeat(32),
  LINE_NUMBERS: '233733,+15555550100',
  KEYRING_FILE: '/etc/lantern/keyring.json',
};

function configOf(env: Record<string, string | undefined>): Config {
  const result = readConfig(env);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

function variablesAtFault(env: Record<string, string | undefined>): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.problems.map(({ variable }) => variable);
}

describe('readConfig in demo mode', () => {
  it('needs no environment at all', () => {
    expect(configOf({})).toEqual({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      keyringFile: resolve('data/keyring.json'),
      redisUrls: [],
      keystoreUrls: [],
      redisDurable: false,
      lineNumbers: ['233733'],
      twilio: { accountSid: `AC${'0'.repeat(32)}`, authToken: 'demo-token-that-protects-nothing' },
      proxies: 0,
    });
  });

  it('counts an empty value as none', () => {
    expect(configOf(Object.fromEntries(configVariables.map((name) => [name, '']))).mode).toBe('demo');
  });
});

describe('readConfig in live mode', () => {
  it('takes what it needs and sends to Twilio itself', () => {
    const config = configOf(liveEnv);
    expect(config).toMatchObject({ mode: 'live', host: '127.0.0.1', publicUrl: 'https://line.example.org' });
    expect(config.lineNumbers).toEqual(['233733', '+15555550100']);
    expect(config.twilio.apiBase).toBe('https://api.twilio.com');
  });

  it.each(Object.keys(liveEnv).filter((name) => name !== 'LINE_MODE'))('has no default for %s', (name) => {
    const result = readConfig({ ...liveEnv, [name]: undefined });
    expect(result).toEqual({ ok: false, problems: [{ variable: name, problem: 'is required in live mode' }] });
  });

  it('names everything that is missing at once', () => {
    expect(variablesAtFault({ LINE_MODE: 'live' }).sort()).toEqual(
      Object.keys(liveEnv)
        .filter((name) => name !== 'LINE_MODE')
        .sort(),
    );
  });

  it.each(['TWILIO_AUTH_TOKEN', 'TWILIO_AUTH_TOKEN_PREVIOUS'])("refuses the demo's token as %s", (name) => {
    expect(variablesAtFault({ ...liveEnv, [name]: configOf({}).twilio.authToken })).toEqual([name]);
  });
});

describe('a bad value stops the start', () => {
  const bad: [string, string][] = [
    ['LINE_MODE', 'Live'],
    ['PORT', 'canary'],
    ['PORT', '65536'],
    ['PORT', '0'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x50'],
    ['HOST', 'http://canary'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'canary.example.org'],
    ['PUBLIC_URL', 'http://canary.example.org'],
    ['PUBLIC_URL', 'ftp://canary.example.org'],
    ['PUBLIC_URL', 'https://user:canary@line.example.org'],
    ['PUBLIC_URL', 'https://line.example.org/?canary'],
    ['PUBLIC_URL', 'https://line.example.org/#canary'],
    ['REDIS_URL', 'http://canary:6379'],
    ['REDIS_URL', 'canary:6379'],
    ['REDIS_URL', 'redis://user:canary@one:6379,nonsense'],
    ['REDIS_URL', 'redis://'],
    ['KEYSTORE_URL', 'canary'],
    ['REDIS_DURABLE', 'canary'],
    ['TWILIO_ACCOUNT_SID', 'ACcanary'],
    ['TWILIO_ACCOUNT_SID', `SK${'1'.repeat(32)}`],
    ['TWILIO_AUTH_TOKEN', 'canary with spaces'],
    ['TWILIO_AUTH_TOKEN_PREVIOUS', 'canary\twith a tab'],
    ['TWILIO_API_BASE', 'http://canary.example.org'],
    ['TWILIO_API_BASE', 'http://127.0.0.1.canary.example.org'],
    ['TWILIO_API_BASE', 'canary'],
    ['TRUSTED_PROXIES', '-1'],
    ['TRUSTED_PROXIES', 'canary'],
    ['OPENID_ISSUER', 'http://canary.example.org'],
    ['OPENID_CLIENT_ID', 'canary with spaces'],
    ['OPENID_CLIENT_SECRET', 'canary with spaces'],
    ['LINE_NUMBERS', ','],
    ['LINE_NUMBERS', '233733,canary'],
    ['LINE_NUMBERS', '233733,233733'],
    ['LINE_NUMBERS', '15555550100'],
    ['LINE_NUMBERS', '+05555550100'],
    ['TWILIO_MESSAGING_SERVICE_SID', 'MGcanary'],
  ];

  it.each(bad)('%s=%s is named, and its value is not', (name, value) => {
    const result = readConfig({ ...liveEnv, [name]: value });
    expect(variablesAtFault({ ...liveEnv, [name]: value })).toContain(name);
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('has a bad value for every variable but the two that are paths', () => {
    const tried = new Set(bad.map(([name]) => name));
    expect(configVariables.filter((name) => !tried.has(name)).sort()).toEqual(['DATA_DIR', 'KEYRING_FILE']);
  });

  it('says every problem at once', () => {
    expect(variablesAtFault({ PORT: 'x', REDIS_URL: 'y', LINE_NUMBERS: 'z' }).sort()).toEqual([
      'LINE_NUMBERS',
      'PORT',
      'REDIS_URL',
    ]);
  });

  it.each([
    ['redis://one:6379', 'redis://one'],
    ['redis://one,redis://two', 'redis://user:secret@two/1'],
  ])('keys never live with the data: %s and %s are one server', (redis, keystore) => {
    expect(variablesAtFault({ REDIS_URL: redis, KEYSTORE_URL: keystore })).toEqual(['KEYSTORE_URL']);
  });
});

describe('single sign-on', () => {
  const openid = {
    OPENID_ISSUER: 'https://id.example.org/realm/',
    OPENID_CLIENT_ID: 'lantern',
    OPENID_CLIENT_SECRET: 's3cret',
  };

  it('is set up by three variables', () => {
    const read = { issuer: 'https://id.example.org/realm', clientId: 'lantern', clientSecret: 's3cret' };
    expect(configOf({ ...liveEnv, ...openid }).openid).toEqual(read);
    expect(configOf(liveEnv).openid).toBeUndefined();
  });

  it.each(Object.keys(openid))('is not set up without %s', (name) => {
    expect(variablesAtFault({ ...liveEnv, ...openid, [name]: undefined })).toEqual([name]);
  });
});

describe('a good value is taken as it is meant', () => {
  it.each<[string, string, Partial<Config>]>([
    ['PORT', '8080', { port: 8080 }],
    ['HOST', '::1', { host: '::1' }],
    ['PUBLIC_URL', 'https://Line.Example.org/lantern/', { publicUrl: 'https://line.example.org/lantern' }],
    ['PUBLIC_URL', 'http://localhost:4000', { publicUrl: 'http://localhost:4000' }],
    ['REDIS_URL', 'rediss://user:secret@one:6380', { redisUrls: ['rediss://user:secret@one:6380'] }],
    ['REDIS_URL', 'redis://a:1, redis://b:2', { redisUrls: ['redis://a:1', 'redis://b:2'] }],
    ['KEYSTORE_URL', 'redis://keys:6379', { keystoreUrls: ['redis://keys:6379'] }],
    ['REDIS_DURABLE', 'yes', { redisDurable: true }],
    ['TRUSTED_PROXIES', '2', { proxies: 2 }],
    ['DATA_DIR', '/var/lib/lantern', { dataDir: '/var/lib/lantern' }],
    ['LINE_NUMBERS', ' 233733 , +447700900123 ', { lineNumbers: ['233733', '+447700900123'] }],
  ])('%s=%s', (name, value, expected) => {
    expect(configOf({ ...liveEnv, [name]: value })).toMatchObject(expected);
  });

  it('an emulated Twilio on this machine needs no TLS', () => {
    const { twilio } = configOf({ ...liveEnv, TWILIO_API_BASE: 'http://127.0.0.1:4010/' });
    expect(twilio.apiBase).toBe('http://127.0.0.1:4010');
  });
});

describe('.env.example', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));

  it('holds every variable that is read, and no other', () => {
    expect(configVariables.length).toBeGreaterThan(10);
    expect(Object.keys(example).sort()).toEqual([...configVariables].sort());
  });

  it('is a working demo as it stands', () => {
    expect(configOf(example as Record<string, string>)).toEqual(configOf({}));
  });
});
