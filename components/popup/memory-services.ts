/** The popup's services in memory: for tests and for looking at the popup without a browser's store. */

import type { PageReading } from '@/lib/environment/model';
import { beginJourney, findGuide } from '@/lib/guide/journey';
import { obligationJourney, wordFact } from '@/lib/guide/obligation-words';
import { placeWord } from '@/lib/guide/word-place';
import { builtinPack, builtinPacks } from '@/lib/notice/builtin';
import { announcementKey } from '@/lib/reminder/announcements';
import type { StoreFailureKind } from '@/lib/store/model';
import { StoreFailure } from '@/lib/store/model';
import { noticesOf } from './notices';
import type { DataHealth, Heard, PopupMemory, PopupRecords, PopupServices, PopupTab } from './services';

export interface MemoryServices extends PopupServices {
  /** What is kept now. */
  readonly records: PopupRecords;
  readonly memory: PopupMemory;
  /** Calls that reach out of the popup, in order. */
  readonly calls: string[];
  /** Every reading, or every write, fails from now on; null: all is well again. */
  failReads(kind: StoreFailureKind | null): void;
  failWrites(kind: StoreFailureKind | null): void;
  /** Changes what is kept as another page would. */
  change(part: Partial<PopupRecords>): void;
}

const NOTHING: PopupRecords = {
  namespace: 'real',
  preview: null,
  largeType: false,
  thresholds: [90, 60, 30, 15, 7, 3, 1],
  snoozed: {},
  subjects: [],
  certificates: [],
  facts: [],
};

/**
 * @param now the instant the popup lives at
 * @param start what is there from the beginning
 */
export function memoryServices(
  now: string,
  start: {
    readonly records?: Partial<PopupRecords>;
    readonly memory?: Partial<PopupMemory>;
    readonly tabs?: readonly PopupTab[];
    readonly health?: DataHealth;
    /** What the system's open page answers about its environment; null: none is open. */
    readonly page?: PageReading | null;
  } = {},
): MemoryServices {
  let records: PopupRecords = { ...NOTHING, ...start.records };
  let memory: PopupMemory = { subject: null, draft: null, ...start.memory };
  let tabs = start.tabs ?? [];
  let health: DataHealth = start.health ?? { lost: false, unreadable: 0 };
  let readFailure: StoreFailureKind | null = null;
  let writeFailure: StoreFailureKind | null = null;
  let drawn = 0;
  const calls: string[] = [];
  const hearers = new Set<(heard: Heard) => void>();

  const answer = (): Heard =>
    readFailure === null ? { ok: true, records } : { ok: false, failure: readFailure };
  const change = (part: Partial<PopupRecords>) => {
    records = { ...records, ...part };
    for (const hear of hearers) hear(answer());
  };
  const write = async (part: () => Partial<PopupRecords>) => {
    if (writeFailure !== null) throw new StoreFailure(writeFailure);
    change(part());
  };
  const addFact = (subject: string, body: Parameters<typeof wordFact>[3]) => {
    const { id } = obligationJourney(builtinPack, subject, now);
    const order = records.facts.length + 1;
    return write(() => ({
      facts: [...records.facts, { ...wordFact(`fact-${order}`, id, now, body), order }],
    }));
  };
  const without = <T extends { readonly id: string }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.id !== id);
  return {
    pack: builtinPack,
    notices: noticesOf(builtinPacks, builtinPack.mainSystem),
    officialAddress: 'http://jszfcg.jsczt.cn/',
    calls,
    get records() {
      return records;
    },
    get memory() {
      return memory;
    },
    failReads(kind) {
      readFailure = kind;
      change({});
    },
    failWrites(kind) {
      writeFailure = kind;
    },
    change,
    now: () => new Date(now),
    newId: () => `id-${++drawn}`,
    watch(hear, signal) {
      hearers.add(hear);
      signal.addEventListener('abort', () => hearers.delete(hear), { once: true });
      queueMicrotask(() => signal.aborted || hear(answer()));
    },
    recall: async () => memory,
    remember(part) {
      memory = { ...memory, ...part };
    },
    saveSubject: (row) => write(() => ({ subjects: [...without(records.subjects, row.id), row] })),
    removeSubject: (id) =>
      write(() => ({
        subjects: without(records.subjects, id),
        certificates: records.certificates.filter((row) => row.subject !== id),
        facts: records.facts.filter((fact) => !fact.journey.startsWith(`${id}/`)),
      })),
    saveCertificate: (row) =>
      write(() => ({ certificates: [...without(records.certificates, row.id), row] })),
    removeCertificate: (id) => write(() => ({ certificates: without(records.certificates, id) })),
    say: (subject, obligation, given) =>
      addFact(subject, { kind: 'answer', question: obligation, answer: given }),
    tell: (subject, guide, word) => {
      const journeys = builtinPack.guides.map((each) =>
        beginJourney({ pack: builtinPack, subject, guide: each, startedAt: now }),
      );
      const placed = placeWord({
        pack: builtinPack,
        subject,
        guide: findGuide(builtinPack, guide),
        word,
        known: records.facts,
        journeys: [...journeys, obligationJourney(builtinPack, subject, now)],
        at: now,
      });
      const order = records.facts.length + 1;
      return write(() => ({
        facts: placed
          ? [...records.facts, { ...wordFact(`fact-${order}`, placed.journey.id, now, placed.body), order }]
          : records.facts,
      }));
    },
    sayTrouble: (subject, trouble, given) => addFact(subject, { kind: 'trouble', trouble, answer: given }),
    browserFloor: { chromium: 109, firefox: 128 },
    readEnvironment: async () => ({
      machine: { userAgent: 'Mozilla/5.0 Chrome/150.0.0.0', brands: [], now: new Date(now), offset: -480 },
      page: start.page ?? null,
    }),
    sayCircumstance: (subject, said) => addFact(subject, { kind: 'circumstance', ...said }),
    retract: (word) => addFact(word.subject, { kind: 'retraction', of: word.fact }),
    snooze: (row, until) => write(() => ({ snoozed: { ...records.snoozed, [announcementKey(row)]: until } })),
    saveCalendar: async (dates, describe) => void calls.push(`calendar ${dates.map(describe).join(' | ')}`),
    copyText: async (text) => void calls.push(`copy ${text}`),
    tabs: async () => tabs,
    async chooseSubject(tab, subject) {
      calls.push(`choose ${tab} ${subject}`);
      const isOpen = tabs.some((each) => each.tab === tab);
      tabs = tabs.map((each) => (each.tab === tab ? { ...each, subject, waiting: false } : each));
      return isOpen;
    },
    health: async () => health,
    saveRescue: async () => {
      if (writeFailure !== null) throw new StoreFailure(writeFailure);
      calls.push('rescue');
    },
    acknowledgeLoss: async () => {
      health = { ...health, lost: false };
      calls.push('acknowledge loss');
    },
    shortcut: async () => 'Alt+K',
    leavePreview: () => write(() => ({ preview: null, namespace: 'real' })),
    openOfficialSite: () => void calls.push('official site'),
    openPractice: () => void calls.push('practice'),
    openSummary: (_, guide) => void calls.push(`summary ${guide}`),
    openSettings: () => void calls.push('settings'),
    openPrint: () => void calls.push('print'),
    openAddFiles: () => void calls.push('add files'),
    openGuide: (subject) => void calls.push(`guide of ${subject}`),
  };
}
