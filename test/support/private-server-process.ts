import { type PrivateServerOptions, startPrivateServer } from '../../src/adapters/redis/private-server.ts';

/**
 * A line reduced to its private server: run as a process of its own, with PrivateServerOptions as JSON, so that tests can
 * end it in every way. Says what happens on stdout, one JSON value a line; obeys words on stdin, and their end.
 */
const options: PrivateServerOptions = JSON.parse(process.argv[2] ?? '{}');
const say = (what: object): boolean => process.stdout.write(`${JSON.stringify(what)}\n`);

process.stdin.on('data', async (word) => {
  if (`${word}` === 'stop') await server?.stop();
  if (`${word}` === 'throw') throw new Error('uncaught, as the test wants it');
  if (`${word}` === 'listen') process.on('SIGTERM', () => say({ heard: 'SIGTERM' }));
  say({ done: `${word}` });
});
process.stdin.on('end', () => process.exit());

const server = await startPrivateServer({ ...options, onEvent: (event) => say({ event }) }).catch((error: unknown) => {
  say({ refused: error instanceof Error ? error.message : 'no error', code: Reflect.get(Object(error), 'code') });
  process.exit(3);
});
say({ ready: server.target.socketPath, pid: server.pid });
