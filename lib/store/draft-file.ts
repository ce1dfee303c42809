/** A draft as a file: for another computer, or for the day after the browser was set up anew. Pure. */
import { completeDraft, type Draft } from '@/lib/author/draft';
import { draftSchema } from './draft-rows';

/** The draft in a file's text; null where it is none, or of another format. Never throws. */
export function readDraftFile(text: string): Draft | null {
  try {
    const read = draftSchema.safeParse(JSON.parse(text));
    return read.success ? completeDraft(read.data) : null;
  } catch {
    return null;
  }
}
