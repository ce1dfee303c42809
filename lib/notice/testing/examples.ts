/** The example packs of notices/examples: invented, marked 示例, never shipped as in force. For tests and docs. */
import { readdirSync, readFileSync } from 'node:fs';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';

const FOLDER = new URL('../../../notices/examples/', import.meta.url);

function read(name: string): NoticePack {
  const loaded = loadPack(readFileSync(new URL(name, FOLDER), 'utf8'));
  if (!loaded.ok) throw new Error(`${name}: ${JSON.stringify(loaded.problems)}`);
  if (loaded.ignored.length > 0) throw new Error(`${name}: unknown fields ${loaded.ignored.join(', ')}`);
  return loaded.pack;
}

/** All of them by id. Throws where one is no pack. */
export const examplePacks: Readonly<Record<string, NoticePack>> = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const pack = read(name);
      return [pack.id, pack];
    }),
);

export function examplePack(id: string): NoticePack {
  const pack = examplePacks[id];
  if (!pack) throw new Error(`no example pack ${id}`);
  return pack;
}
