import { useLayoutEffect } from 'react';

/** The large-type switch, on the root element: dialogs live outside the page's own tree. */
export function useLargeType(on: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-large-type', on);
    return () => document.documentElement.removeAttribute('data-large-type');
  }, [on]);
}
