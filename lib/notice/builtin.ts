/**
 * The notice that ships with the product, typed without zod: the file is part of the build, and
 * `builtin.test.ts` holds it against the schema, so nothing is checked again at every popup.
 */
import changzhou from '@/notices/changzhou-2023-12.json';
import type { NoticePack } from './model';

/** 常财购〔2023〕12号. */
export const builtinPack: NoticePack = changzhou as unknown as NoticePack;

/** All packs that ship with the product, the one in force first. */
export const builtinPacks: readonly NoticePack[] = [builtinPack];

/** A built-in pack by id, e.g. the one a journey is pinned to. */
export function findBuiltinPack(id: string): NoticePack | undefined {
  return builtinPacks.find((pack) => pack.id === id);
}
