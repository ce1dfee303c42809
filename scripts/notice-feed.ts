/** `npm run -s notice:feed -- FOLDER --key FILE [--days 30]`; see scripts/notice/feed.ts. */
import { report } from './notice/command-line';
import { makeFeed } from './notice/feed';

report(await makeFeed(process.argv.slice(2)));
