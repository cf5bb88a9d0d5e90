import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createPhonePage } from '../../src/emulator/phone/phone-page.ts';
import { LINE, type Setting, startSetting } from './setting.ts';

export interface Demo extends Setting {
  /** Address of the page. */
  page: string;
}

/** The phones, mounted as the demo mounts them, and a line that says what a test wants it to say. */
export async function startDemo(reply: (body: string) => string | undefined = () => undefined): Promise<Demo> {
  const setting = await startSetting({ timing: { queueMs: 20, carrierMs: 20 } });
  setting.line.answer = ({ path, form }) => {
    const body = path === '/twilio/sms' ? reply(form.Body ?? '') : undefined;
    if (body !== undefined) void setting.sdk.messages.create({ to: form.From ?? '', from: LINE, body });
    return { status: 200, body: '<Response/>' };
  };
  const app = express();
  app.use('/phone', createPhonePage(setting.emulator));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...setting,
    page: `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await setting.close();
    },
  };
}
