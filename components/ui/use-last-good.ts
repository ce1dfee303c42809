import { useRef } from 'react';
import type { StoreFailureKind } from '@/lib/store/model';

type Reading = { readonly ok: true } | { readonly ok: false; readonly failure: StoreFailureKind };

/** Failures that pass while the page stands: what it showed is still what is kept. */
const PASSING: readonly StoreFailureKind[] = ['quota', 'unknown'];

/**
 * What to show of records that are read again and again. A later reading that fails for a while (a full disk) leaves
 * what was there, so that nothing a person has chosen or typed on the page is lost; the failure is shown with it.
 */
export function useLastGood<Heard extends Reading>(
  heard: Heard | null,
): { readonly shown: Extract<Heard, { ok: true }> | null; readonly failure: StoreFailureKind | null } {
  const last = useRef<Extract<Heard, { ok: true }> | null>(null);
  if (heard?.ok) last.current = heard as Extract<Heard, { ok: true }>;
  const failure = heard?.ok === false ? heard.failure : null;
  if (failure !== null && !PASSING.includes(failure)) last.current = null;
  return { shown: last.current, failure };
}
