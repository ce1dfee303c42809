/**
 * The whole check, the same here and in CI: `node scripts/test.mjs quick` or `full`. Installs what is
 * missing, then runs the steps in turn and stops at the first that fails. `full` runs the same assertions
 * with more rounds: REBIND_ROUNDS multiplies the cases of property tests, and browser tests repeat.
 */
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';
import { environmentFor, findNode } from './setup/node.mjs';
import { inRoot } from './setup/paths.mjs';
import { failPlainly, PlainError, run, say } from './setup/run-command.mjs';

/**
 * The quick check draws the same cases each time: where it fails, the change is the reason. The full one draws new ones
 * and says which; REBIND_SEED sets them for either.
 */
const EXTENTS = {
  quick: { rounds: 1, repeats: 1, seed: 20_261_127 },
  full: { rounds: 20, repeats: 3, seed: null },
};
const REPORTS = inRoot('out', 'test-results');
/** Each runner also writes a report that the closing line is counted from. */
const report = (name) => inRoot('out', 'test-results', `${name}.json`);

const bin = (...parts) => inRoot('node_modules', ...parts);
const VITEST = bin('vitest', 'vitest.mjs');
const vitest = (name, ...args) => [
  VITEST,
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report(name)}`,
];

/** @typedef {{ name: string, again: string, work: () => Promise<number> }} Step */

/** @param {keyof typeof EXTENTS} extent @param {string} node @returns {Step[]} */
function stepsOf(extent, node) {
  const { rounds, repeats, seed } = EXTENTS[extent];
  const drawn = process.env.REBIND_SEED ?? String(seed ?? randomInt(2 ** 31));
  say(`Cases are drawn with REBIND_SEED=${drawn}.`);
  const env = { ...environmentFor(node), REBIND_ROUNDS: String(rounds), REBIND_SEED: drawn };
  const tool = (args) => () => run(node, args, { env });
  return [
    { name: 'types', again: 'npm run typecheck', work: tool([bin('typescript', 'bin', 'tsc'), '--noEmit']) },
    {
      name: 'lint',
      again: 'npm run lint',
      work: tool([bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']),
    },
    {
      name: 'unit and property tests',
      again: 'npm run test:unit',
      // More rounds take more time; the limit is for tests that hang.
      work: tool(vitest('unit', `--testTimeout=${60_000 * rounds}`)),
    },
    {
      name: 'build',
      again: 'npm run build',
      work: () => build(['chrome', 'edge', 'firefox', 'practice']).then(() => 0),
    },
    {
      name: 'manifest and build checks',
      again: 'npm run test:build',
      work: tool(vitest('build', '-c', 'tests/build/vitest.config.ts')),
    },
    {
      name: 'browser tests',
      again: 'npm run test:e2e',
      work: tool([
        bin('@playwright', 'test', 'cli.js'),
        'test',
        '-c',
        'tests/e2e/playwright.config.ts',
        `--repeat-each=${repeats}`,
      ]),
    },
  ];
}

/**
 * The titles of the tests in a part of Playwright's report that passed only at a second try.
 * @param {{ suites?: object[], specs?: { title: string, tests: { status: string }[] }[] }} suite
 * @returns {string[]}
 */
function unsteadyOf({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map(({ title }) => title), ...suites.flatMap(unsteadyOf)];
}

/**
 * @param {string} path
 * @returns {{ passed: number, failed: number, skipped: number, unsteady: string[] }} none where it is not there
 */
function readCounts(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0, unsteady: [] };
  const found = JSON.parse(readFileSync(path, 'utf8'));
  // Playwright's report has `stats`, vitest's has totals.
  if (found.stats) {
    const { expected, unexpected, flaky, skipped } = found.stats;
    return { passed: expected + flaky, failed: unexpected, skipped, unsteady: unsteadyOf(found) };
  }
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
    unsteady: [],
  };
}

/** The closing line. @returns {string} `12 passed, 0 failed` */
function sumUp() {
  const counts = ['unit', 'build', 'browser'].map((name) => readCounts(report(name)));
  const total = (key) => counts.reduce((sum, each) => sum + each[key], 0);
  const skipped = total('skipped');
  for (const title of counts.flatMap(({ unsteady }) => unsteady)) {
    say(`Passed only at a second try, to be mended: ${title}`);
  }
  return `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** @param {string} extent @returns {Promise<number>} exit status */
async function test(extent) {
  if (!Object.hasOwn(EXTENTS, extent)) throw new PlainError(`Usage: node scripts/test.mjs quick|full`);
  const times = [];
  const timed = async (name, work) => {
    const start = performance.now();
    say(`— ${name} —`);
    try {
      return await work();
    } finally {
      times.push([name, performance.now() - start]);
    }
  };
  let failure = null;
  try {
    await timed('installing what is missing', () => ensure('tests'));
    // Only now: on a fresh clone the newer Node has just been installed.
    const node = await findNode();
    rmSync(REPORTS, { recursive: true, force: true });
    mkdirSync(REPORTS, { recursive: true });
    for (const { name, again, work } of stepsOf(extent, node)) {
      const status = await timed(name, work);
      if (status !== 0) {
        failure = `"${name}" failed with status ${status}. To run it alone: ${again}`;
        break;
      }
    }
  } finally {
    const total = times.reduce((sum, [, time]) => sum + time, 0);
    for (const [name, time] of times) say(`${name.padEnd(28)} ${seconds(time).padStart(8)}`);
    say(`${'total'.padEnd(28)} ${seconds(total).padStart(8)}`);
  }
  if (failure) say(failure);
  console.log(sumUp());
  return failure ? 1 : 0;
}

test(process.argv[2] ?? 'quick').then((status) => {
  process.exitCode = status;
}, failPlainly);
