/** Compile-time proof that a schema and the type it stands for describe one shape. Types only. */

type Mutable<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * `true` where A and B are the same type but for `readonly`, both ways: a field, an optional mark or a
 * member of a union on one side alone makes it `false`, which plain assignability would let pass.
 */
export type SameShape<A, B> = Identical<Mutable<A>, Mutable<B>>;

/** Compiles only for `true`. */
export type Proof<T extends true> = T;
