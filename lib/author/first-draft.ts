/**
 * A whole notice taken down at once, for its author to check entry by entry: what a program reads is a suggestion, and
 * nothing of it leaves the form before a person has looked at it beside its clause. Pure.
 */
import { addDays, isCalendarDate } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { amends } from './base';
import { type Clause, OUTSIDE } from './clauses';
import { addEntry, type Draft, entriesOf, setField } from './draft';
import { findDays } from './finds';
import { annexesIn, isReadable, nameAnnexes } from './reading/annexes';
import { amendmentsIn, movedUses } from './reading/changes';
import { type Found, type NoticeContext, type Place, placeOf, readClause, without } from './reading/clause';
import { withEvents } from './reading/events';
import { headerIn, latinOf } from './reading/header';
import { headedPhase } from './reading/headings';
import { begunKeysIn, keysIn, keysNow, namedKeysIn, providedKeysIn, servedKeysIn } from './reading/keys';
import { linkChange, linkEntries } from './reading/links';
import { withAddressed, withContactNames, withProviders, withSeals } from './reading/of-whole';
import { shortNamesIn } from './reading/papers';
import { joinMeanwhile, sentencesOf, wholeOf } from './reading/sentences';
import { sayTables } from './reading/tables';
import { attachmentsIn } from './reading/things';
import type { ReadingContext } from './reading/whom';
import { basesIn } from './reading/words';
import type { SectionName } from './sections';

/** What the reading needs besides the text. */
export interface FirstDraftParts extends ReadingContext {
  /** The notice that is changed, where the draft changes one. */
  readonly base: NoticePack | null;
  /** A text's initials by sound, for the pack's id. */
  readonly initials: (text: string) => string;
}

/** Stands in `unchecked` for the notice's own fields. */
export const HEADER_ITSELF = 'header';

/** Of a notice that changes another: its changes, and what is new in it. */
function readChange(clause: Clause, place: Place, context: NoticeContext, base: NoticePack): Found {
  const changesOf = (of: Clause) =>
    amendmentsIn(of, context.year, base).filter((each) => each.fact !== undefined);
  // A clause may change one thing and ask for another: what changes nothing is read like any other notice's.
  const rest = without(clause, (text) => changesOf({ ...clause, text }).length > 0);
  return [
    ['amendments', changesOf(clause)],
    ['uses', movedUses(clause, context.year, base)],
    ...readClause(rest, place, context),
  ];
}

/** Whether nobody has taken anything down yet: what stands there is the system alone. */
export function isUntouched(draft: Draft): boolean {
  return Object.values(draft.entries).every((entries) =>
    entries.every(({ cite, id }) => cite === '通知外' && id === 'systems-1'),
  );
}

/** Names of the system that the notice is about: “临采通”系统. */
const systemIn = (text: string) =>
  /[“"「]([^”"」]{2,16})[”"」]\s*(?:系统|平台|采购)/.exec(text)?.[1] ??
  /(?:系统|平台)[（(](?:以下|下)?(?:简)?称\s*[“"「]([^”"」]{2,12})[”"」]/.exec(text)?.[1] ??
  /((?:政府)?采购(?:电子)?(?:交易|管理|服务)?(?:平台|系统))/.exec(text)?.[1] ??
  '';

/** 「预算管理一体化系统仍使用信达CA」: without quotation marks, and the old key by its name. */
function plainSystem(sentence: string, { entries }: Draft): string | undefined {
  const match =
    /([\p{Script=Han}]{3,20}?(?:系统|平台))(?:暂)?(?:仍|继续)(?:旧|需|须|可)?使用([^，,。；;]{2,16})/u.exec(
      sentence,
    );
  const [, name, key = ''] = match ?? [];
  const isOld =
    /^(?:原|旧|老)/.test(key) ||
    entries.keys.some((each) => each.generation === 'old' && key.startsWith(each.name));
  return isOld ? name : undefined;
}

/** 「“某平台”仍使用原CA」, or the old key by its name. */
function quotedSystem(sentence: string, { entries }: Draft): string | undefined {
  const [, name, key = ''] =
    /[“"「]([^”"」]{2,30})[”"」]\s*(?:系统|平台)?(?:暂)?(?:仍|继续)(?:旧|需|须|可)?使用([^，,。；;]{1,16})/.exec(
      sentence,
    ) ?? [];
  const isOld =
    /^(?:原|旧|老)/.test(key) ||
    entries.keys.some((each) => each.generation === 'old' && key.startsWith(each.name));
  return isOld ? name : undefined;
}

/** 「东盾CA锁在某系统继续使用」: the old key by its name, and then where. */
function systemOfKey(sentence: string, { entries }: Draft): string | undefined {
  const [, key = '', name] =
    /^([^，,。；;]{2,14}?(?:CA锁|CA|证书|锁)[^，,。；;在]{0,4})(?:仍|还)?在[“"「]?([^”"」，,。；;]{2,24}?(?:系统|平台))[”"」]?(?:中|上|内)?(?:仍|继续|暂)[^，,。；;]{0,6}使用/.exec(
      sentence,
    ) ?? [];
  return entries.keys.some((each) => each.generation === 'old' && key.startsWith(each.name))
    ? name
    : undefined;
}

/** 「原CA在“某系统”继续使用至12月31日」: the key first, and then where. */
const goesOnIn = (sentence: string) =>
  /(?<!新)(?:CA|证书|锁|介质)(?:还|仍|另)(?:需|须|要)?(?:用于|用在)[“"「]?([^”"」，,。；;]{2,30}?(?:系统|平台))/.exec(
    sentence,
  )?.[1] ??
  /(?:原|旧|老)[^，,。；;]{0,14}?(?:CA|证书|锁|介质)[^，,。；;]{0,4}?(?:在|于)[“"「]?([^”"」，,。；;]{2,30}?(?:系统|平台))[”"」]?(?:中|上|内)?(?:仍|继续|暂)[^，,。；;]{0,6}使用/.exec(
    sentence,
  )?.[1];

/** Systems that go on with the old key, as far as the notice names them: “某平台”仍使用原CA. */
function otherSystems(
  draft: Draft,
  clauses: readonly Clause[],
  { initials, year }: { readonly initials: (text: string) => string; readonly year: number },
): Draft {
  let next = draft;
  const olds = draft.entries.keys.filter(({ generation }) => generation === 'old');
  for (const { text, cite } of clauses) {
    for (const sentence of sentencesOf(text)) {
      const name =
        quotedSystem(sentence, next) ??
        systemOfKey(sentence, next) ??
        goesOnIn(sentence) ??
        plainSystem(sentence, next);
      if (name === undefined || next.entries.systems.some((each) => name.includes(each.name))) continue;
      // 原CA and 原签章 are told apart where the sentence names one of them only.
      const [ca, seal] = [/CA|证书|锁|介质/.test(sentence), /章/.test(sentence)];
      const old = olds.filter(({ kind }) => ca === seal || (kind === 'ca') === ca).map(({ id }) => id);
      const last = findDays(sentence, year).find(({ role }) => role === 'due');
      const code = latinOf(name, initials).slice(0, 24);
      const added = addEntry(next, 'systems', { name, code, cite });
      const use = {
        system: added.id,
        keys: old,
        ...(last && { until: last.date }),
        untilLater: /另行通知/.test(sentence),
        note: wholeOf(sentence),
        cite,
      };
      next = old.length === 0 ? added.draft : addEntry(added.draft, 'uses', use).draft;
    }
  }
  return next;
}

function withSystem(draft: Draft, text: string): Draft {
  const known = draft.entries.systems[0];
  const named = systemIn(text);
  if (!known || named === '' || text.includes(known.name)) return draft;
  // Another system's address is not in the notice; the one the form begins with would be wrong.
  const renamed = setField(draft, 'systems', known.id, 'name', named);
  return setField(renamed, 'systems', known.id, 'hosts', '');
}

/**
 * The draft with everything that could be read from its text; what is written already stays. Never throws.
 * @returns the draft, all of whose new entries are still to be checked
 */
export function takeDown(draft: Draft, clauses: readonly Clause[], parts: FirstDraftParts): Draft {
  const { base } = parts;
  const fresh = headerIn(draft.noticeText, clauses, parts.initials);
  const header = Object.fromEntries(
    Object.entries(draft.header).map(([field, value]) => [
      field,
      value === '' ? (fresh[field as keyof typeof fresh] ?? '') : value,
    ]),
  ) as Draft['header'];
  const year = Number((header.publishedOn || header.signedOn).slice(0, 4)) || parts.year;
  const context = { year, known: parts.known, shortNames: shortNamesIn(draft.noticeText) };
  let next: Draft = { ...withSystem(draft, draft.noticeText), header };
  const before = new Set(everyId(next));
  const annexes = annexesIn(clauses);
  for (const written of clauses) {
    if (written.cite === OUTSIDE.signature || !isReadable(written, clauses)) continue;
    if (written.isHeading) {
      const phases = amends(draft) ? [] : headedPhase(written, clauses, context);
      for (const phase of phases) next = addOnce(next, 'phases', phase);
      continue;
    }
    const clause = { ...written, text: nameAnnexes(joinMeanwhile(sayTables(written.text)), annexes) };
    const place = placeOf(clause, clauses);
    const found: Found =
      clause.cite === OUTSIDE.head
        ? [
            ['bases', basesIn(clause)],
            ['keys', keysOfHead(clause, draft.noticeText)],
          ]
        : clause.cite === OUTSIDE.attachments
          ? [['attachments', attachmentsIn(clause)]]
          : base && amends(draft)
            ? readChange(clause, place, context, base)
            : readAnswer(clause, readClause(clause, place, context));
    for (const [section, entries] of found) {
      for (const entry of entries) next = addOnce(next, section, { ...entry, cite: clause.cite });
    }
  }
  next = withContactNames(next, before);
  // What another notice already says is not concluded anew from its change.
  if (!amends(draft)) {
    next = withAddressed(withOldName(withKeys(next, clauses), clauses), clauses, context);
    next = linkEntries(
      otherSystems(withUses(next), clauses, { initials: parts.initials, year }),
      clauses,
      parts.known,
    );
  } else next = linkChange(next, clauses);
  next = withEvents(
    next,
    new Set(everyId(next).filter((id) => !before.has(id))),
    amends(draft) ? base : null,
  );
  const unchecked = everyId(next).filter((id) => !before.has(id));
  // The system that the form begins with may not be this notice's.
  const begun = next.entries.systems.filter(({ id }) => before.has(id)).map(({ id }) => id);
  return { ...next, unchecked: [...next.unchecked, HEADER_ITSELF, ...begun, ...unchecked] };
}

function everyId(draft: Draft): readonly string[] {
  return Object.values(draft.entries).flatMap((entries) => entries.map(({ id }) => id));
}

/** Parts that tell what everybody has to do or pay. */
const OF_EVERYBODY: readonly SectionName[] = ['duties', 'charges', 'materials', 'phases', 'rules', 'batches'];

/** 「问：忘记口令怎么办？」: what the answer asks is asked of whoever it happened to, so that it stays in its own words. */
function readAnswer(clause: Clause, found: Found): Found {
  const isTrouble =
    /问\s*[:：][^\n]*(?:怎么办|怎么处理|如何处理|什么原因|忘记|丢失|遗失|失败|报错|不上|不了)/.test(
      clause.text,
    );
  if (!isTrouble) return found;
  const told = found.find(([section]) => section === 'statements')?.[1] ?? [];
  const duties = found.find(([section]) => section === 'duties')?.[1] ?? [];
  return [
    ...found.filter(([section]) => !OF_EVERYBODY.includes(section) && section !== 'statements'),
    ['statements', [...told, ...duties.map((duty) => ({ text: 'text' in duty ? duty.text : '' }))]],
  ];
}

/** The keys that the notice's first words tell of, where they call the new one by its own name. */
function keysOfHead(clause: Clause, notice: string): readonly object[] {
  const served = servedKeysIn(notice);
  if (served.length > 0) return served;
  const now = keysNow(clause.text);
  if (now.length > 0) return now;
  const told = [...keysIn(clause), ...begunKeysIn(clause.text)];
  return told.some(({ generation, name = '' }) => generation === 'new' && /^(?:新|CA|数字证书)/.test(name))
    ? []
    : told;
}

/** What another clause has named already is not taken down twice: a key, a paper, an audience. */
const NAMED_BY: Partial<Record<SectionName, string>> = {
  audiences: 'audience',
  keys: 'name',
  materials: 'name',
  attachments: 'number',
  bases: 'title',
};

/** A fact that two clauses move to the same day, the phase and then its last day, is moved once. */
function isSameMove(draft: Draft, section: SectionName, entry: Readonly<Record<string, unknown>>): boolean {
  const of = section === 'amendments' ? 'fact' : section === 'uses' ? 'insteadOf' : null;
  if (of === null || (entry[of] ?? '') === '') return false;
  const parts = ['from', 'until', 'due', 'number', 'ca', 'seal', 'total', 'withdrawn'];
  return entriesOf(draft, section).some(
    (each) => each[of] === entry[of] && parts.every((part) => (each[part] || '') === (entry[part] || '')),
  );
}

function addOnce(draft: Draft, section: SectionName, entry: Readonly<Record<string, unknown>>): Draft {
  const field = NAMED_BY[section];
  const isThere =
    (field !== undefined && entriesOf(draft, section).some((each) => each[field] === entry[field])) ||
    isSameMove(draft, section, entry);
  return isThere ? draft : addEntry(draft, section, entry).draft;
}

/** Where no clause says which key becomes which, the old and the new one by their names in the text. */
function withKeys(draft: Draft, clauses: readonly Clause[]): Draft {
  // A key that is told of by its provider has a name of its own; 新CA is what it is called before and after that.
  return withProviders(
    withSeals(keysBy(namedKeysIn, keysBy(providedKeysIn, draft, clauses), clauses), clauses),
    clauses,
  );
}

function keysBy(reader: typeof namedKeysIn, draft: Draft, clauses: readonly Clause[]): Draft {
  return clauses.reduce((next, clause) => {
    if (clause.isHeading || clause.cite === OUTSIDE.head) return next;
    const missing = reader(clause).filter(
      ({ generation }) =>
        !next.entries.keys.some((key) => key.generation === generation && key.kind === 'ca'),
    );
    return missing.reduce((grown, key) => addOnce(grown, 'keys', { ...key, cite: clause.cite }), next);
  }, draft);
}

/** 原国信CA, where the old key is told of by its system alone and one name for it stands elsewhere in the text. */
function withOldName(draft: Draft, clauses: readonly Clause[]): Draft {
  const key = draft.entries.keys.find((each) => each.generation === 'old' && each.kind === 'ca');
  if (!key || !/系统|平台|^原?CA/.test(key.name)) return draft;
  const names = clauses.flatMap(({ text }) =>
    [...text.matchAll(/原([\p{Script=Han}A-Za-z]{2,8}?)CA(?!数字|公司)/gu)].map((match) => match[1] ?? ''),
  );
  const [name, ...others] = new Set(names.filter((each) => !/有|系统|的|由|新|绑|CA/.test(each)));
  if (name === undefined || others.length > 0) return draft;
  const renamed = setField(draft, 'keys', key.id, 'name', `原${name}CA`);
  return setField(renamed, 'keys', key.id, 'phrases', name);
}

/**
 * That what ends was in use until then no clause says: it is a conclusion, and a notice's data say whose and from which words
 * (they are Chinese, whatever language the form is shown in).
 */
const concludedFrom = (words: string) => ({
  basis: 'inferred',
  inferredBy: `Rebind：由“${words}”推知此前在用`,
});

/** What the system accepts, as phases and rules tell it: the new from the first day it may be used, the old until its last. */
function withUses(draft: Draft): Draft {
  const [system] = draft.entries.systems;
  const { phases, rules, keys } = draft.entries;
  const keysOf = (generation: string) =>
    keys.filter((key) => key.generation === generation).map(({ id }) => id);
  const begun = [
    ...phases.filter(({ useNew }) => useNew === 'allows'),
    ...rules.filter(({ action, verdict }) => action === 'use-new' && verdict === 'allows'),
  ]
    .filter(({ from }) => isCalendarDate(from))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const closing = phases.find(({ useOld, from }) => useOld === 'forbids' && isCalendarDate(from));
  const open = phases.find(({ useOld, until }) => useOld === 'allows' && isCalendarDate(until));
  const last =
    closing && isCalendarDate(closing.from)
      ? { until: addDays(closing.from, -1), cite: closing.cite, ...concludedFrom(closing.text) }
      : open && { until: open.until, cite: open.cite };
  const [fresh, old] = [keysOf('new'), keysOf('old')];
  let next = draft;
  if (!system) return next;
  if (begun && fresh.length > 0) {
    const use = { system: system.id, keys: fresh, from: begun.from, cite: begun.cite };
    next = addEntry(next, 'uses', use).draft;
  }
  return last && old.length > 0
    ? addEntry(next, 'uses', { system: system.id, keys: old, ...last }).draft
    : next;
}
