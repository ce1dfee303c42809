/** How large the sentinel is, of the larger of the two builds. */
import { gzipSync } from 'node:zlib';
import { releasedSentinel } from '@/scripts/released-sentinel';
import type { Report } from '../figure';

/** Design.md §7. tests/build/bundles.test.ts holds every build to the same. */
const BUDGET = 8_000;

export async function measureBytes(report: Report): Promise<void> {
  const sizes = [];
  for (const browser of ['chrome', 'firefox'] as const) {
    sizes.push(gzipSync(await releasedSentinel(browser)).length);
  }
  report({ name: 'sentinel-bytes', value: Math.max(...sizes), unit: 'bytes', budget: BUDGET });
}
