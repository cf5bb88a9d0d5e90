import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from './connect.ts';

export interface Script {
  name: string;
  /** Undefined when the script takes as many as it is given (`-- KEYS: any`). */
  numberOfKeys: number | undefined;
  lua: string;
}

type Argument = string | number | Buffer;

/** Lua scripts by the name of their file. Keys come first and all in one slot; a wrong number of them throws. */
export interface Scripts {
  /** Replies as text. */
  run(name: string, keys: readonly (string | Buffer)[], args: readonly Argument[]): Promise<unknown>;
  /** The same with Buffers for strings, which sealed values need. */
  runForBuffers(name: string, keys: readonly (string | Buffer)[], args: readonly Argument[]): Promise<unknown>;
}

/**
 * Reads every `<name>.lua` of a folder. Each begins with comments of which two lines are read and demanded: `-- KEYS: 2`
 * (the number or `any`, then whatever tells them apart) and `-- ARGV`. Throws, naming the file, when one is missing.
 */
export function readScripts(folder: string): Script[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.lua'));
  return files.sort().map((file) => {
    const lua = readFileSync(path.join(folder, file), 'utf8');
    const header = /^(?:--.*\n)+/.exec(lua)?.[0] ?? '';
    const keys = /^-- KEYS: (\d+|any)\b/m.exec(header);
    if (keys === null || !/^-- ARGV\b/m.test(header)) {
      throw new Error(`${path.join(folder, file)} must begin with the comments "-- KEYS: <number>" and "-- ARGV".`);
    }
    return { name: file.slice(0, -'.lua'.length), numberOfKeys: keys[1] === 'any' ? undefined : Number(keys[1]), lua };
  });
}

/** Makes scripts callable on a connection: by EVALSHA, and whole again to a server that has not seen or has lost them. */
export function loadScripts(connection: Connection, scripts: readonly Script[]): Scripts {
  const commands = new Map(scripts.map((script) => [script.name, define(connection, script)]));
  const find = (name: string) => {
    const command = commands.get(name);
    if (command === undefined) throw new Error(`There is no Redis script "${name}".`);
    return command;
  };
  return {
    run: (name, keys, args) => find(name)('text', keys, args),
    runForBuffers: (name, keys, args) => find(name)('buffers', keys, args),
  };
}

type Command = (...parameters: Argument[]) => Promise<unknown>;

function define(connection: Connection, { name, numberOfKeys, lua }: Script) {
  // A name that no command of Redis bears: ioredis puts it beside them.
  const own = `lantern:${name}`;
  connection.defineCommand(own, numberOfKeys === undefined ? { lua } : { numberOfKeys, lua });
  const methods = connection as unknown as Record<string, Command>;
  const text = methods[own]?.bind(connection);
  const buffers = methods[`${own}Buffer`]?.bind(connection);
  return async (form: 'text' | 'buffers', keys: readonly (string | Buffer)[], args: readonly Argument[]) => {
    if (numberOfKeys !== undefined && keys.length !== numberOfKeys) {
      throw new Error(`Redis script "${name}" takes ${numberOfKeys} keys.`);
    }
    const command = form === 'text' ? text : buffers;
    if (command === undefined) throw new Error(`Redis script "${name}" was not defined.`);
    return numberOfKeys === undefined ? command(keys.length, ...keys, ...args) : command(...keys, ...args);
  };
}
