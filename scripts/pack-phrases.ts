/** Writes lib/page/phrases.packed.ts from lib/page/phrases.ts: `node scripts/run.mjs pack-phrases`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packText } from '@/lib/page/pack-text';
import { PHRASES } from '@/lib/page/phrases';

const file = fileURLToPath(new URL('../lib/page/phrases.packed.ts', import.meta.url));
const packed = packText(PHRASES.join('\t'));
const literal = packed.replace(/[\\']/g, '\\$&').replaceAll('\t', '\\t');
const code = `/** Made from phrases.ts by scripts/pack-phrases.ts; do not edit. */
export const PACKED =
  '${literal}';
`;
writeFileSync(file, code);
console.log(`${file}: ${packed.length} characters`);
