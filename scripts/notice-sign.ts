/** `npm run -s notice:sign -- new-key FILE` or `-- PACK… --key FILE [--out FOLDER]`; see scripts/notice/sign.ts. */
import { report } from './notice/command-line';
import { signNotice } from './notice/sign';

report(await signNotice(process.argv.slice(2)));
