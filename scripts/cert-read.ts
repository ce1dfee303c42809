/** `npm run -s cert:read -- FILE… [--lang zh|en]`; see scripts/certificate/read.ts. */

import { readCertificates } from './certificate/read';
import { report } from './notice/command-line';

report(await readCertificates(process.argv.slice(2)));
