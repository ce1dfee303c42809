/** The bench: chooses groups by name, measures them one after the other, prints each figure as it comes. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError, say } from '@/scripts/setup/run-command.mjs';
import type { BenchOptions, Figure, Group } from './figure';
import { GROUPS } from './groups';
import { tableHead, tableRow } from './table';

const USAGE = 'Usage: npm run -s bench -- [NAME…] [--json] [--pages DIR]';

interface CommandLine {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly pages: string | null;
}

/** @throws {PlainError} for options that do not exist */
function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, pages: { type: 'string' } },
    });
    return {
      names: positionals,
      json: values.json ?? false,
      pages: values.pages === undefined ? null : resolve(values.pages),
    };
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error} ${USAGE}`);
  }
}

/**
 * The figures that names ask for: a name is a figure's, or the beginning of a figure's or of its group's; no
 * name asks for all.
 *
 * @throws {PlainError} for a name that asks for nothing
 */
export function chooseFigures(
  names: readonly string[],
  groups: Readonly<Record<string, Group>>,
): ReadonlySet<string> {
  const known = Object.entries(groups).flatMap(([group, { figures }]) =>
    figures.map((figure) => ({ group, figure })),
  );
  const chosen = new Set(names.length === 0 ? known.map(({ figure }) => figure) : []);
  for (const name of names) {
    const exact = known.filter(({ figure }) => figure === name);
    const begun = known.filter(({ group, figure }) => group.startsWith(name) || figure.startsWith(name));
    const asked = exact.length > 0 ? exact : begun;
    if (asked.length === 0) {
      throw new PlainError(
        `There is no figure or group "${name}". Figures: ${known.map(({ figure }) => figure).join(', ')}.`,
      );
    }
    for (const { figure } of asked) chosen.add(figure);
  }
  return chosen;
}

/**
 * Measures and prints: a table, or with `--json` one figure a line. A figure over its budget is said, and is
 * no failure: the machine decides too.
 *
 * @param args names of figures or groups, `--json`, `--pages DIR` (labelled pages for peers' accuracy)
 * @throws {PlainError} for a name that does not exist; after all groups, if one could not be measured
 */
export async function runBench(args: readonly string[]): Promise<void> {
  const { names, json, pages } = readCommandLine(args);
  const chosen = chooseFigures(names, GROUPS);
  const options: BenchOptions = { wants: (figure) => chosen.has(figure), pages };
  const failed: string[] = [];
  if (!json) console.log(tableHead());
  for (const [name, group] of Object.entries(GROUPS)) {
    const wanted = new Set(group.figures.filter((figure) => chosen.has(figure)));
    if (wanted.size === 0) continue;
    say(`Measuring ${[...wanted].join(', ')}.`);
    const print = (figure: Figure) => {
      if (!group.figures.includes(figure.name)) throw new Error(`bench: ${name} declares no ${figure.name}`);
      if (!chosen.has(figure.name)) return;
      wanted.delete(figure.name);
      console.log(json ? JSON.stringify(figure) : tableRow(figure));
    };
    try {
      await group.measure(print, options);
      // Why is said by who left it out.
      if (wanted.size > 0) say(`Not measured: ${[...wanted].join(', ')}.`);
    } catch (error) {
      failed.push(name);
      say(`${name}: ${error instanceof PlainError ? error.message : (error as Error).stack}`);
    }
  }
  if (failed.length > 0) throw new PlainError(`Could not be measured: ${failed.join(', ')} (see above).`);
}
