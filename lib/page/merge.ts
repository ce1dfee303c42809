/** What a tab shows, from what its frames report (design.md §4). Pure; nothing of the DOM is needed. */
import type { FrameReport, PageState, TabPage } from './model';
import { THRESHOLD } from './rules';

/**
 * How particular a state is. What a dialog asks or a page answers outranks the form it was asked in,
 * which outranks the list behind it, which outranks the page around: a form in a frame stands in a page.
 */
const RANKS: Readonly<Record<PageState, number>> = {
  'unbind-confirm': 4,
  'unbind-done': 4,
  'bind-done': 4,
  'driver-missing': 4,
  'key-missing': 4,
  'pin-wrong': 4,
  'pin-locked': 4,
  'certificate-expired': 4,
  'already-bound': 4,
  'session-expired': 4,
  'system-busy': 4,
  'bind-form': 3,
  'login-account': 2,
  'login-ca': 2,
  'ca-list': 2,
  home: 1,
  other: 0,
  unknown: 0,
};

type Numbered = readonly [frame: number, report: FrameReport];

/**
 * A page in frames shows its menu in one, its logout in another: what speaks for `home` in any of them is
 * added up, each rule once. Otherwise `other`, if no frame is in doubt.
 */
function homeOf(reports: readonly Numbered[], unbindVisible: boolean): TabPage {
  const votes = new Map(
    reports.flatMap(([frame, { evidence }]) =>
      evidence.filter(({ state }) => state === 'home').map((each) => [each.rule, { ...each, frame }]),
    ),
  );
  const evidence = [...votes.values()].sort((one, other) => other.weight - one.weight);
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  const isHome = sum >= THRESHOLD;
  const isOther = reports.length > 0 && reports.every(([, { state }]) => state === 'other');
  const frame = isHome ? evidence[0]?.frame : isOther ? reports[0]?.[0] : undefined;
  const report = reports.find(([number]) => number === frame)?.[1];
  if (frame === undefined || !report) return { ...UNSURE, unbindVisible };
  return {
    state: isHome ? 'home' : 'other',
    confidence: isHome ? Math.min(1, sum / (2 * THRESHOLD)) : 0,
    evidence: isHome ? evidence : [],
    frame,
    document: report.document,
    unbindVisible,
  };
}

const UNSURE = { state: 'unknown', confidence: 0, evidence: [], frame: null, document: null } as const;

/**
 * The most particular state that any frame reports. Two different states of one rank contradict each
 * other: then `unknown`, which shows nothing. Of frames that agree the surest decides, then the lowest
 * number, whatever the order they reported in; their evidence is not added up.
 *
 * @param frames reports by the browser's frame number
 */
export function merge(frames: ReadonlyMap<number, FrameReport>): TabPage {
  const reports = [...frames].sort(([one], [other]) => one - other);
  const unbindVisible = reports.some(([, report]) => report.unbindVisible);
  const highest = Math.max(0, ...reports.map(([, { state }]) => RANKS[state]));
  const telling = reports.filter(([, { state }]) => RANKS[state] === highest);
  const states = new Set(telling.map(([, { state }]) => state));
  if (highest === 0) return homeOf(reports, unbindVisible);
  if (states.size !== 1) return { ...UNSURE, unbindVisible };
  const [frame, report] = telling.reduce((best, each) =>
    each[1].confidence > best[1].confidence ? each : best,
  );
  return {
    state: report.state,
    confidence: report.confidence,
    evidence: report.evidence.map((evidence) => ({ ...evidence, frame })),
    frame,
    document: report.document,
    unbindVisible,
  };
}
