/** `npm run -s guide:matrix`: writes docs/guide-matrix.md and docs/guide-matrix-examples.md; see scripts/guide. */
import { writeFileSync } from 'node:fs';
import { writeExampleMatrix } from './guide/example-matrix';
import { writeMatrix } from './guide/matrix';
import { inRoot } from './setup/paths.mjs';

writeFileSync(inRoot('docs', 'guide-matrix.md'), writeMatrix());
writeFileSync(inRoot('docs', 'guide-matrix-examples.md'), writeExampleMatrix());
