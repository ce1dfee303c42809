import type { Heard, PopupRecords } from '@/components/popup/services';
import { toStoreFailure } from '@/lib/store/failure';
import { observe } from '@/lib/store/live';
import type { Namespace, Settings, Store } from '@/lib/store/model';

type InForce = Pick<Settings, 'preview' | 'largeType'>;

/**
 * Hears the records of the namespace in force, again after every change, whoever made it. Settings live in
 * the real database alone and decide the namespace: when the preview goes on or off, the other one is read.
 */
export function watchRecords(
  open: (namespace: Namespace) => Promise<Store>,
  hear: (heard: Heard) => void,
  signal: AbortSignal,
): void {
  const fail = (error: unknown) => {
    if (!signal.aborted) hear({ ok: false, failure: toStoreFailure(error).kind });
  };
  let inForce: InForce | null = null;
  let visit = new AbortController();
  signal.addEventListener('abort', () => visit.abort(), { once: true });

  const follow = async (settings: InForce) => {
    const { preview, largeType } = settings;
    if (inForce?.preview === preview && inForce.largeType === largeType) return;
    inForce = settings;
    visit.abort();
    visit = new AbortController();
    const current = visit.signal;
    const store = await open(preview === null ? 'real' : 'preview');
    if (current.aborted || signal.aborted) return;
    const value = (records: PopupRecords) => hear({ ok: true, records });
    observe(store, (from) => readRecords(from, settings), { value, failure: fail }, current);
  };
  const value = (settings: InForce) => void follow(settings).catch(fail);
  open('real')
    .then((store) => observe(store, readSettings, { value, failure: fail }, signal))
    .catch(fail);
}

async function readSettings({ settings }: Store): Promise<InForce> {
  const [preview, largeType] = await Promise.all([settings.get('preview'), settings.get('largeType')]);
  return { preview, largeType };
}

async function readRecords(store: Store, { preview, largeType }: InForce): Promise<PopupRecords> {
  const [subjects, certificates, journeys] = await Promise.all([
    store.subjects.list(),
    store.certificates.list(),
    store.ledger.journeys(),
  ]);
  const facts = (await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)))).flat();
  const namespace = preview === null ? 'real' : 'preview';
  return { namespace, preview, largeType, subjects, certificates, facts };
}
