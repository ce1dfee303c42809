/** `npm run -s notice:check -- FILE [--lang zh|en]`; see scripts/notice/check.ts. */
import { checkNotice } from './notice/check';
import { report } from './notice/command-line';

report(await checkNotice(process.argv.slice(2)));
