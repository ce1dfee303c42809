/**
 * `npm run -s notice:explain -- FILE --date 2023-09-20 --role budget-unit [--level city|district]
 * [--old-ca valid|expired|none] [--lang zh|en]`; see scripts/notice/explain.ts.
 */
import { report } from './notice/command-line';
import { explainNotice } from './notice/explain';

report(await explainNotice(process.argv.slice(2)));
