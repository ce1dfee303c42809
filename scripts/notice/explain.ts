import { isCalendarDate } from '@/lib/notice/days';
import { explain } from '@/lib/notice/explain';
import { AUDIENCES, LEVELS, type NoticeCase } from '@/lib/notice/explanation';
import { noticeInForce } from '@/lib/notice/in-force';
import type { NoticePack } from '@/lib/notice/model';
import { toPlain } from '@/lib/notice/plain';
import { readNotice, writeReading } from '@/lib/notice/reading';
import { RECEIVED } from '@/lib/notice/sourcing';
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
  batch: 'first',
  'project-date': '2023-07-01',
  activity: 'framework',
  received: 'new-ca=2026-08-05',
  event: 'unbound=2026-08-05',
  expiry: 'new-ca=2024-09-01',
  with: 'later-notice.json',
  format: 'text',
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

function readList(line: CommandLine, name: keyof typeof EXAMPLES): readonly string[] {
  return line.options[name]?.split(',').filter((each) => each !== '') ?? [];
}

function readDay(value: string): string {
  if (!isCalendarDate(value)) throw new Misuse('notice.command.badDate', { found: value });
  return value;
}

/** What some notices go by besides audience, level and the state of the old certificate. */
function readParticulars(line: CommandLine): Partial<NoticeCase> {
  const { batch, 'project-date': projectDate } = line.options;
  const activities = readList(line, 'activity');
  const days = (name: 'expiry' | 'received' | 'event') =>
    readList(line, name).map((each) => {
      const [thing = '', date = ''] = each.split('=');
      return [thing, readDay(date)] as const;
    });
  const expiries = days('expiry');
  const events = days('event');
  const received = days('received').flatMap(([thing, day]) =>
    RECEIVED.filter((of) => of === thing).map((of) => [of, day]),
  );
  return {
    ...(batch !== undefined && { batch }),
    ...(projectDate !== undefined && { projectDate: readDay(projectDate) }),
    ...(activities.length > 0 && { activities }),
    ...(received.length > 0 && { received: Object.fromEntries(received) }),
    ...(events.length > 0 && { events: Object.fromEntries(events) }),
    ...(expiries.length > 0 && { expiries: Object.fromEntries(expiries) }),
  };
}

const explainCase: Command = async (args, t, language) => {
  const line = readCommandLine(args, EXAMPLES);
  readChoice(line, 'lang', ['zh', 'en']);
  const today = readDate(line);
  const audience = readChoice(line, 'role', AUDIENCES);
  if (audience === undefined) throw missing('role');
  const level = readChoice(line, 'level', LEVELS);
  const oldCa = readChoice(line, 'old-ca', ['valid', 'expired', 'none']);

  const format = readChoice(line, 'format', ['json', 'text']) ?? 'json';
  const asked = { today, audience, level, oldCa, ...readParticulars(line) };

  const packs: NoticePack[] = [];
  for (const file of [line.file, ...readList(line, 'with')]) {
    const loaded = await readPackFile(file);
    if (!loaded.ok) return { status: STATUS.packRefused, stdout: [], stderr: sayRefused(file, loaded, t) };
    packs.push(loaded.pack);
  }
  const [only] = packs;
  const pack = only && packs.length === 1 ? only : noticeInForce(packs, { today, audience }).pack;
  if (format === 'text') {
    const reading = writeReading(readNotice(pack, asked, { t, language }), { t });
    return { status: STATUS.fine, stdout: [reading], stderr: [] };
  }
  const json = JSON.stringify(toPlain(explain(pack, asked), language), null, 2);
  return { status: STATUS.fine, stdout: [json], stderr: [] };
};

/**
 * Prints what a notice means for one case on one day, as one JSON object: `Explanation` of
 * lib/notice/explanation.ts with its texts in one language; or, with `--format text`, the whole notice as its
 * readers need it (lib/notice/reading.ts). `--with` names further packs: then the one in force that day is
 * explained, what amends it worked in. `--date` is a calendar day in the notice's time
 * zone, so the answer is the same on any machine on any day. Status 0; 1 when the pack is refused (stdout
 * stays empty), 2 when the command or the file is not what it takes.
 */
export function explainNotice(args: readonly string[]): Promise<Outcome> {
  return runCommand(explainCase, 'notice.command.explainUsage', args);
}
