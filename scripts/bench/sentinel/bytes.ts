/** How large the sentinel is, and what it brings into pages that need it; of the larger of the two builds. */
import { gzipSync } from 'node:zlib';
import { releasedRecogniser, releasedSentinel } from '@/scripts/released-sentinel';
import type { Report } from '../figure';

/** Design.md §7 for the sentinel. tests/build/bundles.test.ts holds every build to the same. */
const PARTS = [
  { name: 'sentinel-bytes', budget: 8_000, released: releasedSentinel },
  { name: 'sentinel-recogniser-bytes', budget: 14_000, released: releasedRecogniser },
] as const;

export async function measureBytes(report: Report): Promise<void> {
  for (const { name, budget, released } of PARTS) {
    const sizes = [];
    for (const browser of ['chrome', 'firefox'] as const) {
      sizes.push(gzipSync(await released(browser)).length);
    }
    report({ name, value: Math.max(...sizes), unit: 'bytes', budget });
  }
}
