import { keyPart } from '@/lib/locale/key-part';
import type { PageState, TroubleState } from '@/lib/page/model';
import type { PlannedNote, Tone } from './model';
import { note } from './note-scene';
import { isTrouble } from './steps';
import { write } from './wording';

/** How a trouble is told, and the contact role to call about it first. */
const TROUBLES: Readonly<Record<TroubleState, { readonly tone: Tone; readonly call: string }>> = {
  'driver-missing': { tone: 'caution', call: 'ca-vendor' },
  'key-missing': { tone: 'caution', call: 'ca-vendor' },
  'pin-wrong': { tone: 'caution', call: 'ca-vendor' },
  'pin-locked': { tone: 'caution', call: 'ca-vendor' },
  'certificate-expired': { tone: 'caution', call: 'ca-vendor' },
  'already-bound': { tone: 'caution', call: 'ca-vendor' },
  'session-expired': { tone: 'info', call: 'system-vendor' },
  'system-busy': { tone: 'info', call: 'system-vendor' },
};

/** Cause and cure of the trouble a page shows, the commonest mistake first (field-notes §1, design.md §8). */
export function troubleNotes(state: PageState): readonly PlannedNote[] {
  return isTrouble(state) ? [note(TROUBLES[state].tone, write(`trouble.${keyPart(state)}`))] : [];
}

/** Whom to call about the trouble on the page, if there is one. */
export function troubleRole(state: PageState): string | undefined {
  return isTrouble(state) ? TROUBLES[state].call : undefined;
}
