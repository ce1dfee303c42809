/** Whether this is the full run (`npm run test:full`) or the quick one, which takes a sample of what is many. */
export const isFull = Number(process.env.REBIND_ROUNDS ?? 1) > 1;

/** All of them in the full run; in the quick one every `nth`, from the first. */
export function sampled<T>(all: readonly T[], nth: number): readonly T[] {
  return isFull ? all : all.filter((_, at) => at % nth === 0);
}
