import { HeardList, type ListMessage } from '@/lib/desk/roster/list-messages';
import type { ListRead, ListRequest } from '@/lib/desk/roster/read-list';
import { Stopped } from '@/lib/desk/roster/slices';

/**
 * Reads a list in a worker of its own, which ends with it or with the signal.
 * @throws ReadFailure, Stopped
 */
export async function readBeside(request: ListRequest, signal: AbortSignal): Promise<ListRead> {
  if (signal.aborted) throw new Stopped();
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), { type: 'module' });
  const ending = new AbortController();
  try {
    return await new Promise<ListRead>((resolve, reject) => {
      const heard = new HeardList();
      const take = ({ data }: MessageEvent<ListMessage>) => {
        try {
          const list = heard.hear(data);
          if (list) resolve(list);
        } catch (error) {
          reject(error);
        }
      };
      const until = { signal: ending.signal };
      worker.addEventListener('message', take, until);
      // It could not be loaded, or ran out of memory.
      worker.addEventListener('error', ({ message }) => reject(new Error(`list worker: ${message}`)), until);
      signal.addEventListener('abort', () => reject(new Stopped()), until);
      worker.postMessage(request);
    });
  } finally {
    ending.abort();
    worker.terminate();
  }
}
