/** `npm run notice:schema`: writes docs/notice-pack.schema.json anew; a test holds the file to the schema. */
import { writeFileSync } from 'node:fs';
import { writePackJsonSchema } from './notice/json-schema';
import { inRoot } from './setup/paths.mjs';

writeFileSync(inRoot('docs', 'notice-pack.schema.json'), writePackJsonSchema());
