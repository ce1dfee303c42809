/**
 * Skin × page state: how to get there and what tests expect there. No React and no style sheets are behind
 * it, so that test runners without a bundler can read it.
 */
import type { PageState, TargetName } from '@/lib/page/model';
import { SCENARIO_NAMES, SCENARIOS, type Scenario, type ScenarioName } from './scenarios';

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
  /** These and no others; to find none of them is tolerable, to find something else is not. */
  readonly targets: ExpectedTargets;
}

/** Every scenario in one skin. */
export function statesOf(skin: string, expected: SkinExpectations): readonly PracticeStateRow[] {
  return SCENARIO_NAMES.map((scenario) => {
    const { state, accept = [] }: Scenario = SCENARIOS[scenario];
    return {
      skin,
      scenario,
      query: `?${new URLSearchParams({ skin, state: scenario })}`,
      state,
      accept: [state, ...accept],
      targets: expected[scenario] ?? {},
    };
  });
}
