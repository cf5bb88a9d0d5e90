import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSetFiles } from '../../../src/adapters/files/read-set-files.ts';

let root: string;
let other: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'set-'));
  other = await mkdtemp(join(tmpdir(), 'set-'));
  await put(root, {
    'flows/tip.yaml': 'a',
    'flows/menu.yaml': 'b',
    'flows/profile.yaml': 'c',
    'flows/danger/en.yaml': 'd',
    'flows/notes.txt': 'not a part of the set',
    'flows/.hidden.yaml': 'nor this',
    'locales/en/tip.json': 'e',
    'directory/national.json': 'f',
    'elsewhere/more.yaml': 'nor this',
  });
});

afterEach(async () => {
  await rm(root, { recursive: true });
  await rm(other, { recursive: true });
});

describe('readSetFiles', () => {
  it('reads flows, locales and the directory, and nothing else', async () => {
    const { files } = await readSetFiles(root);
    expect(files).toEqual({
      'directory/national.json': 'f',
      'flows/danger/en.yaml': 'd',
      'flows/menu.yaml': 'b',
      'flows/profile.yaml': 'c',
      'flows/tip.yaml': 'a',
      'locales/en/tip.json': 'e',
    });
    expect(Object.keys(files)).toEqual(Object.keys(files).toSorted());
  });

  it('takes all flows of another folder, and the lists and profile that it lacks from the root', async () => {
    await put(other, { 'tip.yaml': 'A' });
    const { files, origins } = await readSetFiles(root, other);
    expect(files['flows/tip.yaml']).toBe('A');
    expect(files['flows/menu.yaml']).toBeUndefined();
    expect(files['flows/profile.yaml']).toBe('c');
    expect(files['flows/danger/en.yaml']).toBe('d');
    expect(files['locales/en/tip.json']).toBe('e');
    expect(origins['flows/tip.yaml']).toContain(join(other, 'tip.yaml').slice(-20));
  });

  it('takes the profile and the lists of another folder as a whole', async () => {
    await put(other, { 'tip.yaml': 'A', 'profile.yaml': 'C', 'danger/es.yaml': 'D' });
    const { files } = await readSetFiles(root, other);
    expect(files['flows/profile.yaml']).toBe('C');
    expect(files['flows/danger/es.yaml']).toBe('D');
    expect(files['flows/danger/en.yaml']).toBeUndefined();
  });

  it('reads a folder that holds flows/ as a root over the first', async () => {
    await put(other, { 'flows/tip.yaml': 'A', 'locales/en/tip.json': 'E' });
    const { files } = await readSetFiles(root, other);
    expect(files).toMatchObject({ 'flows/tip.yaml': 'A', 'locales/en/tip.json': 'E', 'directory/national.json': 'f' });
  });

  it('names a folder that is not there', async () => {
    await expect(readSetFiles(root, join(other, 'gone'))).rejects.toThrow('gone');
  });

  it('does not take the root for a folder in which there is nothing', async () => {
    await expect(readSetFiles(root, other)).rejects.toThrow(`there are no flows in the folder ${other}`);
  });

  it('names a file that is not UTF-8', async () => {
    await writeFile(join(root, 'flows/tip.yaml'), Buffer.from([0x66, 0xff]));
    await expect(readSetFiles(root)).rejects.toThrow('tip.yaml is not UTF-8');
  });
});

async function put(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
