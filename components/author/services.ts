import type { Draft } from '@/lib/author/draft';
import type { WritingParts } from '@/lib/author/to-pack';
import type { NoticePack } from '@/lib/notice/model';
import type { StoreFailureKind } from '@/lib/store/model';

/** What the page 编写通知 needs from the outside. */
export interface AuthorServices extends WritingParts {
  /** Packs at hand: those a notice can supplement, correct or replace. */
  readonly knownPacks: readonly NoticePack[];
  /** The system notices are about as a rule. */
  readonly system: { readonly name: string; readonly hosts: readonly string[] };
  /** A reader of texts' initials by sound (常州: cz), loaded when it is first needed. */
  initials(): Promise<(text: string) => string>;
  now(): Date;
  newId(): string;
  /** All drafts, the one changed last first. Rejects with `StoreFailure`. */
  drafts(): Promise<readonly Draft[]>;
  /** Rejects with `StoreFailure`; then the draft on disk is as it was. */
  keepDraft(draft: Draft): Promise<void>;
  removeDraft(id: string): Promise<void>;
  /** A draft that was saved as a file; null where the text is none. Never throws. */
  readDraft(text: string): Draft | null;
  saveFile(name: string, type: string, text: string): void;
  print(): void;
}

/** Whether what is on the screen is on the disk. */
export type Kept =
  | { readonly state: 'kept' | 'keeping' }
  | { readonly state: 'failed'; readonly why: StoreFailureKind };
