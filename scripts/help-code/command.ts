/**
 * `npm run -s helpcode -- sample [N] | encode | decode`: help codes on the command line, one a line. `sample`
 * prints N (10) valid states as JSON; `encode` reads states and `decode` codes from standard input. Each line
 * is answered by a line: the code, or `{"ok":true,"state":…}`, or `{"ok":false,"error":…,"message":…}`.
 */
import { type CodeRefusal, findBadField, readHelpCode, writeHelpCode } from '@/lib/desk/help-code/codes';
import { FIELD_NAMES, FIELDS, type HelpState } from '@/lib/desk/help-code/state';
import type { Translate } from '@/lib/locale/translate';

/** Whole numbers from 0 up to, not including, `size`. */
export type Draw = (size: number) => number;

/** Every value comes once before any comes again, in an order of its own: uniform, and none left out for long. */
function shuffledForEver<T>(values: readonly T[], draw: Draw): () => T {
  let bag: T[] = [];
  return () => {
    if (bag.length === 0) bag = [...values];
    const [value] = bag.splice(draw(bag.length), 1);
    return value as T;
  };
}

/** Valid states, uniform in every field. */
export function* sampleStates(count: number, draw: Draw): Generator<HelpState> {
  const next = FIELD_NAMES.map(
    (name) => [name, shuffledForEver<unknown>(FIELDS[name].values, draw)] as const,
  );
  for (let at = 0; at < count; at++) {
    yield Object.fromEntries(next.map(([name, pick]) => [name, pick()])) as unknown as HelpState;
  }
}

const refusal = (error: string, message: string) => JSON.stringify({ ok: false, error, message });

export function sayCodeRefusal({ problem, params }: CodeRefusal, t: Translate): string {
  return t(`desk.code.problem.${problem}`, params);
}

/** One line of JSON to its code, or why it is no state. */
export function encodeLine(line: string, t: Translate): string {
  let state: unknown;
  try {
    // Files written on Windows begin with a mark that nobody sees.
    state = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return refusal('json', t('desk.code.command.json'));
  }
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    return refusal('object', t('desk.code.command.object'));
  }
  const record = state as Readonly<Record<string, unknown>>;
  const field = findBadField(record);
  if (field !== null) return refusal('field', t('desk.code.command.field', { field }));
  return writeHelpCode(record as unknown as HelpState);
}

/** One code to its state, or what exactly is wrong with it. */
export function decodeLine(line: string, t: Translate): string {
  const read = readHelpCode(line);
  if (!read.ok) return refusal(read.problem, sayCodeRefusal(read, t));
  return JSON.stringify({ ok: true, state: read.state });
}
