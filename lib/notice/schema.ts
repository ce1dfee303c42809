/**
 * The schema of `rebind.notice/1`. Unknown optional fields are left out, so that a newer pack opens in an
 * older client; what must be understood is named in `requires` and checked before (see `load.ts`).
 */
import { z } from 'zod';
import { TROUBLE_STATES } from '@/lib/page/model';
import { AMENDED_LISTS } from './amendment';
import { ACTIONS, BUSINESS_TYPES, LEVELS, OBLIGATION_ENDS, PAYERS } from './explanation';
import { type NoticePack, PACK_FORMAT } from './model';
import { guide } from './schema-guides';
import {
  areaCode,
  choice,
  copies,
  count,
  date,
  filledList,
  host,
  id,
  list,
  money,
  object,
  phrase,
  postcode,
  telephone,
  text,
  timeZone,
  truth,
  url,
  version,
  words,
} from './schema-leaves';
import { siteProfile } from './schema-profiles';
import { audience, lead, moment, sourced, span, when } from './schema-sourcing';

const acceptance = object({
  id,
  certificates: list(id),
  ...span,
  untilAnnouncedLater: truth.optional(),
  when,
  note: text.optional(),
  ...sourced,
});
const system = object({
  id,
  name: text,
  aliases: list(phrase),
  hosts: list(host),
  accepts: list(acceptance),
  ...sourced,
});

const look = object({
  colour: text.optional(),
  vendor: text.optional(),
  label: text.optional(),
  description: text.optional(),
});
const certificate = object({
  id,
  kind: choice(['ca', 'seal']),
  generation: choice(['old', 'new']),
  name: text,
  issuer: text.optional(),
  provider: text.optional(),
  issuerPhrases: list(phrase),
  holder: choice(['unit', 'legal-person', 'person']).optional(),
  role: choice(['main', 'sub']).optional(),
  look: look.optional(),
  keep: list(object({ must: truth, why: text, when, ...sourced })).optional(),
  ...sourced,
});
const keyCount = object({
  id,
  certificates: filledList(id),
  count,
  soft: truth,
  moreBy: id.optional(),
  when,
  text,
  ...sourced,
});

const renewalLeads = { opens: lead.optional(), closes: lead.optional(), graceAfter: lead.optional() };

const renewalWindow = object({
  id,
  certificates: filledList(id),
  opensDaysBefore: count.optional(),
  closesDaysBefore: count.optional(),
  ...renewalLeads,
  when,
  note: text.optional(),
  ...sourced,
});

export const trouble = object({
  id,
  kind: choice(['driver-conflict', 'message', 'other']),
  title: text.optional(),
  phrases: list(phrase),
  states: filledList(choice(TROUBLE_STATES)).optional(),
  text,
  cause: text.optional(),
  cure: filledList(text).optional(),
  dont: filledList(text).optional(),
  environment: truth.optional(),
  contact: id.optional(),
  ...sourced,
});

const noticeAudience = object({
  id: audience,
  name: text,
  aliases: list(phrase),
  levels: list(choice(LEVELS)),
  named: truth,
  duty: choice(['must', 'may', 'nothing', 'not-stated']),
  note: text.optional(),
  ...sourced,
});
const phase = object({
  id,
  name: text,
  ...span,
  audiences: filledList(audience).optional(),
  levels: filledList(choice(LEVELS)).optional(),
  within: id.optional(),
  text,
  lastDay: text.optional(),
  ...sourced,
});

const byApplication = object({
  materials: list(id),
  place: id.optional(),
  contact: id.optional(),
  wait: lead.optional(),
});
const permission = object({
  id,
  action: choice(ACTIONS),
  verdict: choice(['allows', 'forbids', 'not-stated']),
  ...span,
  workingDaysOnly: truth.optional(),
  when,
  text,
  byApplication: byApplication.optional(),
  ...sourced,
});

const post = object({
  recipient: text,
  postcode: postcode.optional(),
  number: telephone.optional(),
  note: text.optional(),
});

const makeUps = filledList(object({ from: date, until: date, text: text.optional(), ...sourced })).optional();

const obligation = object({
  id,
  text,
  when,
  from: moment.optional(),
  due: moment.optional(),
  soft: truth,
  optional: truth.optional(),
  dueOf: text.optional(),
  mattersUntil: date.optional(),
  endedBy: choice(OBLIGATION_ENDS).optional(),
  makeUps,
  after: list(id).optional(),
  where: list(object({ when, text, place: id.optional(), contact: id.optional(), ...sourced })),
  materials: list(id),
  ask: text.optional(),
  notes: list(object({ text, ...sourced })).optional(),
  ...sourced,
});

const fees = object({
  tariffs: list(
    object({
      id,
      name: text,
      ca: money.optional(),
      seal: money.optional(),
      total: money,
      per: choice(['year', 'once']).optional(),
      ...sourced,
    }),
  ),
  charges: list(
    object({
      id,
      business: choice(BUSINESS_TYPES),
      when,
      tariff: id.optional(),
      payer: choice(PAYERS),
      note: text.optional(),
      certificates: filledList(id).optional(),
      set: choice(['first', 'further']).optional(),
      ...sourced,
    }),
  ),
});

const contact = object({
  role: id,
  name: text,
  person: words.optional(),
  number: telephone,
  areaCode: areaCode.optional(),
  about: text,
  publishedOn: date,
  when,
  hours: text.optional(),
  ...sourced,
});

const fileForm = z.discriminatedUnion(
  'kind',
  [
    object({
      kind: z.literal('paper'),
      stamped: truth.optional(),
      copies: copies.optional(),
      copy: truth.optional(),
    }),
    object({
      kind: z.literal('scan'),
      colour: truth.optional(),
      stamped: truth.optional(),
      types: list(words).optional(),
    }),
  ],
  'kind',
);

const amendment = object({
  id,
  list: choice(AMENDED_LISTS),
  fact: id,
  text,
  withdrawn: z.literal(true, 'truth').optional(),
  words: text.optional(),
  begins: moment.optional(),
  due: moment.optional(),
  soft: truth.optional(),
  mattersUntil: date.optional(),
  makeUps,
  ...span,
  person: words.optional(),
  number: telephone.optional(),
  areaCode: areaCode.optional(),
  address: text.optional(),
  hours: text.optional(),
  ca: money.optional(),
  seal: money.optional(),
  total: money.optional(),
  payer: choice(PAYERS).optional(),
  opensDaysBefore: count.optional(),
  closesDaysBefore: count.optional(),
  ...renewalLeads,
  ...sourced,
});

export const packSchema = object({
  format: z.literal(PACK_FORMAT, 'format'),
  requires: list(words),
  id,
  version,
  title: text,
  issuer: text,
  documentNumber: words,
  urgency: text.optional(),
  restsOn: list(object({ title: text, documentNumber: words.optional() })),
  signedOn: date,
  publishedOn: date,
  source: url.optional(),
  region: text,
  timeZone,
  validity: object(span),
  supplements: list(id),
  corrects: list(id).optional(),
  replaces: list(id),
  amendments: list(amendment).optional(),
  mainSystem: id,
  systems: list(system),
  certificates: list(certificate),
  keyCounts: list(keyCount),
  audiences: list(noticeAudience),
  activities: list(object({ id, name: text })),
  events: list(object({ id, name: text })).optional(),
  batches: list(object({ id, name: text, units: list(phrase), who: text.optional(), ...span, ...sourced })),
  phases: list(phase),
  permissions: list(permission),
  obligations: list(obligation),
  fees,
  contacts: list(contact),
  places: list(
    object({ id, name: text, address: text, hours: text.optional(), post: post.optional(), ...sourced }),
  ),
  materials: list(object({ id, name: text, attachment: id.optional(), forms: list(fileForm), ...sourced })),
  attachments: list(object({ id, number: count, title: text, url: url.optional(), ...sourced })),
  warnings: list(
    object({
      id,
      kind: choice(['rule', 'silence', 'do-not-press', 'keep', 'advice']),
      text,
      when,
      ...span,
      labels: list(phrase).optional(),
      ...sourced,
    }),
  ),
  troubles: list(trouble),
  guides: list(guide),
  statements: list(object({ id, text, when, ...sourced })),
  silences: list(object({ id, text, when, ask: id.optional(), ...sourced })),
  siteProfiles: list(siteProfile).optional(),
  renewals: list(renewalWindow).optional(),
});

// --- parity with model.ts, proved at compile time -------------------------------------------------------

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
type Parsed = Frozen<z.output<typeof packSchema>>;
type Assignable<From, To> = [From] extends [To] ? true : never;

/** Compiles only while every parsed pack is a `NoticePack` and every `NoticePack` could be parsed. */
export const SCHEMA_PARITY: readonly [
  Assignable<Parsed, NoticePack>,
  Assignable<Omit<NoticePack, 'following'>, Parsed>,
] = [true, true];
