/** `npm run -s bench -- [NAME…] [--json] [--pages DIR]`; see scripts/bench/run.ts and docs/bench.md. */
import { runBench } from './bench/run';
import { failPlainly } from './setup/run-command.mjs';

runBench(process.argv.slice(2)).catch(failPlainly);
