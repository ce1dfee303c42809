/**
 * How a practice document is addressed. One address shape serves the extension page and the tests' web site,
 * so the query carries everything: `?skin=classic&state=ca-list`.
 */
import type { CalendarDate } from '@/lib/notice/calendar';
import { PRACTICE_ACCOUNTS, PRACTICE_KEYS, type PracticeAccount, type PracticeKey } from './certificates';
import { isScenarioName, type ScenarioName } from './scenarios';
import { FAULTS, type Fault } from './system';

/** Which document of a many-document skin this is; `top` for a whole single-page site. */
export const PARTS = ['top', 'head', 'menu', 'content', 'console'] as const;
export type Part = (typeof PARTS)[number];

export const FRAMES = ['iframe', 'frameset'] as const;
/** How a many-document skin cuts its window up. */
export type Frames = (typeof FRAMES)[number];

export interface PracticeAddress {
  readonly skin: string | null;
  readonly part: Part;
  readonly frames: Frames | null;
  /** What a many-document skin shows in this document; the skin's own names. */
  readonly view: string | null;
  /** Given once, applied, and taken out of the address, so that a reload does not start over. */
  readonly once: {
    readonly state: ScenarioName | null;
    readonly account: PracticeAccount | null;
    readonly key: PracticeKey | 'none' | null;
    readonly faults: readonly Fault[] | null;
    readonly date: CalendarDate | null;
  };
}

const ONCE = ['state', 'account', 'key', 'faults', 'date'] as const;

function pick<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((each) => each === value) ?? null;
}

/** Reads an address; what it does not understand it ignores. */
export function readAddress(search: string): PracticeAddress {
  const query = new URLSearchParams(search);
  const state = query.get('state');
  const faults = query.get('faults');
  const date = query.get('date');
  return {
    skin: query.get('skin'),
    part: pick(PARTS, query.get('part')) ?? 'top',
    frames: pick(FRAMES, query.get('frames')),
    view: query.get('view'),
    once: {
      state: state !== null && isScenarioName(state) ? state : null,
      account: pick(PRACTICE_ACCOUNTS, query.get('account')),
      key: pick([...PRACTICE_KEYS, 'none'] as const, query.get('key')),
      faults:
        faults === null ? null : FAULTS.filter((fault) => faults.split(',').some((each) => each === fault)),
      date: date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null,
    },
  };
}

/** The address without what is to be applied only once. */
export function withoutOnce(search: string): string {
  const query = new URLSearchParams(search);
  for (const name of ONCE) query.delete(name);
  const rest = query.toString();
  return rest === '' ? '' : `?${rest}`;
}

/** Address of another document of the same site. */
export function addressOf(skin: string, part: Part, frames: Frames, view?: string): string {
  const query = new URLSearchParams({ skin });
  if (part !== 'top') query.set('part', part);
  if (frames !== 'iframe') query.set('frames', frames);
  if (view !== undefined) query.set('view', view);
  return `?${query}`;
}
