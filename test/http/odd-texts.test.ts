import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Inbound } from '../../src/hotline/ports.ts';
import { type Served, serveApp } from './support/serve-app.ts';
import { inboundForm } from './support/twilio-request.ts';

let line: Served;
beforeEach(async () => {
  line = await serveApp();
});
afterEach(() => line.close());

async function stores(changes: Record<string, string>): Promise<Inbound> {
  const answer = await line.text(inboundForm(changes));
  expect(answer.status).toBe(200);
  expect(answer.body).toBe('<Response/>');
  const [text] = line.stored.values();
  if (text === undefined) throw new Error('nothing was stored');
  return text;
}

const MEDIA_URL = `https://api.twilio.com/2010-04-01/Accounts/AC${'a'.repeat(32)}/Messages/MM1/Media/ME1`;

describe('length and encoding: the whole text is kept as it came', () => {
  const bodies: [string, string][] = [
    ['nothing', ''],
    ['only spaces', '   '],
    ['only joiners, zero-width spaces and bidi marks', '\u200d\u200b\u202e\u2066'],
    ['1,600 characters', `${'x'.repeat(1_590)} he hit me`],
    ['11 segments of emoji', '😢'.repeat(368)],
    ['1,600 emoji', '💊'.repeat(1_600)],
    ['pill, crying face, knife, gun', '💊😢🔪🔫'],
    ['NUL, VT, U+FFFE', 'a\u0000b\u000bc\ufffed'],
    ['500 combining marks', `z${'\u0335'.repeat(500)}`],
    ['full-width STOP', 'ＳＴＯＰ'],
    ['STOP with a zero-width space', 'S\u200bTOP'],
    ['STOP with a variation selector', 'STOP\ufe0f'],
    ['no-break spaces', '\u00a0STOP\u00a0'],
    ['curly quotes, tabs, CRLF, double spaces', '“he’s  back”\t\r\n  now'],
    ['form syntax', 'a&b=c+d%20e;f#g?h'],
    ['SQL', "'; DROP TABLE users;--"],
    ['Lua', "x') redis.call('FLUSHALL')--"],
    ['Redis protocol', '\r\nFLUSHALL\r\n*1\r\n$8\r\nFLUSHALL\r\n'],
    ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['TwiML', '</Response><Response><Message>x</Message></Response>'],
    ['a spreadsheet formula', '=HYPERLINK("http://x")'],
    ['a log line', '%0a{"level":"info","msg":"x"}\u001b[31m'],
    ['a prototype', '__proto__'],
    ['Arabic, Chinese, Vietnamese', 'ساعدني 救救我 dừng'],
    ['an unpaired surrogate', '\ud83d alone'],
  ];

  it.each(bodies)('%s', async (_what, body) => {
    // A lone surrogate has no UTF-8 form: what reaches us on any wire is U+FFFD.
    expect((await stores({ Body: body })).body).toBe(body.toWellFormed());
  });

  it('keeps an empty text with no media, for a safety question to follow', async () => {
    expect(await stores({ Body: '', NumMedia: '0' })).toMatchObject({ body: '', media: [] });
  });
});

describe('media: told by type, never fetched', () => {
  const rows: [string, Record<string, string>, Inbound['media']][] = [
    [
      'a picture alone',
      { MediaUrl0: MEDIA_URL, MediaContentType0: 'image/jpeg' },
      [{ url: MEDIA_URL, contentType: 'image/jpeg' }],
    ],
    [
      'a vCard',
      { MediaUrl0: MEDIA_URL, MediaContentType0: 'text/x-vCard' },
      [{ url: MEDIA_URL, contentType: 'text/x-vcard' }],
    ],
    [
      'audio',
      { MediaUrl0: MEDIA_URL, MediaContentType0: 'audio/ogg; codecs=opus' },
      [{ url: MEDIA_URL, contentType: 'audio/ogg' }],
    ],
    [
      'a PDF',
      { MediaUrl0: MEDIA_URL, MediaContentType0: 'application/pdf' },
      [{ url: MEDIA_URL, contentType: 'application/pdf' }],
    ],
    [
      'a type that is none',
      { MediaUrl0: MEDIA_URL, MediaContentType0: '<script>' },
      [{ url: MEDIA_URL, contentType: 'application/octet-stream' }],
    ],
    ['no type', { MediaUrl0: MEDIA_URL }, [{ url: MEDIA_URL, contentType: 'application/octet-stream' }]],
    [
      'an address that is not Twilio’s',
      { MediaUrl0: 'https://evil.example/x.jpg', MediaContentType0: 'image/png' },
      [{ url: '', contentType: 'image/png' }],
    ],
    [
      'an address that only looks so',
      { MediaUrl0: 'https://eviltwilio.com/x', MediaContentType0: 'image/png' },
      [{ url: '', contentType: 'image/png' }],
    ],
    [
      'a script address',
      { MediaUrl0: 'javascript:alert(1)', MediaContentType0: 'image/png' },
      [{ url: '', contentType: 'image/png' }],
    ],
    [
      'a plain address',
      { MediaUrl0: 'http://api.twilio.com/x', MediaContentType0: 'image/png' },
      [{ url: '', contentType: 'image/png' }],
    ],
    ['a counted picture without an address', {}, [{ url: '', contentType: 'application/octet-stream' }]],
  ];

  it.each(rows)('%s', async (_what, changes, media) => {
    expect((await stores({ Body: '', NumMedia: '1', ...changes })).media).toEqual(media);
  });

  it('ten pictures', async () => {
    const changes = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`MediaUrl${index}`, MEDIA_URL]));
    expect((await stores({ NumMedia: '10', ...changes })).media).toHaveLength(10);
  });

  it('a place is named as one, and its position dropped', async () => {
    const text = await stores({ From: 'whatsapp:+15555550100', Body: '', Latitude: '45.78', Longitude: '-108.5' });
    expect(text.media).toEqual([{ url: '', contentType: 'application/geo+json' }]);
    expect(JSON.stringify(text)).not.toMatch(/45\.78|108\.5/);
  });
});

describe('who and how', () => {
  it.each([
    ['whatsapp:+15555550100', 'whatsapp:233733', 'whatsapp'],
    ['whatsapp:+15555550100', 'whatsapp:+15555550199', 'whatsapp'],
    ['rcs:+15555550100', '233733', 'rcs'],
    ['messenger:1234567890', '233733', 'other'],
    ['+15555550100', '233733', 'sms'],
  ])('%s to %s: channel %s, address kept whole', async (From, To, channel) => {
    expect(await stores({ From, To })).toMatchObject({ from: From, channel });
  });

  it.each(['STOP', 'START', 'HELP'])('tells that the provider has answered %s itself', async (OptOutType) => {
    expect(await stores({ OptOutType, Body: OptOutType })).toMatchObject({ optOutType: OptOutType });
  });

  it('stores a text whose OptOutType is new to us, as any other', async () => {
    expect(await stores({ OptOutType: 'PAUSE' })).not.toHaveProperty('optOutType');
  });
});
