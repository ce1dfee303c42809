/** Help codes and jump codes, written and read. Pure; never throws on what people type (docs/help-code.md). */
import { inGroups, isChecked, readDigits, withCheck } from './digits';
import { capacityOf, pack, unpack } from './packing';
import { FIELD_NAMES, fromNumbers, type HelpState, type Position, placesOf, toNumbers } from './state';

const HELP = { version: '1', length: 16, names: FIELD_NAMES } as const;
const JUMP = { version: '8', length: 8, names: ['pack', 'guide', 'step'] } as const;
type Form = typeof HELP | typeof JUMP;

/** Where a caller's guide shall go. */
export interface JumpState {
  readonly pack: number;
  readonly guide: Position;
  readonly step: Position;
}

export const CODE_PROBLEMS = [
  'empty',
  'stray',
  'length',
  'jump_here',
  'help_here',
  'check',
  'newer',
  'foreign',
  'no_state',
] as const;
/** Why digits are no code; `desk.code.problem.<it>` says so. */
export type CodeProblem = (typeof CODE_PROBLEMS)[number];

export interface CodeRefusal {
  readonly ok: false;
  readonly problem: CodeProblem;
  readonly params: Readonly<Record<string, string | number>>;
}

function refuse(problem: CodeProblem, params: CodeRefusal['params'] = {}): CodeRefusal {
  return { ok: false, problem, params };
}

function write(form: Form, state: Readonly<Record<string, unknown>>): string {
  const numbers = toNumbers(form.names, state);
  if (!numbers.ok) throw new RangeError(`help code: ${numbers.field}`);
  const number = pack(placesOf(form.names), numbers.numbers);
  const body = String(number).padStart(form.length - 2, '0');
  return inGroups(withCheck(form.version + body));
}

/** The code in groups of four. Positions beyond the table become `beyond`. Throws RangeError for values of no field. */
export function writeHelpCode(state: HelpState): string {
  return write(HELP, { ...state });
}

/** The same for a jump code. */
export function writeJumpCode(state: JumpState): string {
  return write(JUMP, { ...state });
}

/** Name of the first field whose value is none of its own; null: the state can be written. */
export function findBadField(state: Readonly<Record<string, unknown>>): string | null {
  const numbers = toNumbers(FIELD_NAMES, state);
  return numbers.ok ? null : numbers.field;
}

function read(form: Form, typed: string): CodeRefusal | { readonly ok: true; readonly state: object } {
  const { digits, stray } = readDigits(typed);
  if (digits === '') return refuse('empty');
  if (stray !== null) return refuse('stray', { character: stray });
  const other = form === HELP ? JUMP : HELP;
  // The first half of a help code may well be checked by chance: what it begins with tells the two apart.
  const isOther = form === HELP ? digits.startsWith(JUMP.version) : !digits.startsWith(JUMP.version);
  if (digits.length === other.length && isOther && isChecked(digits)) {
    return refuse(form === HELP ? 'jump_here' : 'help_here');
  }
  if (digits.length !== form.length) return refuse('length', { count: digits.length, expected: form.length });
  if (!isChecked(digits)) return refuse('check');
  const version = digits.charAt(0);
  if (version !== form.version) {
    const isNewer = form === HELP && version > form.version && version < JUMP.version;
    return refuse(isNewer ? 'newer' : 'foreign', { version });
  }
  const number = Number(digits.slice(1, -1));
  const places = placesOf(form.names);
  const numbers = number < capacityOf(places) ? unpack(places, number) : null;
  const state = numbers && fromNumbers(form.names, numbers);
  return state ? { ok: true, state } : refuse('no_state');
}

/** Reads what was typed or pasted; the first thing that is wrong is told. */
export function readHelpCode(typed: string): CodeRefusal | { readonly ok: true; readonly state: HelpState } {
  return read(HELP, typed) as CodeRefusal | { readonly ok: true; readonly state: HelpState };
}

export function readJumpCode(typed: string): CodeRefusal | { readonly ok: true; readonly state: JumpState } {
  return read(JUMP, typed) as CodeRefusal | { readonly ok: true; readonly state: JumpState };
}
