/** `npm run -s eval:pages -- DIR [--json]`; see scripts/eval/pages.ts. */
import { evaluatePages } from './eval/pages';
import { failPlainly } from './setup/run-command.mjs';

evaluatePages(process.argv.slice(2)).catch(failPlainly);
