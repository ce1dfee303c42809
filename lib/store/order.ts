/** Oldest first, so that lists stand still while rows are edited. */
export function sortByAge<Row extends { readonly id: string; readonly createdAt: string }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...rows].sort(
    (a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
  );
}
