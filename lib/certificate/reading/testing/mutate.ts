/** Damages certificates at random, reproducibly. Tests only. */
import fc from 'fast-check';

/** One thing done to the bytes; `at` is taken modulo their number. */
export interface Damage {
  readonly kind: 'flip' | 'set' | 'cut' | 'remove' | 'insert' | 'repeat';
  readonly at: number;
  readonly value: number;
}

export const anyDamage: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Damage['kind']>('flip', 'flip', 'set', 'set', 'cut', 'remove', 'insert', 'repeat'),
    at: fc.nat(5_000),
    value: fc.nat(255),
  }),
  { minLength: 1, maxLength: 4 },
);

export function damage(bytes: Uint8Array, all: readonly Damage[]): Uint8Array {
  return all.reduce(apply, bytes.slice());
}

function apply(bytes: Uint8Array, { kind, at, value }: Damage): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, after] = [bytes.slice(0, place), bytes.slice(place)];
  switch (kind) {
    case 'flip':
      return Uint8Array.from([...before, (after[0] ?? 0) ^ (1 << (value % 8)), ...after.slice(1)]);
    case 'set':
      return Uint8Array.from([...before, value, ...after.slice(1)]);
    case 'cut':
      return before;
    case 'remove':
      return Uint8Array.from([...before, ...after.slice(1 + (value % 8))]);
    case 'insert':
      return Uint8Array.from([...before, value, ...after]);
    case 'repeat':
      return Uint8Array.from([...before, ...after.slice(0, value), ...after]);
  }
}
