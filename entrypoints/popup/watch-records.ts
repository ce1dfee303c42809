import type { Heard, PopupRecords } from '@/components/popup/services';
import { toStoreFailure } from '@/lib/store/failure';
import { observe } from '@/lib/store/live';
import type { Namespace, Store } from '@/lib/store/model';
import { readReal, readRecords, type Shown } from './read-records';

/**
 * Hears the records of the namespace in force, again after every change, whoever made it. Settings live in
 * the real database alone and decide the namespace: with no preview on, one reading gives both.
 */
export function watchRecords(
  open: (namespace: Namespace) => Promise<Store>,
  hear: (heard: Heard) => void,
  signal: AbortSignal,
): void {
  const fail = (error: unknown) => {
    if (!signal.aborted) hear({ ok: false, failure: toStoreFailure(error).kind });
  };
  const give = (records: PopupRecords) => hear({ ok: true, records });
  let previewed: { readonly shown: Shown; readonly visit: AbortController } | null = null;
  signal.addEventListener('abort', () => previewed?.visit.abort(), { once: true });

  const followPreview = async (shown: Shown) => {
    const known = previewed?.shown;
    if (known?.preview === shown.preview && known.largeType === shown.largeType) return;
    previewed?.visit.abort();
    const visit = new AbortController();
    previewed = { shown, visit };
    const store = await open('preview');
    observe(store, (from) => readRecords(from, shown), { value: give, failure: fail }, visit.signal);
  };
  const hearReal = ({ shown, records }: { shown: Shown; records: PopupRecords | null }) => {
    if (records === null) {
      followPreview(shown).catch(fail);
      return;
    }
    previewed?.visit.abort();
    previewed = null;
    give(records);
  };
  open('real')
    .then((store) => observe(store, readReal, { value: hearReal, failure: fail }, signal))
    .catch(fail);
}
