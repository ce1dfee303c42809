/**
 * Rows that are beyond doubt as this build writes them, told without zod: fetching it and building its schemas takes
 * longer than reading the database, before the popup's first paint (docs/decisions/022-popup-script.md). What these
 * let through, the border's schemas let through unchanged (`plain-rows.test.ts`); where they hesitate, the full
 * store decides.
 */
import { MOST_EVENTS } from '@/lib/certificate/details';
import type { FactBody } from '@/lib/guide/model';
import { CIRCUMSTANCES } from '@/lib/notice/circumstances';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { PAGE_STATES } from '@/lib/page/model';
import type { ReadyRow } from './model';

type Check = (value: unknown) => boolean;

const isText =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most;
const isOneOf = (values: readonly unknown[]): Check => {
  const known = new Set(values);
  return (value) => known.has(value);
};
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const isList =
  (check: Check, least: number, most: number): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(check);
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

/** Exactly these fields: what a schema would strip is for the schema. */
const isShape = (fields: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}) => {
  const names = Object.keys(fields);
  return (value: unknown): boolean => {
    if (!isRecord(value)) return false;
    return (
      names.every((name) => Object.hasOwn(value, name) && fields[name]?.(value[name])) &&
      Object.keys(value).every(
        (name) =>
          Object.hasOwn(fields, name) || (Object.hasOwn(optional, name) && optional[name]?.(value[name])),
      )
    );
  };
};

/** A field of its own called `__proto__`, which the database keeps, is dropped by a schema: that is for the schema. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !Object.hasOwn(value, '__proto__')
  );
}

/** A day that the calendar has: what JavaScript would roll over (31 June) is none. */
export const isPlainDay: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8));
const isInstant: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/.test(value) &&
  isPlainDay(value.slice(0, 10));

const isId = isText(1, 1000);
const isLine = isText(0, 200);
const isYesOrNo = isOneOf(['yes', 'no']);
const isDigest = matches(/^[0-9a-f]{64}$/);

export const isPlainSubject = isShape({
  id: isId,
  name: isLine,
  audience: isOneOf(AUDIENCES),
  level: isOneOf(LEVELS),
  createdAt: isInstant,
});

const isDetails = isShape({
  look: orNull(isLine),
  keeper: orNull(isLine),
  keptBecause: orNull(isLine),
  notes: orNull(isText(0, 1000)),
  bindings: isList(
    isShape({ system: isId, state: isOneOf(['bound', 'unbound']), since: orNull(isPlainDay) }),
    0,
    Number.MAX_SAFE_INTEGER,
  ),
  reading: orNull(
    isShape({
      issuer: isLine,
      subject: isDigest,
      parts: isList(
        isShape({
          role: isOneOf(['signature', 'encryption', 'both']),
          serial: matches(/^-?[0-9A-F]{1,200}$/),
          key: isDigest,
        }),
        1,
        2,
      ),
    }),
  ),
  history: isList(
    isShape({
      at: isInstant,
      kind: isOneOf(['added', 'changed']),
      by: isOneOf(['hand', 'file', 'page']),
      validUntil: isPlainDay,
    }),
    0,
    MOST_EVENTS,
  ),
});

export const isPlainCertificate = isShape({
  id: isId,
  subject: isId,
  kind: isOneOf(['ca', 'seal']),
  generation: isOneOf(['old', 'new']),
  label: isLine,
  holder: orNull(isLine),
  validFrom: orNull(isPlainDay),
  validUntil: isPlainDay,
  createdAt: isInstant,
  details: orNull(isDetails),
});

/** By kind of fact: who states it, and its fields beside the kind. */
const BODIES: Readonly<Record<FactBody['kind'], readonly [assertion: string, check: Check]>> = {
  page: [
    'seen',
    bodyOf(
      { state: isOneOf(PAGE_STATES) },
      { via: isOneOf(['login-account', 'login-ca']), fresh: (value) => value === true },
    ),
  ],
  warned: ['seen', bodyOf({})],
  step: ['said', bodyOf({ step: isId })],
  skip: ['said', bodyOf({ step: isId })],
  chosen: ['said', bodyOf({ guide: orNull(isId) }, { again: (value) => typeof value === 'boolean' })],
  answer: ['said', bodyOf({ question: isId, answer: isYesOrNo })],
  'holds-new': ['said', bodyOf({ answer: isYesOrNo })],
  trouble: ['said', bodyOf({ trouble: isId, answer: isYesOrNo })],
  circumstance: ['said', bodyOf({ of: isOneOf(CIRCUMSTANCES), value: isId, answer: isYesOrNo })],
  retraction: ['retracted', bodyOf({ of: isId })],
};

function bodyOf(
  fields: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return isShape({ kind: () => true, ...fields }, optional);
}

const isFactShape = isShape({
  id: isId,
  journey: isId,
  assertion: isText(1, 20),
  body: isRecord,
  at: isInstant,
  tab: orNull(isCount),
  frame: orNull(isCount),
  document: orNull(isId),
  order: (value) => isCount(value) && value !== 0,
});

export function isPlainFact(row: unknown): boolean {
  if (!isFactShape(row)) return false;
  const { assertion, body } = row as {
    readonly assertion: string;
    readonly body: { readonly kind?: unknown };
  };
  if (typeof body.kind !== 'string' || !Object.hasOwn(BODIES, body.kind)) return false;
  const [whose, check] = BODIES[body.kind as FactBody['kind']];
  return whose === assertion && check(body);
}

/** The settings that the first paint shows, by key. */
export const PLAIN_SETTINGS = {
  preview: orNull(isPlainDay),
  largeType: (value: unknown) => typeof value === 'boolean',
  thresholds: isList((value) => isCount(value) && value !== 0 && (value as number) <= 365, 0, 365),
  snoozed: (value: unknown) => isRecord(value) && Object.values(value).every(isPlainDay),
} as const;

const stamp = {
  build: isText(0, 1000),
  mark: isText(0, Number.MAX_SAFE_INTEGER),
  glance: isText(0, Number.MAX_SAFE_INTEGER),
};
const READY: Readonly<Record<ReadyRow['key'], Check>> = {
  notice: isShape({
    from: isPlainDay,
    before: orNull(isPlainDay),
    pack: orNull(isRecord),
    beside: isCount,
  }),
  beside: isList(isRecord, 0, Number.MAX_SAFE_INTEGER),
  answers: (value) => isRecord(value) && Object.values(value).every(isRecord),
};
const isReadyFrame = isShape({ key: isOneOf(Object.keys(READY)), ...stamp, value: () => true });

/** The frame of what the worker has ready; what is inside was made by this very build (`ready-rows.ts`). */
export function isPlainReady(row: unknown): row is ReadyRow {
  return isReadyFrame(row) && READY[(row as ReadyRow).key]((row as ReadyRow).value);
}
