/**
 * `npm run -s notice:explain -- FILE --date 2023-09-20 --role budget-unit [--level city|district]
 * [--old-ca valid|expired|none] [--lang zh|en]`, or `… -- diff OLD NEW [--date … --role …]`; see
 * scripts/notice/explain.ts and scripts/notice/diff.ts.
 */
import { report } from './notice/command-line';
import { diffNotices } from './notice/diff';
import { explainNotice } from './notice/explain';

const [first = '', ...rest] = process.argv.slice(2);
report(first === 'diff' ? await diffNotices(rest) : await explainNotice(process.argv.slice(2)));
