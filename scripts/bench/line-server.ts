import { readSet } from '../../src/conversation/read-set.ts';
import { startLine } from '../../src/main.ts';
import { ACCOUNT } from './account.ts';
import type { Served } from './listen.ts';
import type { Ground } from './open-ground.ts';

/** The line itself on the given stores, sending through `apiBase`; with `acceptOnly` it stores texts and no more. */
export async function openLineServer(ground: Ground, apiBase: string, acceptOnly: boolean): Promise<Served> {
  const { accountSid, authToken, lineNumber, publicUrl } = ACCOUNT;
  const { url } = await startLine(
    {
      mode: 'live',
      port: 0,
      host: '127.0.0.1',
      publicUrl,
      dataDir: '',
      keyringFile: ground.keyringFile,
      redisUrls: [ground.data],
      keystoreUrls: [ground.keys],
      // Said so that `everysec` passes: here nobody's life hangs on it.
      redisDurable: true,
      lineNumbers: [lineNumber],
      twilio: { accountSid, authToken, apiBase },
      proxies: 0,
    },
    { writeLog: tellAlarms, acceptOnly, readChecked: readSet },
  );
  return { url: `${url}/twilio/sms` };
}

/** The log's everyday lines would drown the table. */
function tellAlarms(line: string): void {
  if (JSON.parse(line).level > INFO) process.stderr.write(line);
}

const INFO = 30;
