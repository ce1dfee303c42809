/** Which texts stood on a page before the person did something there, and so are help and no answer. */
import type { FindFresh } from '@/lib/page/recognise';

/** Texts that stood in a view when the person had done nothing in it, and after how many of their acts. */
interface Standing {
  readonly since: number;
  readonly texts: readonly string[];
}

/** Forms whose help is remembered. */
const MOST_FORMS = 20;

/**
 * Remembers from look to look. A form that is back, from under a list or after loading, is the one that it
 * was: nobody may have looked when it was alone, and an answer may have come with it.
 *
 * @param address where the document is now
 * @param acts how often the person did something so far
 */
export function rememberStanding(address: () => string, acts: () => number): FindFresh {
  let place = '';
  let current: Standing = { since: 0, texts: [] };
  const forms = new Map<string, Standing>();

  return ({ asks, form }, texts) => {
    const here = address() + asks;
    const key = form && address() + form;
    const known = here === place ? current : forms.get(key);
    current = known && known.since < acts() ? known : { since: acts(), texts };
    place = here;
    if (forms.size >= MOST_FORMS) forms.clear();
    if (key) forms.set(key, current);
    return texts.filter((text) => !current.texts.includes(text));
  };
}
