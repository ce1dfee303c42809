import { useEffect, useRef } from 'react';

/** Keys that work wherever the focus is, but not while something is typed or asked. */
export function useShortcuts(of: {
  readonly search: { readonly current: HTMLInputElement | null };
  readonly undo: () => void;
  readonly redo: () => void;
  readonly idle: boolean;
}) {
  const latest = useRef(of);
  latest.current = of;
  useEffect(() => {
    const visit = new AbortController();
    const press = (event: KeyboardEvent) => {
      const { idle, search, undo, redo } = latest.current;
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (idle || isTyping) return;
      const withControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (key === '/' && !withControl) search.current?.focus();
      else if (withControl && key === 'z' && !event.shiftKey) undo();
      else if (withControl && (key === 'y' || (key === 'z' && event.shiftKey))) redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press, { signal: visit.signal });
    return () => visit.abort();
  }, []);
}
