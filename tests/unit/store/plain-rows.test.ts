import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewFact } from '@/lib/guide/model';
import newest from '@/lib/store/fixtures/v11.json';
import {
  isPlainCertificate,
  isPlainFact,
  isPlainReady,
  isPlainSubject,
  PLAIN_SETTINGS,
} from '@/lib/store/plain-rows';
import { readyRowSchema } from '@/lib/store/ready-rows';
import { certificateSchema, factSchema, settingsShape, subjectSchema } from '@/lib/store/rows';
import { certificate, fact, subject } from './sample-rows';

const digest = 'a0'.repeat(32);
const withDetails = certificate('full', 's', {
  holder: '张三',
  validFrom: '2024-02-29',
  details: {
    look: '白色',
    keeper: '办公室',
    keptBecause: null,
    notes: '备注'.repeat(100),
    bindings: [{ system: 'jszfcg', state: 'bound', since: '2023-09-20' }],
    reading: { issuer: 'CA', subject: digest, parts: [{ role: 'both', serial: '-0A', key: digest }] },
    history: [{ at: '2026-01-01T00:00:00Z', kind: 'added', by: 'file', validUntil: '2026-12-29' }],
  },
});
const BODIES: readonly Pick<NewFact, 'body' | 'assertion'>[] = [
  { assertion: 'seen', body: { kind: 'page', state: 'home', via: 'login-ca' } },
  { assertion: 'seen', body: { kind: 'page', state: 'unbind-done', fresh: true } },
  { assertion: 'seen', body: { kind: 'warned' } },
  { assertion: 'said', body: { kind: 'step', step: 's' } },
  { assertion: 'said', body: { kind: 'skip', step: 's' } },
  { assertion: 'said', body: { kind: 'chosen', guide: null, again: true } },
  { assertion: 'said', body: { kind: 'answer', question: 'q', answer: 'no' } },
  { assertion: 'said', body: { kind: 'holds-new', answer: 'yes' } },
  { assertion: 'said', body: { kind: 'trouble', trouble: 't', answer: 'yes' } },
  { assertion: 'said', body: { kind: 'circumstance', of: 'batch', value: '1', answer: 'yes' } },
  { assertion: 'retracted', body: { kind: 'retraction', of: 'f' } },
];
const facts = BODIES.map((stated, at) => ({ ...fact(`f${at}`, 'j', stated), order: at + 1 }));
const settings = {
  preview: '2023-09-20',
  largeType: true,
  thresholds: [90, 1],
  snoozed: { a: '2026-01-01' },
};

const CASES = [
  ['subjects', isPlainSubject, subjectSchema, [subject('a'), ...newest.rows.subjects]],
  [
    'certificates',
    isPlainCertificate,
    certificateSchema,
    [withDetails, certificate('c', 's'), ...newest.rows.certificates],
  ],
  ['facts', isPlainFact, factSchema, [...facts, ...newest.rows.facts]],
  ['ready', isPlainReady, readyRowSchema, newest.rows.ready],
  ...(Object.keys(PLAIN_SETTINGS) as (keyof typeof settings)[]).map(
    (key) => [key, PLAIN_SETTINGS[key], settingsShape[key], [settings[key]]] as const,
  ),
] as const;

/** What a spoilt row may hold somewhere. */
const ODD: readonly unknown[] = [
  undefined, null, true, 0, -1, 1.5, Number.NaN, 2 ** 60, '', 'x', 'yes', 'a'.repeat(1001), [], [null], {}, { kind: 'page' },
  '2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '2026-02-29', '2024-02-29T24:00:00Z', '2026-06-31T00:00:00Z',
  '2026-01-01T00:00:00', '2026-01-01T00:00:00+08:00', '2026-01-01T00:00Z', '2026-01-01T23:59:60Z', '__proto__', 'constructor',
]; // biome-ignore format: as few lines as it takes

/** Every place in a row, as the path to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))
      : [];
  return [path, ...inside];
}

function put(row: unknown, path: readonly string[], spoil: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return spoil(row);
  const copy = (Array.isArray(row) ? [...row] : { ...(row as object) }) as Record<string, unknown>;
  copy[key] = put(copy[key], rest, spoil);
  return copy;
}

describe.each(CASES)('%s', (_, isPlain, schema, rows) => {
  test('rows as this build writes them are plain', () => {
    for (const row of rows) expect([row, isPlain(row)]).toEqual([row, true]);
  });

  test('what is plain the border lets through unchanged', () => {
    const check = (row: unknown) => {
      if (!isPlain(row)) return;
      const checked = schema.safeParse(row);
      expect([row, checked.success && checked.data]).toEqual([row, row]);
    };
    for (const row of rows) {
      for (const path of placesIn(row)) {
        for (const odd of ODD) check(put(row, path, () => odd));
        check(
          put(row, path, (old) =>
            typeof old === 'object' && old && !Array.isArray(old) ? { ...old, more: 1 } : [old],
          ),
        );
        // As the database keeps it: the structured clone makes it a field like any other.
        check(put(row, path, (old) => Object.assign(JSON.parse('{"__proto__":0}'), Object(old))));
        const key = path.at(-1);
        if (key !== undefined) {
          check(
            put(row, path.slice(0, -1), (old) =>
              Object.fromEntries(Object.entries(old as object).filter(([name]) => name !== key)),
            ),
          );
        }
      }
    }
    const anything = fc.tuple(
      fc.constantFrom(...rows.flatMap((row) => placesIn(row).map((path) => [row, path] as const))),
      fc.anything(),
    );
    fc.assert(
      fc.property(anything, ([[row, path], odd]) => check(put(row, path, () => odd))),
      { numRuns: 2000 },
    );
  });
});
