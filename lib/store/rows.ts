/**
 * What a row must look like at the border of the database. zod's mini build: the popup carries this file,
 * and its time to first paint is budgeted (design.md §7).
 */
import * as z from 'zod/mini';
import { MOST_EVENTS } from '@/lib/certificate/details';
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import { CIRCUMSTANCES } from '@/lib/notice/circumstances';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { CORNERS } from '@/lib/overlay/card-place';
import { PAGE_STATES, TARGET_NAMES, type TargetName } from '@/lib/page/model';
import type { CertificateRow, SettingRow, Settings, SubjectRow } from './model';
import type { Proof, SameShape } from './parity';
import { savedViewSchema } from './roster-rows';

// Extension pages forbid `new Function`, which zod 4 otherwise probes for when the first schema is made.
z.config({ jitless: true });

/** Long enough for a journey's id, and for a fact's that names journey, body and document. */
const id = z.string().check(z.minLength(1), z.maxLength(1000));
const line = z.string().check(z.maxLength(200));
const instant = z.iso.datetime();
const day = z.iso.date();
const login = z.enum(['login-account', 'login-ca']);
const yesOrNo = z.enum(['yes', 'no']);

export const subjectSchema = z.object({
  id,
  name: line,
  audience: z.enum(AUDIENCES),
  level: z.enum(LEVELS),
  createdAt: instant,
});

const role = z.enum(['signature', 'encryption', 'both']);
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const serial = z.string().check(z.regex(/^-?[0-9A-F]{1,200}$/));
export const certificateDetailsSchema = z.object({
  look: z.nullable(line),
  keeper: z.nullable(line),
  keptBecause: z.nullable(line),
  notes: z.nullable(z.string().check(z.maxLength(1000))),
  bindings: z.array(z.object({ system: id, state: z.enum(['bound', 'unbound']), since: z.nullable(day) })),
  reading: z.nullable(
    z.object({
      issuer: line,
      subject: digest,
      parts: z.array(z.object({ role, serial, key: digest })).check(z.minLength(1), z.maxLength(2)),
    }),
  ),
  history: z
    .array(
      z.object({
        at: instant,
        kind: z.enum(['added', 'changed']),
        by: z.enum(['hand', 'file', 'page']),
        validUntil: day,
      }),
    )
    .check(z.maxLength(MOST_EVENTS)),
});

export const certificateSchema = z.object({
  id,
  subject: id,
  kind: z.enum(['ca', 'seal']),
  generation: z.enum(['old', 'new']),
  label: line,
  holder: z.nullable(line),
  validFrom: z.nullable(day),
  validUntil: day,
  createdAt: instant,
  details: z.nullable(certificateDetailsSchema),
});

export const journeySchema = z.object({
  id,
  subject: id,
  system: id,
  guide: id,
  pack: id,
  packVersion: id,
  startedAt: instant,
});

const bodySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    state: z.enum(PAGE_STATES),
    via: z.optional(login),
    fresh: z.optional(z.literal(true)),
  }),
  z.object({ kind: z.literal('step'), step: id }),
  z.object({ kind: z.literal('skip'), step: id }),
  z.object({ kind: z.literal('chosen'), guide: z.nullable(id), again: z.optional(z.boolean()) }),
  z.object({ kind: z.literal('answer'), question: id, answer: yesOrNo }),
  z.object({ kind: z.literal('holds-new'), answer: yesOrNo }),
  z.object({ kind: z.literal('trouble'), trouble: id, answer: yesOrNo }),
  z.object({
    kind: z.literal('circumstance'),
    of: z.enum(CIRCUMSTANCES),
    value: id,
    answer: yesOrNo,
  }),
  z.object({ kind: z.literal('warned') }),
  z.object({ kind: z.literal('retraction'), of: id }),
]);

/** Who can state what: a page never forges the person's word, nor a person the page's (design.md §3.5). */
const ASSERTION_OF = {
  page: 'seen',
  warned: 'seen',
  step: 'said',
  skip: 'said',
  chosen: 'said',
  answer: 'said',
  'holds-new': 'said',
  trouble: 'said',
  circumstance: 'said',
  retraction: 'retracted',
} as const satisfies Record<Fact['body']['kind'], Fact['assertion']>;

const place = z.nullable(z.int().check(z.nonnegative()));

const factShape = {
  id,
  journey: id,
  assertion: z.enum(['seen', 'said', 'retracted']),
  body: bodySchema,
  at: instant,
  tab: place,
  frame: place,
  document: z.nullable(id),
};

const isCoherent = (fact: { assertion: Fact['assertion']; body: Fact['body'] }) =>
  ASSERTION_OF[fact.body.kind] === fact.assertion;

export const newFactSchema = z.object(factShape).check(z.refine(isCoherent, { path: ['assertion'] }));

export const factSchema = z
  .object({ ...factShape, order: z.int().check(z.positive()) })
  .check(z.refine(isCoherent, { path: ['assertion'] }));

const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

const TAUGHT_TARGETS = TARGET_NAMES.filter(
  (name): name is Exclude<TargetName, 'result'> => name !== 'result',
);
// Of a taught control only the shape: what it may be called is asked where it is used (`lib/page/taught.ts`).
const taught = z.object({
  target: z.enum(TAUGHT_TARGETS),
  name: line,
  role: z.enum(['button', 'field', 'choice']),
  near: z.optional(z.array(line)),
  css: z.optional(line),
});
const siteProfile = z.object({
  system: id,
  controls: z.array(taught),
  notIt: z.optional(z.array(taught)),
});

export const settingsShape = {
  preview: z.nullable(day),
  largeType: z.boolean(),
  announced: z.record(z.string(), z.number()),
  thresholds: z.array(z.int().check(z.positive(), z.maximum(365))),
  quiet: z.nullable(z.object({ from: timeOfDay, until: timeOfDay })),
  snoozed: z.record(z.string(), day),
  cardPlaces: z.record(z.string(), z.object({ corner: z.enum(CORNERS), minimised: z.boolean() })),
  rosterViews: z.array(savedViewSchema),
  rosterDeadline: z.nullable(day),
  callTally: z.record(day, z.record(id, z.int().check(z.positive()))),
  noticeRegion: z.nullable(line),
  siteProfiles: z.array(siteProfile).check(z.maxLength(20)),
};

/** A setting this version does not know is passed over, not called bad: a later one may have written it. */
export const settingSchema = z
  .object({ key: id, value: z.unknown() })
  .check(
    z.refine(
      (row) =>
        !Object.hasOwn(settingsShape, row.key) ||
        settingsShape[row.key as keyof Settings].safeParse(row.value).success,
      { path: ['value'] },
    ),
  );

export type RowParity = [
  Proof<SameShape<z.infer<typeof subjectSchema>, SubjectRow>>,
  Proof<SameShape<z.infer<typeof certificateSchema>, CertificateRow>>,
  Proof<SameShape<z.infer<typeof journeySchema>, Journey>>,
  Proof<SameShape<z.infer<typeof factSchema>, Fact>>,
  Proof<SameShape<z.infer<typeof newFactSchema>, NewFact>>,
  Proof<SameShape<z.infer<typeof settingSchema>, SettingRow>>,
  Proof<SameShape<{ [K in keyof typeof settingsShape]: z.infer<(typeof settingsShape)[K]> }, Settings>>,
];
