/**
 * The form against the format: every leaf of `rebind.notice/1`, and of a closed list every choice, can be written in it, or
 * stands below with the reason why not; and no field of the form is written nowhere. A new field of the format without one in the
 * form fails here.
 */
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { packSchema } from '@/lib/notice/schema';
import type { Draft } from './draft';
import { entriesOf, setField } from './draft';
import {
  blankValue,
  fieldsOf,
  HEADER,
  isAsked,
  type LooseEntry,
  SECTION_NAMES,
  type SectionName,
} from './sections';
import { fullDraft, sampleValue } from './testing/full-draft';
import { PARTS } from './testing/sample-draft';
import { writePack } from './to-pack';

/** What the form does not write, by the beginning or the end of its path, and why. */
const NOT_IN_FORM: readonly (readonly [RegExp, string])[] = [
  [/\.basis=stated$/, 'what is said where nothing is'],
  [/^fees\.tariffs\[\]\.per=year$/, 'what a price is for where nothing is said (docs/notice-pack.md)'],
  [/^silences\[\]\.basis=inferred$/, 'what is not stated is not stated, whoever looked'],
  [/\.en$/, 'English is a courtesy (decision 002): a bureau writes Chinese, the product shows that'],
  [
    /^guides\b/,
    'steps are the product’s own general ones, chosen in the form and tied to its phases and clauses',
  ],
  [
    /^(renewals|amendments)\[\]\.(opens|closes)\.unit=days$/,
    'written as opensDaysBefore, which every reader has',
  ],
  [/^siteProfiles\b/, 'taught with the picker on the desk, which exports them (docs/site-profile.md)'],
];

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** What a leaf of a closed list can hold, each as `obligations[].due.lead.unit=months`; of another its path alone. */
function leafOf({ entries, values }: Definition, path: string): readonly string[] {
  const closed = values ?? (entries && Object.values(entries));
  return closed ? closed.map((value) => `${path}=${value}`) : [path];
}

const pathOf = (leaf: string) => leaf.replace(/=.*$/, '');

/** Paths of a schema's leaves: `obligations[].due.date`. Members of a union are walked one by one. */
function leavesOf(schema: z.ZodType, path = ''): readonly string[] {
  const { def } = schema as unknown as { readonly def: Definition };
  if (def.shape) {
    return Object.entries(def.shape).flatMap(([key, each]) =>
      leavesOf(each, path === '' ? key : `${path}.${key}`),
    );
  }
  if (def.element) return leavesOf(def.element, `${path}[]`);
  if (def.options) return def.options.flatMap((each) => leavesOf(each, path));
  const inner = def.innerType ?? def.in;
  return inner ? leavesOf(inner, path) : leafOf(def, path);
}

/** Paths of a value's leaves, each by itself and with what it holds. */
function written(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => written(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path, `${path}=${value}`];
  return Object.entries(value).flatMap(([key, each]) => written(each, path === '' ? key : `${path}.${key}`));
}

const leaves = [...new Set(leavesOf(packSchema))];
const write = (draft: Draft) => writePack(draft, { ...PARTS, templates: [] }, null).value;

test('the schema is walked to its leaves', () => {
  expect(leaves).toEqual(
    expect.arrayContaining([
      'obligations[].due.anchor.certificate',
      'obligations[].where[].when.batches[]',
      'amendments[].begins.lead.unit=months',
      'obligations[].due.kind=announced-later',
      'obligations[].due.inclusive=not-stated',
      'fees.charges[].when.oldCa[]=expired',
      'materials[].forms[].types[]',
    ]),
  );
  expect(leaves.length).toBeGreaterThan(400);
});

test('every leaf of the format can be written in the form, or has a reason why not', () => {
  const inForm = new Set(written(write(fullDraft())));
  const missing = leaves.filter(
    (leaf) => !inForm.has(leaf) && !NOT_IN_FORM.some(([each]) => each.test(leaf) || each.test(pathOf(leaf))),
  );
  expect(missing).toEqual([]);
});

test('what the form writes is of the format', () => {
  const known = new Set(leaves.map(pathOf));
  expect(
    [...new Set(written(write(fullDraft())).map(pathOf))].filter(
      (path) => !known.has(path) && !path.startsWith('guides'),
    ),
  ).toEqual([]);
});

test('no field of the form is written nowhere', { timeout: 30_000 }, () => {
  const full = fullDraft();
  const dead: string[] = [];
  /** One entry of one part and of the others what can be pointed at: a whole draft for each field takes long. */
  const only = (kept: SectionName, entry: LooseEntry | undefined): Draft => ({
    ...full,
    entries: Object.fromEntries(
      SECTION_NAMES.map((name) => [
        name,
        name === kept && entry ? [entry] : entriesOf(full, name).slice(0, 1),
      ]),
    ) as unknown as Draft['entries'],
  });
  for (const section of SECTION_NAMES) {
    const befores = new Map<string, string>();
    const beforeOf = (entry: LooseEntry) => {
      const before = befores.get(entry.id) ?? JSON.stringify(write(only(section, entry)));
      befores.set(entry.id, before);
      return before;
    };
    for (const [name, field] of Object.entries(fieldsOf(section))) {
      if (name === 'insteadOf') continue; // tested with a base
      const isWritten = entriesOf(full, section).some((entry) => {
        if (!isAsked(field, entry)) return false;
        const draft = only(section, entry);
        const before = beforeOf(entry);
        const other =
          JSON.stringify(entry[name]) === JSON.stringify(blankValue(field))
            ? sampleValue(name, field)
            : blankValue(field);
        // Words that are left out may be stood in for by those of what is chosen beside them: where, by the place's name.
        const more = typeof other === 'string' ? [`${String(entry[name])}二`] : [];
        return [other, ...more].some(
          (value) => JSON.stringify(write(setField(draft, section, entry.id, name, value))) !== before,
        );
      });
      if (!isWritten) dead.push(`${section}.${name}`);
    }
  }
  const few = only('keys', undefined);
  const before = JSON.stringify(write(few));
  for (const name of Object.keys(HEADER)) {
    const draft = { ...few, header: { ...few.header, [name]: 'x' } };
    if (JSON.stringify(write(draft)) === before) dead.push(`header.${name}`);
  }
  expect(dead).toEqual([]);
});
