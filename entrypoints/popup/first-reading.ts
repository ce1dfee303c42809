import type { Heard, PopupMemory, PopupServices } from '@/components/popup/services';
import { checkFirstRows } from '@/lib/store/check-first-rows';
import type { FirstRows } from '@/lib/store/first-rows';

/** What the popup shows first. */
export interface FirstReading {
  readonly heard: Heard;
  readonly memory: PopupMemory;
}

/**
 * What the popup shows first, so that its first paint is the countdown and not "one moment". Never rejects.
 *
 * @param rows of the real database; null where the full store has to look
 * @returns null where that is so, a row is not plainly right, or where a date is previewed: previews live in another database
 */
export async function readFirst(
  rows: Promise<FirstRows | null>,
  recall: PopupServices['recall'],
): Promise<FirstReading | null> {
  const [read, memory] = await Promise.all([rows, recall().catch(() => ({ subject: null, draft: null }))]);
  if (read === null) return null;
  const checked = checkFirstRows(read);
  if (checked === null || checked.preview !== null) return null;
  const { preview, ...records } = checked;
  return { heard: { ok: true, records: { namespace: 'real', preview, ...records } }, memory };
}
