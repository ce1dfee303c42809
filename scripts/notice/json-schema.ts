/** docs/notice-pack.schema.json: the schema of packs for editors and other programs, made from zod's. */
import { z } from 'zod';
import { packSchema } from '@/lib/notice/schema';

/**
 * The JSON Schema (draft 2020-12) of what a pack's writer gives. Unknown fields are allowed, as in the reader.
 * What JSON Schema cannot say (days that exist, references, phases that overlap) `notice:check` says.
 */
export function packJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(packSchema, { io: 'input', reused: 'inline' });
  return {
    ...schema,
    $id: 'rebind.notice/1',
    title: 'rebind.notice/1',
    description: 'One published notice as data: docs/notice-pack.md',
  };
}

export function writePackJsonSchema(): string {
  return `${JSON.stringify(packJsonSchema(), null, 2)}\n`;
}
