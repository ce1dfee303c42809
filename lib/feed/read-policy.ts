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

type Pin = z.output<typeof pinSchema>;

/** Each pack's first pin. A later one to another version would hold by the order in which somebody looks: it is named instead. */
function firstPins(pins: readonly (readonly [at: number, pin: Pin])[], faults: string[]): readonly Pin[] {
  const first = new Map<string, Pin>();
  for (const [at, pin] of pins) {
    const known = first.get(pin.id);
    if (!known) first.set(pin.id, pin);
    else if (known.version !== pin.version) faults.push(`${PARTS.pinned}[${at}].version`);
  }
  return [...first.values()];
}

/**
 * Reads the administrator's policy. Each part, and each entry of a list, stands by itself: what cannot be read does not
 * count and is named in `faults`, the rest holds. A feed with any fault is none; a pack pinned twice stays at the first.
 */
export function readPolicy(policy: Readonly<Record<string, unknown>>): Administration {
  const faults: string[] = [];
  const read = <S extends z.ZodMiniType>(schema: S, value: unknown, at: string): z.output<S> | null => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    faults.push(...tell(at, parsed.error.issues));
    return null;
  };
  const readList = <S extends z.ZodMiniType>(
    schema: S,
    part: string,
  ): readonly (readonly [at: number, each: z.output<S>])[] => {
    const value = policy[part];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      faults.push(part);
      return [];
    }
    return value.flatMap((each, at) => {
      const known = read(schema, each, `${part}[${at}]`);
      return known === null ? [] : [[at, known] as const];
    });
  };
  const asked = policy[PARTS.feed];
  return {
    feed: asked === undefined || asked === null ? null : read(feedChoiceSchema, asked, PARTS.feed),
    pinned: firstPins(readList(pinSchema, PARTS.pinned), faults),
    blocked: readList(blockSchema, PARTS.blocked).map(([, block]) => block),
    faults: [...new Set(faults)].slice(0, MOST_FAULTS),
  };
}
