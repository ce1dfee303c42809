import type { Fetched, FetchFile } from '@/lib/feed/ask';

/** Milliseconds for a file, whole. */
const PATIENCE = 30_000;

/**
 * The one place of the product that asks anybody for anything (design.md §3.7), and only for the files of a feed
 * that was set. Without cookies and without a word of where it comes from. The browser's own cache asks with the
 * file's ETag and takes a 304 for an answer; a header of ours would need leave from the server (CORS).
 */
export const fetchFile: FetchFile = async (address, mostBytes) => {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  try {
    const response = await fetch(address, {
      cache: 'no-cache',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    // Browsers hide what a redirect says; Node shows it. 304 leads nowhere: the cache has answered it, or it is a lie.
    const isRedirect = response.status >= 300 && response.status < 400 && response.status !== 304;
    if (response.type === 'opaqueredirect' || isRedirect) return { ok: false, why: 'redirected' };
    if (response.status !== 200) return { ok: false, why: 'status', status: response.status };
    return await readWithin(response, mostBytes);
  } catch {
    return { ok: false, why: limit.signal.aborted ? 'timeout' : 'unreachable' };
  } finally {
    clearTimeout(timer);
    limit.abort();
  }
};

/** Reads no further than the limit, whatever the server says of the length. */
async function readWithin(response: Response, mostBytes: number): Promise<Fetched> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) return { ok: false, why: 'tooLarge' };
    try {
      text += decoder.decode(value, { stream: true });
    } catch {
      return { ok: false, why: 'unreadable' };
    }
  }
  try {
    return { ok: true, text: text + decoder.decode() };
  } catch {
    return { ok: false, why: 'unreadable' };
  }
}
