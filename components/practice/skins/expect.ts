import type { TargetName } from '@/lib/page/model';
import type { ExpectedTarget, ExpectedTargets } from './model';

/**
 * Expectations for one scenario. `data-practice` marks the right control for tests alone; recognition must
 * not look at it (a lint-like test of the content scripts' text makes sure).
 */
export function expectTargets(frame: ExpectedTarget['frame'], ...targets: TargetName[]): ExpectedTargets {
  return Object.fromEntries(
    targets.map((target) => [target, { frame, selector: `[data-practice="${target}"]` }]),
  );
}
