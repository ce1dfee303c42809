import { startTransition, useEffect, useState } from 'react';

/** False for the first paint, true from the next: what is not in sight yet need not hold up what is. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => startTransition(() => setPainted(true)), []);
  return painted;
}
