import { createHash } from 'node:crypto';
import path from 'node:path';
import { Redis } from 'ioredis';
import { readScripts } from '../../src/adapters/redis/load-scripts.ts';

const SCRIPTS = path.join(import.meta.dirname, '../../src/adapters/redis/scripts');

/**
 * Counts what this process asks of Redis from now on, a script by its name. INFO cannot tell a script's inner commands
 * from a client's own. The returned function answers with the counts since it was last called.
 */
export function countCommands(): () => Record<string, number> {
  const names = new Map(readScripts(SCRIPTS).map(({ name, lua }) => [sha1(lua), name]));
  let counts: Record<string, number> = {};
  const send = Redis.prototype.sendCommand;
  Redis.prototype.sendCommand = function counted(command, stream) {
    const name = names.get(String(command.args[0])) ?? command.name;
    counts[name] = (counts[name] ?? 0) + 1;
    return send.call(this, command, stream);
  };
  return () => {
    const taken = counts;
    counts = {};
    return taken;
  };
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
