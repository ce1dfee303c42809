/** Packs spoilt at random, as a slip of the pen, a broken tool or malice would. */

type Json = unknown;
type Path = readonly (string | number)[];

interface Spot {
  readonly path: Path;
  readonly value: Json;
}

function spotsOf(value: Json, path: Path = []): Spot[] {
  const own: Spot[] = path.length > 0 ? [{ path, value }] : [];
  if (typeof value !== 'object' || value === null) return own;
  const entries = Object.entries(value).flatMap(([key, item]) =>
    spotsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [...own, ...entries];
}

function parentOf(root: Json, path: Path): Record<string | number, Json> {
  return path.slice(0, -1).reduce<Json>((node, key) => (node as Record<string, Json>)[key], root) as Record<
    string | number,
    Json
  >;
}

const DAYS = [
  '2023-09-11',
  '2026-03-01',
  '2026-09-15',
  '2026-10-31',
  '2026-12-01',
  '2031-01-01',
  '2026-02-29',
];
const ODD: readonly Json[] = [
  null,
  true,
  0,
  -1,
  3.5,
  '',
  ' ',
  'x',
  '一',
  [],
  {},
  [[]],
  'not-stated',
  'old-ca',
  1e308,
];

/** A pack with one to four things changed. `draw` gives numbers from 0 to below 1. The pack given stays as it is. */
export function mutatePack(pack: Json, draw: () => number): Json {
  const root = structuredClone(pack);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  for (let change = 1 + Math.floor(draw() * 4); change > 0; change -= 1) {
    const spots = spotsOf(root);
    // Days and references are few among all values, and the ones that go wrong most.
    const dates = spots.filter(({ value }) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value));
    const { path, value } = pick(draw() < 0.35 && dates.length > 0 ? dates : spots);
    const parent = parentOf(root, path);
    const key = path.at(-1) ?? 0;
    const way = draw();
    if (dates.length > 0 && typeof value === 'string' && /^\d{4}-/.test(value) && way < 0.8) {
      parent[key] = pick(DAYS);
    } else if (way < 0.15) {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
    } else if (way < 0.3 && Array.isArray(parent)) {
      parent.splice(Number(key), 0, structuredClone(pick(parent)));
    } else if (way < 0.4 && Array.isArray(parent)) {
      parent.reverse();
    } else if (way < 0.6) {
      // The value of another place of the same name: what a hasty copy does.
      const alike = spots.filter((spot) => spot.path.at(-1) === key || typeof spot.value === typeof value);
      parent[key] = structuredClone(pick(alike).value);
    } else if (way < 0.75) parent[key] = pick(ODD);
    else if (typeof value === 'string') parent[key] = value.slice(0, Math.floor(draw() * value.length));
    else parent[key] = pick(ODD);
  }
  return root;
}
