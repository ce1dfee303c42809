/** From a plan to the state a help code says, and back to the entries of a pack. Pure. */
import { ASKS_FROM, answerOf } from '@/lib/environment/access';
import { type BrowserVersion, readBrowser } from '@/lib/environment/browser';
import type { MachineReading, PageReading } from '@/lib/environment/model';
import type { GuideDefinition, Plan, Step } from '@/lib/guide/model';
import { generalTroubles } from '@/lib/guide/troubles';
import type { Audience, Level } from '@/lib/notice/explanation';
import type { NoticePack, Phase, Trouble } from '@/lib/notice/model';
import type { TargetState } from '@/lib/page/model';
import { writeHelpCode } from './codes';
import { type HelpState, hashPack, type Position } from './state';

/** The general troubles first, then the pack's own: a pack that brings more does not move the others. */
export function troubleOrder({ troubles }: Pick<NoticePack, 'troubles'>): readonly Trouble[] {
  const general = new Set(generalTroubles.map(({ id }) => id));
  return [...generalTroubles, ...troubles.filter(({ id }) => !general.has(id))];
}

function positionOf(list: readonly { readonly id: string }[], id: string | undefined): Position {
  const at = list.findIndex((each) => each.id === id);
  return at < 0 ? null : at;
}

/** Whether the browser asks before a page reaches this computer is the difference a helper needs. */
function engineOf({ engine, version }: BrowserVersion): HelpState['engine'] {
  if (engine !== 'chromium' || version === null) return engine === 'firefox' ? 'firefox' : 'unknown';
  return version < ASKS_FROM ? 'chromium-before-142' : 'chromium';
}

function schemeOf(reading: PageReading | null): HelpState['scheme'] {
  if (reading?.protocol === 'https:') return 'https';
  return reading?.protocol === 'http:' ? 'http' : 'unknown';
}

function accessOf(reading: PageReading | null): HelpState['access'] {
  if (!reading) return 'unknown';
  const answer = answerOf(reading);
  return answer === 'unsupported' ? 'unknown' : answer;
}

export interface CallerParts {
  readonly pack: NoticePack;
  readonly plan: Plan;
  readonly who: { readonly audience: Audience; readonly level: Level } | null;
  readonly target: TargetState;
  readonly machine: Pick<MachineReading, 'userAgent' | 'brands'> | null;
  /** Of the site's own top document. */
  readonly reading: PageReading | null;
}

/** The state of a caller; null where nothing is shown that one could be called about. */
export function helpStateOf({ pack, plan, who, target, machine, reading }: CallerParts): HelpState | null {
  if (plan.kind === 'silent') return null;
  const guide = plan.kind === 'guide' ? pack.guides.find(({ id }) => id === plan.guide) : undefined;
  const done = plan.kind === 'guide' ? plan.progress.map(({ progress }) => progress.state) : [];
  const last = done.findLast((state) => state === 'seen' || state === 'said');
  return {
    pack: hashPack(plan.pack),
    audience: who?.audience ?? null,
    level: who?.level ?? null,
    phase: positionOf(pack.phases, plan.phase?.id),
    page: plan.page,
    guide: positionOf(pack.guides, guide?.id),
    step: guide && plan.kind === 'guide' && !plan.finished ? positionOf(guide.steps, plan.step) : null,
    target,
    trouble: positionOf(troubleOrder(pack), plan.trouble?.id),
    engine: machine ? engineOf(readBrowser(machine)) : 'unknown',
    scheme: schemeOf(reading),
    access: accessOf(reading),
    assertion: last === 'seen' || last === 'said' ? last : 'none',
  };
}

/** The code a caller reads out; null where there is nothing to call about. */
export function helpCodeOf(parts: CallerParts): string | null {
  const state = helpStateOf(parts);
  return state && writeHelpCode(state);
}

/** What a state's positions stand for in a pack. `beyond`: only the caller can tell. null: none. */
export interface CallerPlace {
  readonly phase: Phase | 'beyond' | null;
  readonly guide: GuideDefinition | 'beyond' | null;
  readonly step: Step | 'beyond' | null;
  readonly trouble: Trouble | 'beyond' | null;
}

function entryAt<T>(list: readonly T[], at: Position): T | 'beyond' | null {
  if (at === null || at === 'beyond') return at;
  return list[at] ?? 'beyond';
}

/** The pack a state speaks of, out of those at hand; null: the caller follows another one. */
export function packOf(state: Pick<HelpState, 'pack'>, packs: readonly NoticePack[]): NoticePack | null {
  return packs.find((pack) => hashPack(pack) === state.pack) ?? null;
}

export function placeIn(
  pack: NoticePack,
  state: Pick<HelpState, 'guide' | 'step'> & Partial<Pick<HelpState, 'phase' | 'trouble'>>,
): CallerPlace {
  const guide = entryAt(pack.guides, state.guide);
  return {
    phase: entryAt(pack.phases, state.phase ?? null),
    guide,
    step:
      guide === null || guide === 'beyond'
        ? state.step === null
          ? null
          : 'beyond'
        : entryAt(guide.steps, state.step),
    trouble: entryAt(troubleOrder(pack), state.trouble ?? null),
  };
}
