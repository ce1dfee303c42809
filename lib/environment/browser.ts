import type { MachineReading } from './model';

export interface BrowserVersion {
  readonly engine: 'chromium' | 'firefox' | 'unknown';
  /** Major version of the engine; null where it is not told. */
  readonly version: number | null;
  /** The browser's own name where it tells one. */
  readonly name: string | null;
}

/** Names that stand in for the real one, so that pages do not depend on it. */
const GREASE = /not.?a.?brand|chromium/i;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Microsoft Edge'],
  [/\bQihooBrowser|\bQHBrowser|\b360(SE|EE|ENT)/i, '360'],
  [/\bQAXBrowser|Qianxin/i, '奇安信'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
];

/** Which browser this is, from what it says of itself. Many forks call themselves Chrome. */
export function readBrowser({
  userAgent,
  brands,
}: Pick<MachineReading, 'userAgent' | 'brands'>): BrowserVersion {
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent);
  const chromium = /\bChrom(?:e|ium)\/(\d+)/.exec(userAgent);
  const engineBrand = brands.find(({ brand }) => brand === 'Chromium');
  const told = brands.find(({ brand }) => !GREASE.test(brand))?.brand;
  const name = told ?? NAMES.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
  if (firefox) return { engine: 'firefox', version: Number(firefox[1]), name };
  const version = Number(engineBrand?.version ?? chromium?.[1] ?? Number.NaN);
  if (!engineBrand && !chromium) return { engine: 'unknown', version: null, name };
  return { engine: 'chromium', version: Number.isInteger(version) ? version : null, name };
}
