/** What was read of words that stand in many rows of a list: each is read once. */
import { refuseText } from '@/lib/certificate/refusal';
import { formsIn } from './cell-words';
import { dayIn } from './plain';
import { saidOfEach } from './said-states';
import { stateIn } from './state-words';

/** What was read of words that stand in many rows: states, supervising units, names of the same people. */
export class KnownWords {
  constructor(private readonly from1904: boolean) {}

  readonly refusal = remembering((text) => refuseText(text));
  readonly state = remembering(stateIn);
  readonly each = remembering(saidOfEach);
  readonly forms = remembering(formsIn);
  readonly day = remembering((text) => dayIn(text, this.from1904));
}

/** Enough for what repeats itself; a list of nothing but different texts is not kept. */
const MOST_REMEMBERED = 4_000;

function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    if (known.size < MOST_REMEMBERED) known.set(text, value);
    return value;
  };
}
