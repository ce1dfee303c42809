/** Figures for people, one row as each is measured. */
import type { Figure } from './figure';

const COLUMNS = [
  ['figure', 26],
  ['value', 16],
  ['budget', 16],
  ['', 12],
  ['peers', 0],
] as const;

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => cell.padEnd(COLUMNS[at]?.[1] ?? 0))
    .join('')
    .trimEnd();

/** Digits in groups of three: 50,000. */
const digits = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 6 });

export const tableHead = (): string => row(COLUMNS.map(([title]) => title));

export function tableRow({ name, value, unit, budget, peers = {}, ratio }: Figure): string {
  const verdict = budget === undefined ? '' : value <= budget ? 'within' : 'OVER BUDGET';
  const others = Object.entries(peers).map(([peer, its]) => `${peer} ${digits(its)}`);
  if (ratio !== undefined) others.push(`ratio ${digits(ratio)}`);
  return row([
    name,
    `${digits(value)} ${unit}`,
    budget === undefined ? '' : `≤ ${digits(budget)} ${unit}`,
    verdict,
    others.join(' · '),
  ]);
}
