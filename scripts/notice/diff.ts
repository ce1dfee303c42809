import { differencesBetween, differencesForCase } from '@/lib/notice/differences';
import { explain } from '@/lib/notice/explain';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { sayDifferences } from '@/lib/notice/say-difference';
import {
  type Command,
  Misuse,
  type Outcome,
  readChoice,
  readCommandLine,
  runCommand,
  STATUS,
} from './command-line';
import { EXAMPLES, missing, readDate } from './explain';
import { readPackFile, sayRefused } from './read-pack-file';

const diff: Command = async (args, t, language) => {
  const line = readCommandLine(args, EXAMPLES, 2);
  readChoice(line, 'lang', ['zh', 'en']);
  const audience = readChoice(line, 'role', AUDIENCES);
  const level = readChoice(line, 'level', LEVELS);
  const oldCa = readChoice(line, 'old-ca', ['valid', 'expired', 'none']);
  const isForCase = audience !== undefined || line.options.date !== undefined;
  if (isForCase && audience === undefined) throw missing('role');
  const today = isForCase ? readDate(line) : null;
  if (line.files.length !== 2) throw new Misuse('notice.command.twoFiles', { number: line.files.length });
  const packs: NoticePack[] = [];
  for (const file of line.files) {
    const loaded = await readPackFile(file);
    if (!loaded.ok) return { status: STATUS.packRefused, stdout: [], stderr: sayRefused(file, loaded, t) };
    packs.push(loaded.pack);
  }
  const [before, after] = packs;
  if (!before || !after) throw new Misuse('notice.command.twoFiles', { number: packs.length });
  const differences =
    audience === undefined || today === null
      ? differencesBetween(before, after)
      : differencesForCase(
          explain(before, { today, audience, level, oldCa }),
          explain(after, { today, audience, level, oldCa }),
        );
  return {
    status: STATUS.fine,
    stdout: sayDifferences(differences, { t, language, pack: after }),
    stderr: [],
  };
};

/**
 * Prints what changes from one pack file to another, a line for each part of a fact; with `--date` and
 * `--role`, what changes for that case. Statuses as in `explain.ts`.
 */
export function diffNotices(args: readonly string[]): Promise<Outcome> {
  return runCommand(diff, 'notice.command.diffUsage', args);
}
