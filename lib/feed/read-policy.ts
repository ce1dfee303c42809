import type * as z from 'zod/mini';
import type { Administration } from './model';
import { blockSchema, feedChoiceSchema, pinSchema } from './schema';

/** Names of the policy's parts; `public/managed-storage.json` describes them to the browser. */
const PARTS = { feed: 'noticeFeed', pinned: 'pinnedPacks', blocked: 'blockedPacks' } as const;
/** Faults told at most: one slip often makes many. */
const MOST_FAULTS = 20;

function tell(part: string, issues: readonly z.core.$ZodIssue[]): readonly string[] {
  return issues.map(({ path }) =>
    path.reduce<string>(
      (told, step) => (typeof step === 'number' ? `${told}[${step}]` : `${told}.${String(step)}`),
      part,
    ),
  );
}

/**
 * Reads the administrator's policy. Each part, and each entry of a list, stands by itself: what cannot be read does not
 * count and is named in `faults`, the rest holds. A feed with any fault is none.
 */
export function readPolicy(policy: Readonly<Record<string, unknown>>): Administration {
  const faults: string[] = [];
  const read = <S extends z.ZodMiniType>(schema: S, value: unknown, at: string): z.output<S> | null => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push(...tell(at, parsed.error.issues));
    return null;
  };
  const readList = <S extends z.ZodMiniType>(schema: S, part: string): readonly z.output<S>[] => {
    const value = policy[part];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      faults.push(part);
      return [];
    }
    return value.flatMap((each, at) => read(schema, each, `${part}[${at}]`) ?? []);
  };
  const asked = policy[PARTS.feed];
  return {
    feed: asked === undefined || asked === null ? null : read(feedChoiceSchema, asked, PARTS.feed),
    pinned: readList(pinSchema, PARTS.pinned),
    blocked: readList(blockSchema, PARTS.blocked),
    faults: [...new Set(faults)].slice(0, MOST_FAULTS),
  };
}
