/** Several small numbers as one, and back: a mixed radix number (docs/help-code.md). */

export interface Place {
  readonly name: string;
  /** How many values it has. */
  readonly size: number;
}

/** How many numbers there are. */
export function capacityOf(places: readonly Place[]): number {
  return places.reduce((product, { size }) => product * size, 1);
}

/** @param values one a place, each from 0 to its size − 1. Throws RangeError for any other. */
export function pack(places: readonly Place[], values: Readonly<Record<string, number>>): number {
  return places.reduce((number, { name, size }) => {
    const value = values[name];
    if (value === undefined || !Number.isInteger(value) || value < 0 || value >= size) {
      throw new RangeError(`help code: ${name} is not 0 to ${size - 1}`);
    }
    return number * size + value;
  }, 0);
}

/** null where the number is beyond the last one. Exact: all numbers stay below 2^53. */
export function unpack(places: readonly Place[], number: number): Readonly<Record<string, number>> | null {
  if (number >= capacityOf(places)) return null;
  const values: Record<string, number> = {};
  let rest = number;
  for (const { name, size } of [...places].reverse()) {
    values[name] = rest % size;
    rest = Math.floor(rest / size);
  }
  return values;
}
