/** What a draft of a notice must look like at the border of the database. */
import * as z from 'zod/mini';
import { LONGEST_NOTICE } from '@/lib/author/clauses';
import { DRAFT_FORMAT } from '@/lib/author/draft';

z.config({ jitless: true });

const LONGEST_FIELD = 4000;
const LONGEST_BASE = 2_000_000;
const MOST_ENTRIES = 300;
const MOST_UNCHECKED = 2000;

const id = z.string().check(z.minLength(1), z.maxLength(100));
const field = z.string().check(z.maxLength(LONGEST_FIELD));
const ids = z.array(field).check(z.maxLength(MOST_ENTRIES));
const entry = z.catchall(z.object({ id, cite: field }), z.union([field, z.boolean(), ids]));

/** Parts and fields are not named here: a later form may have more, and what it wrote is kept. */
export const draftSchema = z.object({
  format: z.literal(DRAFT_FORMAT),
  id,
  noticeText: z.string().check(z.maxLength(LONGEST_NOTICE)),
  header: z.record(z.string(), field),
  entries: z.record(z.string(), z.array(entry).check(z.maxLength(MOST_ENTRIES))),
  guides: ids,
  setAside: ids,
  unchecked: z.optional(z.array(field).check(z.maxLength(MOST_UNCHECKED))),
  supplements: ids,
  corrects: z.optional(ids),
  replaces: ids,
  /** A whole pack; its reader has limits of its own. */
  baseFile: z.optional(z.string().check(z.maxLength(LONGEST_BASE))),
  changedAt: z.iso.datetime(),
});
