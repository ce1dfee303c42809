/** How many cases a property test tries: `quick` times REBIND_ROUNDS, which the full test run raises. */
export function rounds(quick: number): { numRuns: number } {
  const factor = Number(process.env.REBIND_ROUNDS ?? 1);
  return { numRuns: quick * (Number.isInteger(factor) && factor > 0 ? factor : 1) };
}
