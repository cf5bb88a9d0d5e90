import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dataDirFault } from './data-dir-fault.ts';

/** A socket's address holds 108 bytes with its closing NUL (unix(7)); Redis aborts on a longer one. */
const LONGEST_PATH = 107;
const NAME = 'redis.sock';

export interface SocketFolder {
  socketPath: string;
  /** Removes what was made for it. */
  remove(): void;
}

/** A place for the socket that only this user can enter: the data folder itself or, where that is too deep, one under tmp. */
export function socketFolder(dataFolder: string): SocketFolder {
  const inside = path.join(dataFolder, NAME);
  if (fits(inside)) return { socketPath: inside, remove: () => rmSync(inside, { force: true }) };
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  const name = `lantern-${process.getuid?.() ?? 0}-${mark}`;
  const folder = [os.tmpdir(), '/tmp']
    .map((root) => path.join(root, name))
    .find((place) => fits(path.join(place, NAME)));
  if (folder === undefined) throw dataDirFault('the path is too long for a socket.');
  makeOwn(folder);
  return { socketPath: path.join(folder, NAME), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Anyone may write to tmp: a folder that another user put there, or a link to one, is not taken. */
function makeOwn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw dataDirFault(`${folder}, needed for the socket, belongs to somebody else.`);
  }
  chmodSync(folder, 0o700);
}

function fits(file: string): boolean {
  return Buffer.byteLength(file) <= LONGEST_PATH;
}
