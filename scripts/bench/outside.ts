import { createEmulator } from '../../src/emulator/emulator.ts';
import { ACCOUNT } from './account.ts';
import { holdConversations } from './hold-conversations.ts';
import { makeNoise } from './make-noise.ts';
import { createPhones } from './phones.ts';
import { answerCalls } from './remote.ts';
import { sendTexts } from './send-texts.ts';

/** A text is in Twilio's hands this long before it counts as sent, and again before it is on the phone. */
const TIMING = { queueMs: 10, carrierMs: 10 };

/** The line that callbacks go to: one is measured at a time. */
let line = '';

const emulator = createEmulator({
  accountSid: ACCOUNT.accountSid,
  authToken: ACCOUNT.authToken,
  lineNumbers: [ACCOUNT.lineNumber],
  // Webhooks are posted by the load itself, as to the servers that it is compared with.
  webhookUrl: ACCOUNT.publicUrl,
  connectTo: () => line,
  timing: TIMING,
  keep: 0,
});
const phones = createPhones(emulator);

/** The world outside the server: who texts it, and the provider. */
const calls = {
  provider: () => emulator.listen(),
  sendTexts: (given: { url: string; connections: number; seconds: number }) =>
    sendTexts(given.url, given.connections, given.seconds),
  holdConversations: (given: { url: string; connections: number; people: number; seconds: number }) => {
    line = new URL(given.url).origin;
    return holdConversations(phones, given);
  },
  makeNoise: (given: Parameters<typeof makeNoise>[0]) => {
    line = new URL(given.url).origin;
    return makeNoise(given);
  },
};

export type OutsideCalls = typeof calls;

answerCalls(calls);
