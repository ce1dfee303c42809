import { type SheetMessage, tellingSheets } from '@/lib/desk/roster/sheet-messages';
import type { PlainSheet } from '@/lib/desk/roster/sheets';
import { inSlices, type Resting } from '@/lib/desk/roster/slices';

/**
 * Writes a workbook in a worker of its own, which ends with it.
 * @throws Error where it cannot be written
 */
export async function writeBeside(
  sheets: readonly PlainSheet[],
  resting: Pick<Resting, 'now' | 'rest'>,
): Promise<Blob> {
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' });
  const ending = new AbortController();
  try {
    const written = new Promise<Blob>((resolve, reject) => {
      const until = { signal: ending.signal };
      const fail = (why: string) => reject(new Error(`sheet worker: ${why}`));
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<Blob | null>) => (data ? resolve(data) : fail('not written')),
        until,
      );
      worker.addEventListener('error', ({ message }) => fail(message), until);
    });
    const tell = (message: SheetMessage) => worker.postMessage(message);
    // Whichever fails first: a worker that could not be loaded hears nothing.
    const [blob] = await Promise.all([written, inSlices(tellingSheets(sheets, tell), resting)]);
    return blob;
  } finally {
    ending.abort();
    worker.terminate();
  }
}
