import type { PopupRecords } from '@/components/popup/services';
import type { Settings, Store } from '@/lib/store/model';

/** The settings the popup goes by. */
export type Shown = Pick<Settings, 'preview' | 'largeType' | 'thresholds' | 'snoozed'>;

/** Settings, and the records where no preview is on; both are asked for at once, since none mostly is. */
export async function readReal(store: Store): Promise<{ shown: Shown; records: PopupRecords | null }> {
  const { settings } = store;
  const [preview, largeType, thresholds, snoozed, rows] = await Promise.all([
    settings.get('preview'),
    settings.get('largeType'),
    settings.get('thresholds'),
    settings.get('snoozed'),
    readRows(store),
  ]);
  const shown = { preview, largeType, thresholds, snoozed };
  return { shown, records: preview === null ? { namespace: 'real', ...shown, ...rows } : null };
}

/** All records of a preview, for the settings in force. */
export async function readRecords(store: Store, shown: Shown): Promise<PopupRecords> {
  const namespace = shown.preview === null ? 'real' : 'preview';
  return { namespace, ...shown, ...(await readRows(store)) };
}

async function readRows(store: Store): Promise<Omit<PopupRecords, 'namespace' | keyof Shown>> {
  const [subjects, certificates, journeys] = await Promise.all([
    store.subjects.list(),
    store.certificates.list(),
    store.ledger.journeys(),
  ]);
  const facts = (await Promise.all(journeys.map(({ id }) => store.ledger.facts(id)))).flat();
  return { subjects, certificates, journeys, facts };
}
