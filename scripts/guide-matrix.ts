/** `npm run -s guide:matrix`: writes docs/guide-matrix.md; see scripts/guide/matrix.ts. */
import { writeFileSync } from 'node:fs';
import { writeMatrix } from './guide/matrix';
import { inRoot } from './setup/paths.mjs';

writeFileSync(inRoot('docs', 'guide-matrix.md'), writeMatrix());
