import { isCalendarDate } from '@/lib/notice/days';
import { explain } from '@/lib/notice/explain';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { toPlain } from '@/lib/notice/plain';
import {
  type Command,
  type CommandLine,
  Misuse,
  type Outcome,
  readChoice,
  readCommandLine,
  runCommand,
  STATUS,
} from './command-line';
import { readPackFile, sayRefused } from './read-pack-file';

export const EXAMPLES = {
  date: '2023-09-20',
  role: 'budget-unit',
  level: 'city',
  'old-ca': 'valid',
  lang: 'zh',
} as const;

export function missing(name: keyof typeof EXAMPLES): Misuse {
  return new Misuse('notice.command.missingOption', { option: `--${name}`, example: EXAMPLES[name] });
}

export function readDate(line: CommandLine): string {
  const date = line.options.date;
  if (date === undefined) throw missing('date');
  if (!isCalendarDate(date)) throw new Misuse('notice.command.badDate', { found: date });
  return date;
}

const explainCase: Command = async (args, t, language) => {
  const line = readCommandLine(args, EXAMPLES);
  readChoice(line, 'lang', ['zh', 'en']);
  const today = readDate(line);
  const audience = readChoice(line, 'role', AUDIENCES);
  if (audience === undefined) throw missing('role');
  const level = readChoice(line, 'level', LEVELS);
  const oldCa = readChoice(line, 'old-ca', ['valid', 'expired', 'none']);

  const loaded = await readPackFile(line.file);
  if (!loaded.ok) return { status: STATUS.packRefused, stdout: [], stderr: sayRefused(line.file, loaded, t) };
  const explanation = explain(loaded.pack, { today, audience, level, oldCa });
  const json = JSON.stringify(toPlain(explanation, language), null, 2);
  return { status: STATUS.fine, stdout: [json], stderr: [] };
};

/**
 * Prints what a notice means for one case on one day, as one JSON object: `Explanation` of
 * lib/notice/explanation.ts with its texts in one language. `--date` is a calendar day in the notice's time
 * zone, so the answer is the same on any machine on any day. Status 0; 1 when the pack is refused (stdout
 * stays empty), 2 when the command or the file is not what it takes.
 */
export function explainNotice(args: readonly string[]): Promise<Outcome> {
  return runCommand(explainCase, 'notice.command.explainUsage', args);
}
