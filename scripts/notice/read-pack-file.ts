import { readFile } from 'node:fs/promises';
import type { Translate } from '@/lib/locale/translate';
import { unnamedAbilities } from '@/lib/notice/abilities';
import { type LoadedPack, loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { sayProblem } from '@/lib/notice/say-problem';
import { Misuse } from './command-line';

const MOST_PROBLEMS = 50;

function readingFailed(file: string, error: unknown): Misuse {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Misuse('notice.command.fileMissing', { file });
  if (code === 'EISDIR') return new Misuse('notice.command.fileIsFolder', { file });
  if (code === 'EACCES' || code === 'EPERM') return new Misuse('notice.command.fileRefused', { file });
  return new Misuse('notice.command.fileUnreadable', { file, reason: code });
}

/**
 * Reads and checks a pack file. A byte order mark is passed over. Throws `Misuse` where there is no text to
 * check; what is wrong with the text itself is in the answer.
 */
export async function readPackFile(file: string): Promise<LoadedPack> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw readingFailed(file, error);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Misuse('notice.command.fileNotUtf8', { file });
  }
  if (text.trim() === '') throw new Misuse('notice.command.fileEmpty', { file });
  return loadPack(text);
}

/** A refused pack's problems, a line each, the first 50 of them. */
export function sayRefused(
  file: string,
  loaded: Extract<LoadedPack, { ok: false }>,
  t: Translate,
): readonly string[] {
  const { problems } = loaded;
  const shown = problems.slice(0, MOST_PROBLEMS).map((each) => `- ${sayProblem(each, t)}`);
  const more = problems.length - shown.length;
  return [
    t('notice.command.packRefused', { file, number: problems.length }),
    ...shown,
    ...(more > 0 ? [t('notice.command.more', { number: more })] : []),
  ];
}

/** Tells an author which abilities the pack uses without naming them; nothing where there are none. */
export function sayUnnamed(pack: NoticePack, t: Translate): readonly string[] {
  const unnamed = unnamedAbilities(pack);
  if (unnamed.length === 0) return [];
  const example = JSON.stringify([...pack.requires, ...unnamed]);
  return [t('notice.command.unnamed', { names: unnamed.join(', '), example })];
}
