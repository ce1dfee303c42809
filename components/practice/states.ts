/** Skin × page state: how to get there and what tests expect there. */
import type { PageState } from '@/lib/page/model';
import { SCENARIO_NAMES, SCENARIOS, type Scenario, type ScenarioName } from './scenarios';
import type { ExpectedTargets, Skin } from './skins/model';

export interface PracticeStateRow {
  readonly skin: string;
  readonly scenario: ScenarioName;
  /** Query of the top document, with its question mark. */
  readonly query: string;
  readonly state: PageState;
  /** Right answers, `state` first. */
  readonly accept: readonly PageState[];
  readonly targets: ExpectedTargets;
}

/** Every scenario that these skins can show. */
export function practiceStates(skins: readonly Skin[]): readonly PracticeStateRow[] {
  return skins.flatMap((skin) =>
    SCENARIO_NAMES.flatMap((scenario): PracticeStateRow[] => {
      const targets = skin.expected[scenario];
      if (targets === undefined) return [];
      const { state, accept = [] }: Scenario = SCENARIOS[scenario];
      const query = `?${new URLSearchParams({ skin: skin.id, state: scenario })}`;
      return [{ skin: skin.id, scenario, query, state, accept: [state, ...accept], targets }];
    }),
  );
}
