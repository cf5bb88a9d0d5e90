import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from './clock.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { createInbound, type Inbound } from './inbound.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createOptOutRegister } from './opt-out.ts';
import { createOutgoing } from './outgoing.ts';
import { createRestApi, type RestApi } from './rest-api.ts';
import { createStatusCallbacks } from './status-callbacks.ts';
import { createWebhookPoster } from './webhook-poster.ts';

export interface EmulatorOptions {
  accountSid: string;
  authToken: string;
  /** What the account may send from; a phone texts the first unless told otherwise. */
  lineNumbers: readonly string[];
  /** The public address of POST /twilio/sms, with connection overrides in its fragment if any (#rp=all&rc=5). */
  webhookUrl: string;
  /** Asked when the webhook failed. */
  fallbackUrl?: string;
  /** Where to connect when the public addresses are not reachable here: an origin, or one for each address posted to. */
  connectTo?: string | ((url: URL) => string);
  /** The one messaging service that POSTs may name as sender. */
  messagingServiceSid?: string;
  /** The provider itself answers STOP, START and HELP, and blocks (21610). Off unless told otherwise, as on a short code. */
  advancedOptOut?: boolean;
  clock?: Clock;
  /** Numbers in [0, 1): pass seededRandom(seed) for a run that can be played again. */
  random?: () => number;
  /** Milliseconds in the queue, from sent to delivered, and before a retry of a webhook; 0 unless told otherwise. */
  timing?: { queueMs?: number; carrierMs?: number; retryMs?: number };
  /** What goes wrong with every POST; `faults` changes it later. */
  fault?: Fault;
  /** How many finished messages the ledger remembers: all unless told otherwise, 0 for the counts alone. */
  keep?: number;
}

/** A Twilio of our own: it signs and retries webhooks, takes messages, calls back, and fails on demand. */
export interface Emulator extends Inbound {
  readonly lineNumbers: readonly string[];
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** The REST API, for an express app: `app.use(emulator.restApi)`. */
  readonly restApi: RestApi;
  /** Serves the REST API by itself and answers with its base address. Port 0: any free one. */
  listen(port?: number, host?: string): Promise<string>;
  /** Posts one signed status callback of a message now, true or not. */
  callback(sid: string, status: string, errorCode?: number): Promise<void>;
  /** Stops timers, webhooks and the server, hanging requests included. */
  close(): Promise<void>;
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { accountSid, authToken, lineNumbers, webhookUrl, fallbackUrl, messagingServiceSid } = options;
  const [lineNumber] = lineNumbers;
  if (lineNumber === undefined) throw new TypeError('the emulator needs a line number');
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const timing = { queueMs: 0, carrierMs: 0, retryMs: 0, ...options.timing };

  const ledger = createLedger(options.keep);
  const faults = createFaults(options.fault);
  const optOuts = options.advancedOptOut ? createOptOutRegister() : undefined;
  const { connectTo } = options;
  const poster = createWebhookPoster({ authToken, clock, retryMs: timing.retryMs, connectTo });
  const callbacks = createStatusCallbacks({ accountSid, poster, ledger, clock, random });
  const outgoing = createOutgoing({ ledger, clock, random, callbacks, timing });
  const common = { accountSid, ledger, clock, outgoing };
  const inbound = createInbound({ ...common, lineNumber, webhookUrl, fallbackUrl, poster, random, optOuts });
  const account = { lineNumbers, messagingServiceSid, blocks: (phone: string) => optOuts?.blocks(phone) ?? false };
  const restApi = createRestApi({ ...common, authToken, account, faults });
  let server: Server | undefined;

  return {
    ...inbound,
    lineNumbers,
    ledger,
    faults,
    restApi,
    async listen(port = 0, host = '127.0.0.1') {
      server = createServer((request, response) => restApi(request, response));
      await new Promise<void>((resolve, reject) => server?.once('error', reject).listen(port, host, resolve));
      return `http://${host}:${(server.address() as AddressInfo).port}`;
    },
    async callback(sid, status, errorCode) {
      const message = ledger.find(sid);
      if (!message || message.direction === 'inbound') throw new Error('the emulator remembers no such message');
      await callbacks.post(message, status, errorCode);
    },
    async close() {
      outgoing.close();
      await poster.close();
      server?.closeAllConnections();
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    },
  };
}
