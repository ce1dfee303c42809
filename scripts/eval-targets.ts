/** `npm run -s eval:targets [-- DIR…] [--page NAME] [--json]`; see scripts/eval/targets.ts. */
import { evaluateTargets } from './eval/targets';
import { failPlainly } from './setup/run-command.mjs';

evaluateTargets(process.argv.slice(2)).then((isRight) => {
  process.exitCode = isRight ? 0 : 1;
}, failPlainly);
