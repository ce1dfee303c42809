import type { Adding } from '@/lib/notice/adding';

/** A file looked at as a notice pack. */
export type LookedAtPack =
  /** `encoding`: not UTF-8. `unreadable-file`: gone meanwhile, a folder, no permission. */
  | { readonly ok: false; readonly why: 'too-large' | 'encoding' | 'unreadable-file' }
  | Exclude<Adding, { readonly ok: true }>
  | (Extract<Adding, { readonly ok: true }> & {
      /** Rejects with `StoreFailure`. Resolves to false, and nothing was written, where a newer version came meanwhile. */
      use(choice: { readonly chooseRegion: boolean }): Promise<boolean>;
    });
