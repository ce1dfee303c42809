import { expectTypeOf, test } from 'vitest';
import type { SameShape } from '@/lib/store/parity';

// The assertions are the compiler's (`npm run typecheck`): the proof of parity must itself be able to fail.
test('SameShape is false for what plain assignability would let pass', () => {
  type Base = { readonly a: string; readonly b?: number | undefined };
  expectTypeOf<SameShape<Base, { a: string; b?: number | undefined }>>().toEqualTypeOf<true>();
  expectTypeOf<SameShape<Base, { a: string }>>().toEqualTypeOf<false>();
  expectTypeOf<SameShape<Base, { a: string; b: number | undefined }>>().toEqualTypeOf<false>();
  expectTypeOf<SameShape<Base, Base & { c?: string }>>().toEqualTypeOf<false>();
  expectTypeOf<SameShape<'x' | 'y', 'x'>>().toEqualTypeOf<false>();
  expectTypeOf<SameShape<{ a: readonly { readonly b: 1 }[] }, { a: { b: 1 }[] }>>().toEqualTypeOf<true>();
  expectTypeOf<SameShape<{ a: { b: 1 }[] }, { a: { b: 1 | 2 }[] }>>().toEqualTypeOf<false>();
  expectTypeOf<SameShape<{ a: string }, { a: never }>>().toEqualTypeOf<false>();
});
