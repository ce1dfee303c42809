/** How large our scripts are that recognise, of the larger of the two builds. */
import { gzipSync } from 'node:zlib';
import { releasedRecogniser, releasedSentinel } from '@/scripts/released-sentinel';
import type { Report } from '../figure';

const SCRIPTS = [
  /** In every frame of the official host (design.md §7). */
  { name: 'sentinel-bytes', read: releasedSentinel, budget: 8_000 },
  /** Only in documents with our words (docs/decisions/009-two-stages.md). */
  { name: 'sentinel-recogniser-bytes', read: releasedRecogniser, budget: 14_000 },
];

/** tests/build/bundles.test.ts holds every build to the same. */
export async function measureBytes(report: Report): Promise<void> {
  for (const { name, read, budget } of SCRIPTS) {
    const codes = [await read('chrome'), await read('firefox')];
    const value = Math.max(...codes.map((code) => gzipSync(code).length));
    report({ name, value, unit: 'bytes', budget });
  }
}
