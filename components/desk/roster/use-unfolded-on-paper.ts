import { type RefObject, useEffect } from 'react';

/** What is folded on the screen is printed all the same: nobody can press a summary on paper. */
export function useUnfoldedOnPaper(around: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const visit = new AbortController();
    const { signal } = visit;
    let folded: readonly HTMLDetailsElement[] = [];
    const set = (open: boolean) => {
      for (const each of folded) each.open = open;
    };
    window.addEventListener(
      'beforeprint',
      () => {
        folded = [...(around.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [])];
        set(true);
      },
      { signal },
    );
    window.addEventListener('afterprint', () => set(false), { signal });
    return () => visit.abort();
  }, [around]);
}
