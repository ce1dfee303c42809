/**
 * Packs nobody wrote: the built-in and the example notices, changed as later notices change them. What comes out
 * is a pack by the border's own rules, or the change is left out.
 */
import fc from 'fast-check';
import { builtinPack } from '@/lib/notice/builtin';
import { addDays } from '@/lib/notice/days';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { examplePacks } from '@/lib/notice/testing/examples';

// biome-ignore lint/suspicious/noExplicitAny: a pack on its way, before the border has read it
type Loose = any;

const KINDS = [
  'phase-moved',
  'permission-dropped',
  'permission-turned',
  'window',
  'batches',
  'gate',
  'two-cas',
  'contact-dropped',
  'no-contacts',
  'no-fees',
  'validity-until',
  'validity-from',
  'phase-for-some',
  'duty',
  'due-moved',
  'fact-over',
  'marks',
  'everyday',
  'guide-dropped',
  'by-activity',
  'working-days',
  'no-english',
] as const;

export interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly a: number;
  readonly b: number;
  readonly days: number;
}

export const BASES: readonly NoticePack[] = [
  builtinPack,
  ...Object.values(examplePacks).filter(
    ({ supplements, corrects }) => supplements.length === 0 && !corrects?.length,
  ),
];

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(30),
  b: fc.nat(30),
  days: fc.integer({ min: -30, max: 30 }),
});

export interface Recipe {
  readonly base: number;
  readonly edits: readonly Edit[];
  /** A supplement that moves days of the base. */
  readonly later: { readonly a: number; readonly days: number } | null;
  /** A notice that takes its place, made from the same base. */
  readonly next: readonly Edit[] | null;
}

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  base: fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.nat(BASES.length - 1) },
  ),
  edits: fc.array(edit, { maxLength: 5 }),
  later: fc.option(fc.record({ a: fc.nat(30), days: fc.integer({ min: -20, max: 60 }) })),
  next: fc.option(fc.array(edit, { maxLength: 3 })),
});

const at = <T>(list: readonly T[] | undefined, index: number): T | undefined =>
  list && list.length > 0 ? list[index % list.length] : undefined;

const shift = (day: string | undefined, days: number) => (day === undefined ? undefined : addDays(day, days));

/** Takes telephone numbers out of a pack, and every mention of their roles. */
function forgetContacts(pack: Loose, roles: readonly string[]): void {
  pack.contacts = pack.contacts.filter(({ role }: Loose) => !roles.includes(role));
  const strip = (value: Loose): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of ['contact', 'call', 'ask']) if (roles.includes(value[key])) delete value[key];
    for (const each of Object.values(value)) strip(each);
  };
  strip(pack);
}

/** As texts are copied out of a notice: with the mark that came after them. */
const MARKS = ['。', '；', '：', '（试行）', '，', ' '];

/** One change, in place. */
function change(pack: Loose, { kind, a, b, days }: Edit): void {
  const phase: Loose = at(pack.phases, a);
  const permission: Loose = at(pack.permissions, a);
  const obligation: Loose = at(pack.obligations, a);
  switch (kind) {
    case 'phase-moved': {
      if (!phase) return;
      const { from, until } = phase;
      for (const each of [phase, ...pack.permissions]) {
        if (from !== undefined && each.from === from) each.from = shift(from, days);
        if (until !== undefined && each.until === until) each.until = shift(until, days);
      }
      return;
    }
    case 'permission-dropped':
      if (permission) pack.permissions.splice(pack.permissions.indexOf(permission), 1);
      return;
    case 'permission-turned':
      if (permission) permission.verdict = ['allows', 'forbids', 'not-stated'][b % 3];
      if (permission?.verdict === 'not-stated') permission.basis = 'not-stated';
      else if (permission?.basis === 'not-stated') delete permission.basis;
      return;
    case 'window': {
      const from = shift(phase?.from ?? phase?.until, 1 + (b % 9));
      if (!phase || phase.within || !from) return;
      const until = shift(from, b % 4);
      const text = { zh: '系统停机，暂停解绑和绑定。', en: 'The system is down; no unbinding or binding.' };
      pack.phases.push({
        id: `pause-${a}-${b}`,
        name: { zh: '停机', en: 'Pause' },
        within: phase.id,
        from,
        until,
        text,
        cite: '补一',
      });
      for (const action of ['unbind-old', 'bind']) {
        const id = `pause-${action}-${a}-${b}`;
        pack.permissions.push({ id, action, verdict: 'forbids', from, until, text, cite: '补一' });
      }
      return;
    }
    case 'batches': {
      const from = shift(phase?.from ?? pack.publishedOn, b % 10);
      pack.batches = [
        {
          id: 'batch-one',
          name: { zh: '第一批', en: 'Batch one' },
          units: ['甲'],
          from,
          until: shift(from, 7),
          cite: '补二',
        },
        {
          id: 'batch-two',
          name: { zh: '第二批', en: 'Batch two' },
          units: ['乙'],
          from: shift(from, 8),
          until: shift(from, 20),
          cite: '补二',
        },
      ];
      if (!obligation) return;
      obligation.due = {
        kind: 'relative',
        anchor: { kind: b % 2 ? 'batch-from' : 'batch-until' },
        side: 'before',
        lead: { count: b % 5, unit: b % 3 ? 'days' : 'working-days' },
        inclusive: b % 2 === 0,
      };
      if (b % 4 === 0) {
        for (const each of pack.permissions) {
          if (each.action === 'unbind-old' && each.verdict === 'allows')
            each.when = { batches: ['batch-one'] };
        }
      }
      return;
    }
    case 'gate': {
      const other: Loose = at(pack.obligations, b);
      if (obligation && other && other !== obligation) obligation.after = [other.id];
      return;
    }
    case 'two-cas': {
      const ca = pack.certificates.find((each: Loose) => each.kind === 'ca' && each.generation === 'new');
      if (!ca) return;
      pack.certificates.push({
        ...structuredClone(ca),
        id: 'new-ca-other',
        name: { zh: '另一家新CA', en: 'The other new CA' },
      });
      return;
    }
    case 'contact-dropped': {
      const gone: Loose = at(pack.contacts, a);
      if (gone) forgetContacts(pack, [gone.role]);
      return;
    }
    case 'no-contacts':
      forgetContacts(
        pack,
        pack.contacts.map(({ role }: Loose) => role),
      );
      return;
    case 'no-fees':
      pack.fees = { tariffs: [], charges: [] };
      return;
    case 'validity-until':
      pack.validity = {
        ...pack.validity,
        until: shift(phase?.until ?? phase?.from ?? pack.publishedOn, days),
      };
      return;
    case 'validity-from':
      pack.validity = {
        ...pack.validity,
        from: shift(phase?.from ?? phase?.until ?? pack.publishedOn, days),
      };
      return;
    case 'phase-for-some':
      if (!phase) return;
      if (b % 2) phase.audiences = ['budget-unit'];
      else phase.levels = ['city'];
      return;
    case 'duty': {
      const audience: Loose = at(pack.audiences, a);
      audience.duty = ['must', 'may', 'nothing', 'not-stated'][b % 4];
      return;
    }
    case 'due-moved': {
      if (!obligation) return;
      const day = obligation.due?.date ?? phase?.until ?? pack.publishedOn;
      obligation.due =
        b % 7 === 6
          ? { kind: 'announced-later', note: { zh: '日期另行通知。', en: 'The date will be announced.' } }
          : { kind: 'date', date: shift(day, days), inclusive: [true, false, 'not-stated'][b % 3] };
      obligation.soft = b % 5 === 0;
      return;
    }
    case 'fact-over': {
      const fact: Loose = at([pack.warnings, pack.contacts, pack.obligations][b % 3], a);
      if (fact) fact.validUntil = shift(phase?.from ?? phase?.until ?? pack.publishedOn, days);
      return;
    }
    case 'marks': {
      const mark = MARKS[b % MARKS.length];
      for (const each of [
        phase?.name,
        obligation?.text,
        at(pack.contacts as Loose[], a)?.name,
        permission?.text,
      ]) {
        if (each && !/[。；：，\s]$/.test(each.zh)) each.zh += mark;
      }
      return;
    }
    case 'everyday': {
      const guide: Loose = at(pack.guides, a);
      if (guide) guide.unbinds = b % 2 ? 'unbind' : 'unbind-old';
      return;
    }
    case 'guide-dropped': {
      const [gone] = pack.guides.splice(a % Math.max(1, pack.guides.length), 1);
      for (const each of pack.guides) {
        if (each.continues) each.continues = each.continues.filter((id: string) => id !== gone?.id);
      }
      return;
    }
    case 'by-activity': {
      pack.activities = [
        ...pack.activities,
        { id: 'odd-activity', name: { zh: '参加试点', en: 'Takes part' } },
      ];
      if (permission) permission.when = { ...permission.when, activities: ['odd-activity'] };
      return;
    }
    case 'working-days':
      if (permission) permission.workingDaysOnly = true;
      return;
    case 'no-english': {
      const strip = (value: Loose): void => {
        if (typeof value !== 'object' || value === null) return;
        if (typeof value.zh === 'string') delete value.en;
        for (const each of Object.values(value)) strip(each);
      };
      strip(pack.obligations);
      return;
    }
  }
}

const ALL_ABILITIES = [
  'batches',
  'relative-dates',
  'working-day-leads',
  'gates',
  'nested-windows',
  'audience-phases',
  'level-phases',
  'permissions',
  'announced-later',
  'uncertain-ends',
  'soft-dates',
  'activities',
  'conditional-rules',
  'everyday-unbinding',
  'obligations',
];

/** As at the border: null where it is no pack. */
function read(pack: Loose): NoticePack | null {
  const loaded = loadPack(JSON.stringify(pack));
  return loaded.ok ? loaded.pack : null;
}

/** Changes that leave it a pack are kept. */
function changed(base: Loose, edits: readonly Edit[]): { pack: NoticePack; kept: readonly string[] } {
  let draft = structuredClone(base);
  if (edits.length === 0) return { pack: base, kept: [] };
  draft.requires = [...new Set([...draft.requires, ...ALL_ABILITIES])];
  // As a rule they go together; reading a pack takes its time.
  const all = structuredClone(draft);
  for (const each of edits) change(all, each);
  const together = read(all);
  if (together) return { pack: together, kept: edits.map(({ kind }) => kind) };
  let pack: NoticePack = base;
  const kept: string[] = [];
  for (const each of edits) {
    const next = structuredClone(draft);
    change(next, each);
    const loaded = read(next);
    if (!loaded || JSON.stringify(next) === JSON.stringify(draft)) continue;
    kept.push(each.kind);
    draft = next;
    pack = loaded;
  }
  return { pack, kept };
}

function supplementTo(base: NoticePack, { a, days }: { a: number; days: number }): NoticePack | null {
  const obligation = at(
    base.obligations.filter(({ due }) => due?.kind === 'date'),
    a,
  );
  const phase = at(
    base.phases.filter(({ until }) => until !== undefined),
    a,
  );
  const amendments: Loose[] = [];
  if (obligation?.due?.kind === 'date') {
    amendments.push({
      id: 'moved-due',
      list: 'obligations',
      fact: obligation.id,
      due: { ...obligation.due, date: addDays(obligation.due.date, days) },
      text: { zh: '报送日期有变化。', en: 'The day for handing in has moved.' },
      cite: '一',
    });
  }
  if (phase?.until) {
    const until = addDays(phase.until, days);
    amendments.push({
      id: 'moved-phase',
      list: 'phases',
      fact: phase.id,
      until,
      text: { zh: '阶段有变化。', en: 'The phase has moved.' },
      cite: '一',
    });
    for (const each of base.permissions) {
      if (each.until !== phase.until) continue;
      amendments.push({
        id: `moved-${each.id}`,
        list: 'permissions',
        fact: each.id,
        until,
        text: { zh: '办理时间有变化。', en: 'The time has moved.' },
        cite: '一',
      });
    }
  }
  return read({
    ...base,
    requires: ['amendments'],
    id: `${base.id}-later`,
    documentNumber: '某财购〔2026〕88号',
    title: { zh: '补充通知', en: 'Supplement' },
    signedOn: addDays(base.signedOn, 1),
    publishedOn: addDays(base.publishedOn, 1),
    validity: {},
    supplements: [base.id],
    replaces: [],
    phases: [],
    permissions: [],
    obligations: [],
    batches: [],
    activities: [],
    warnings: [],
    troubles: [],
    guides: [],
    statements: [],
    silences: [],
    fees: { tariffs: [], charges: [] },
    amendments,
    siteProfiles: undefined,
    contacts: [],
    keyCounts: [],
    renewals: undefined,
  });
}

export interface StrangePacks {
  readonly base: NoticePack;
  readonly later: NoticePack | null;
  readonly next: NoticePack | null;
  /** Kinds of the changes that were kept. */
  readonly kept: readonly string[];
}

export function makeStrange({ base: index, edits, later, next }: Recipe): StrangePacks {
  const original = BASES[index % BASES.length] ?? builtinPack;
  const { pack: base, kept } = changed(original, edits);
  const successor = next
    ? changed(
        {
          ...structuredClone(base),
          id: `${base.id}-next`,
          documentNumber: '某财购〔2026〕99号',
          signedOn: addDays(base.signedOn, 10),
          publishedOn: addDays(base.publishedOn, 12),
          validity: {},
          replaces: [base.id],
        },
        next,
      )
    : null;
  return {
    base,
    later: later && supplementTo(base, later),
    next: successor?.pack ?? null,
    kept: [...kept, ...(successor?.kept ?? [])],
  };
}

/** Days on which something of the packs begins or ends, and those beside them. */
export function tellingDays(packs: readonly NoticePack[]): readonly string[] {
  const days = new Set<string>();
  const text = packs.map((pack) => {
    const { phases, permissions, obligations, batches, validity, publishedOn, warnings } = pack;
    return JSON.stringify({ phases, permissions, obligations, batches, validity, publishedOn, warnings });
  });
  for (const [day] of text.join('').matchAll(/\d{4}-\d\d-\d\d/g)) {
    for (const by of [-1, 0, 1]) days.add(addDays(day, by));
  }
  return [...days].sort();
}
