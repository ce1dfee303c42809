import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: what is folded on the screen is then shown. */
export function useOnPaper(): boolean {
  const [isOnPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const visit = new AbortController();
    const { signal } = visit;
    // The browser takes its picture when the listener returns.
    const set = (on: boolean) => () => flushSync(() => setOnPaper(on));
    window.addEventListener('beforeprint', set(true), { signal });
    window.addEventListener('afterprint', set(false), { signal });
    return () => visit.abort();
  }, []);
  return isOnPaper;
}
