import twilio from 'twilio';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/emulator.ts';
import { type FakeLine, startFakeLine } from './fake-line.ts';

export const ACCOUNT = `AC${'a1'.repeat(16)}`;
export const TOKEN = 'an-emulated-token';
export const LINE = '233733';
export const PHONE = '+15555550100';

export interface Setting {
  line: FakeLine;
  emulator: Emulator;
  /** Where the REST API is served. */
  api: string;
  /** The real SDK, talking to the emulator. */
  sdk: ReturnType<typeof twilio>;
  close(): Promise<void>;
}

/** A fake line and an emulator that know each other. */
export async function startSetting(options: Partial<EmulatorOptions> = {}, overrides = ''): Promise<Setting> {
  const line = await startFakeLine();
  const emulator = createEmulator({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    lineNumbers: [LINE],
    webhookUrl: `${line.url}/twilio/sms${overrides}`,
    fallbackUrl: `${line.url}/fallback`,
    ...options,
  });
  const api = await emulator.listen();
  return {
    line,
    emulator,
    api,
    sdk: sdkFor(api),
    async close() {
      await emulator.close();
      await line.close();
    },
  };
}

/** The SDK has no base address to set; its HTTP client can be told to go elsewhere. */
export function sdkFor(api: string, token = TOKEN, timeout = 30_000) {
  class Rewritten extends twilio.RequestClient {
    override request(...[options]: Parameters<InstanceType<typeof twilio.RequestClient>['request']>) {
      const { pathname, search } = new URL(options.uri);
      return super.request({ ...options, uri: `${api}${pathname}${search}` }) as never;
    }
  }
  return twilio(ACCOUNT, token, { httpClient: new Rewritten({ timeout }) });
}
