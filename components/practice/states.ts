/**
 * Skin × page state: how to get there and what tests expect there. No React and no style sheets are behind
 * it, so that test runners without a bundler can read it.
 */
import type { PageState, TargetName } from '@/lib/page/model';
import { SCENARIO_NAMES, SCENARIOS, type Scenario, type ScenarioName } from './scenarios';
import type { TabRecord } from './system';

/** Where a target is to be found: the frame by its name (`top` for the page itself) and a selector. */
export interface ExpectedTarget {
  readonly frame: 'top' | 'menu' | 'content';
  readonly selector: string;
}

export type ExpectedTargets = Partial<Record<TargetName, ExpectedTarget>>;

/** A skin's expectations; where a scenario is absent there is nothing to point at. */
export type SkinExpectations = Partial<Record<ScenarioName, ExpectedTargets>>;

/**
 * Expectations for one scenario. `data-practice` marks the right control for tests alone: recognition does
 * not look at it (isolation.test.tsx).
 */
export function expectTargets(frame: ExpectedTarget['frame'], ...targets: TargetName[]): ExpectedTargets {
  return Object.fromEntries(
    targets.map((target) => [target, { frame, selector: `[data-practice="${target}"]` }]),
  );
}

export interface PracticeStateRow {
  readonly skin: string;
  readonly scenario: ScenarioName;
  /** Query of the top document, with its question mark. */
  readonly query: string;
  readonly state: PageState;
  /** Right answers, `state` first. */
  readonly accept: readonly PageState[];
  /** What a message lies over and leaves behind when it fades; null where there is no message. */
  readonly beneath: PageState | null;
  /** These and no others; to find none of them is tolerable, to find something else is not. */
  readonly targets: ExpectedTargets;
}

function stateBeneath({ page = 'login', way = 'login-account', dialog }: Partial<TabRecord>): PageState {
  if (dialog === 'bind') return 'bind-form';
  if (dialog === 'unbind') return 'unbind-confirm';
  if (page === 'login') return way;
  return page === 'ca-list' || page === 'home' ? page : 'other';
}

/**
 * Every scenario in one skin.
 *
 * @param inside the frame that shows messages once somebody is logged in
 */
export function statesOf(
  skin: string,
  expected: SkinExpectations,
  inside: ExpectedTarget['frame'],
): readonly PracticeStateRow[] {
  return SCENARIO_NAMES.map((scenario) => {
    const { state, accept = [], tab }: Scenario = SCENARIOS[scenario];
    // Wherever the site says something, that is the result of what was done last.
    const outside = (tab.page ?? 'login') === 'login';
    const says = tab.outcome === undefined ? {} : expectTargets(outside ? 'top' : inside, 'result');
    return {
      skin,
      scenario,
      query: `?${new URLSearchParams({ skin, state: scenario })}`,
      state,
      accept: [state, ...accept],
      beneath: tab.outcome === undefined ? null : stateBeneath(tab),
      targets: { ...expected[scenario], ...says },
    };
  });
}
