/** What a help code says: the caller's place in the guide and on the page, and nothing personal. */
import { AUDIENCES, type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import { PAGE_STATES, type PageState } from '@/lib/page/model';
import type { Place } from './packing';

/** A position in a list that both sides have. `beyond`: further down than the table reaches. null: none. */
export type Position = number | 'beyond' | null;

export const TARGETS = ['none', 'found', 'ambiguous', 'missing'] as const;
export const ENGINES = ['unknown', 'chromium-before-142', 'chromium', 'firefox'] as const;
export const SCHEMES = ['unknown', 'http', 'https'] as const;
export const ACCESSES = ['unknown', 'granted', 'denied', 'prompt'] as const;
export const ASSERTIONS = ['none', 'seen', 'said'] as const;

export interface HelpState {
  /** Hash of the notice pack and its version, 0 to 996 (`hashPack`). */
  readonly pack: number;
  readonly audience: Audience | null;
  readonly level: Level | null;
  /** In the pack's `phases`, from 0. */
  readonly phase: Position;
  readonly page: PageState;
  /** In the pack's `guides`, from 0. */
  readonly guide: Position;
  /** In the guide's `steps`, from 0. */
  readonly step: Position;
  readonly target: (typeof TARGETS)[number];
  /** In `troublesOf(pack)`'s general part followed by the pack's own, from 0 (`troubleOrder`). */
  readonly trouble: Position;
  readonly engine: (typeof ENGINES)[number];
  readonly scheme: (typeof SCHEMES)[number];
  readonly access: (typeof ACCESSES)[number];
  /** How the last finished step is known. */
  readonly assertion: (typeof ASSERTIONS)[number];
}

/** How one field becomes a number and back. `read` answers undefined for a number that means nothing. */
interface Field<T> {
  readonly size: number;
  /** undefined: the value is none of this field's. */
  readonly write: (value: unknown) => number | undefined;
  readonly read: (number: number) => T | undefined;
  /** Every value, for samples. */
  readonly values: readonly T[];
}

/** A closed list; `spare` numbers behind it are kept free. */
function oneOf<const T>(values: readonly T[], spare = 0): Field<T> {
  return {
    size: values.length + spare,
    write: (value) => {
      const at = (values as readonly unknown[]).indexOf(value);
      return at < 0 ? undefined : at;
    },
    read: (number) => values[number],
    values,
  };
}

/** 0 for none, then positions, the last number for all that are further down. */
function position(size: number): Field<Position> {
  const last = size - 1;
  const values: readonly Position[] = [null, ...Array.from({ length: size - 2 }, (_, at) => at), 'beyond'];
  return {
    size,
    write: (value) => {
      if (value === null) return 0;
      if (value === 'beyond') return last;
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return undefined;
      return Math.min(value + 1, last);
    },
    read: (number) => values[number],
    values,
  };
}

/** A prime, so that ids that differ little do not fall together. */
export const PACK_HASHES = 997;

export const FIELDS: { readonly [K in keyof HelpState]: Field<HelpState[K]> } = {
  pack: oneOf(Array.from({ length: PACK_HASHES }, (_, hash) => hash)),
  audience: oneOf([null, ...AUDIENCES]),
  level: oneOf([null, ...LEVELS]),
  phase: position(16),
  page: oneOf(PAGE_STATES, 2),
  guide: position(20),
  step: position(25),
  target: oneOf(TARGETS),
  trouble: position(40),
  engine: oneOf(ENGINES),
  scheme: oneOf(SCHEMES),
  access: oneOf(ACCESSES),
  assertion: oneOf(ASSERTIONS),
};

export const FIELD_NAMES = Object.keys(FIELDS) as readonly (keyof HelpState)[];

export function placesOf(names: readonly (keyof HelpState)[]): readonly Place[] {
  return names.map((name) => ({ name, size: FIELDS[name].size }));
}

/** The numbers of these fields; the name of the first one whose value is none of its own, instead. */
export function toNumbers(
  names: readonly (keyof HelpState)[],
  state: Readonly<Record<string, unknown>>,
):
  | { readonly ok: true; readonly numbers: Record<string, number> }
  | { readonly ok: false; readonly field: string } {
  const numbers: Record<string, number> = {};
  for (const name of names) {
    const number = FIELDS[name].write(state[name]);
    if (number === undefined) return { ok: false, field: name };
    numbers[name] = number;
  }
  return { ok: true, numbers };
}

/** The values of these numbers; null where one means nothing (yet). */
export function fromNumbers(
  names: readonly (keyof HelpState)[],
  numbers: Readonly<Record<string, number>>,
): Readonly<Record<string, unknown>> | null {
  const state: Record<string, unknown> = {};
  for (const name of names) {
    const value = FIELDS[name].read(numbers[name] ?? -1);
    if (value === undefined) return null;
    state[name] = value;
  }
  return state;
}

/** FNV-1a, 32 bit, of `id@version` in UTF-8, modulo 997. */
export function hashPack({ id, version }: { readonly id: string; readonly version: string }): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${id}@${version}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % PACK_HASHES;
}
