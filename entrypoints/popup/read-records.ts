import type { PopupRecords } from '@/components/popup/services';
import type { Settings, Store } from '@/lib/store/model';

/** The settings the popup goes by. */
export type Shown = Pick<Settings, 'preview' | 'largeType'>;

/** Settings, and the records where no preview is on. */
export async function readReal(store: Store): Promise<{ shown: Shown; records: PopupRecords | null }> {
  const { settings } = store;
  const [preview, largeType] = await Promise.all([settings.get('preview'), settings.get('largeType')]);
  const shown = { preview, largeType };
  return { shown, records: preview === null ? await readRecords(store, shown) : null };
}

/** All records of a namespace, for the settings in force. */
export async function readRecords(store: Store, { preview, largeType }: Shown): Promise<PopupRecords> {
  const [subjects, certificates, journeys] = await Promise.all([
    store.subjects.list(),
    store.certificates.list(),
    store.ledger.journeys(),
  ]);
  const facts = (await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)))).flat();
  const namespace = preview === null ? 'real' : 'preview';
  return { namespace, preview, largeType, subjects, certificates, facts };
}
