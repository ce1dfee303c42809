import { useCallback, useEffect, useRef, useState } from 'react';
import { failureKindOf } from '@/components/ui/store-failure';
import { createDraft, type Draft } from '@/lib/author/draft';
import type { AuthorServices, Kept } from './services';

export interface Drafting {
  /** null while the drafts are being read. */
  readonly draft: Draft | null;
  readonly all: readonly Draft[];
  readonly kept: Kept;
  change(next: Draft): void;
  open(id: string): void;
  begin(): void;
  /** A draft out of a file, beside those that are here: it takes the place of none. */
  add(draft: Draft): void;
  remove(id: string): Promise<void>;
}

/**
 * The draft on the screen. Every change is kept at once, one write after the other and the newest last, so
 * that a closed tab loses nothing that was said to be kept.
 */
export function useDraft(services: AuthorServices): Drafting {
  const [all, setAll] = useState<readonly Draft[]>([]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [kept, setKept] = useState<Kept>({ state: 'kept' });
  const waiting = useRef<Draft | null>(null);
  const isWriting = useRef(false);

  const blank = useCallback(
    () =>
      createDraft({
        id: services.newId(),
        now: services.now().toISOString(),
        guides: services.templates.map(({ id }) => id),
        system: services.system,
      }),
    [services],
  );

  useEffect(() => {
    let isHere = true;
    services.drafts().then(
      (found) => {
        if (!isHere) return;
        setAll(found);
        setDraft(found[0] ?? blank());
      },
      (error: unknown) => {
        if (!isHere) return;
        setDraft(blank());
        setKept({ state: 'failed', why: failureKindOf(error) });
      },
    );
    return () => {
      isHere = false;
    };
  }, [services, blank]);

  const write = useCallback(async () => {
    if (isWriting.current) return;
    isWriting.current = true;
    try {
      while (waiting.current) {
        const next = waiting.current;
        waiting.current = null;
        await services.keepDraft(next);
      }
      setKept({ state: 'kept' });
    } catch (error) {
      setKept({ state: 'failed', why: failureKindOf(error) });
    } finally {
      isWriting.current = false;
    }
  }, [services]);

  const change = useCallback(
    (changed: Draft) => {
      const next = { ...changed, changedAt: services.now().toISOString() };
      setDraft(next);
      setAll((drafts) => [next, ...drafts.filter(({ id }) => id !== next.id)]);
      setKept({ state: 'keeping' });
      waiting.current = next;
      void write();
    },
    [services, write],
  );

  return {
    draft,
    all,
    kept,
    change,
    open: (id) => setDraft(all.find((each) => each.id === id) ?? draft),
    begin: () => setDraft(blank()),
    add: (file) => change({ ...file, id: services.newId() }),
    async remove(id) {
      await services.removeDraft(id);
      const rest = all.filter((each) => each.id !== id);
      setAll(rest);
      if (draft?.id === id) setDraft(rest[0] ?? blank());
    },
  };
}
