/** What of the popup carries Dexie: loaded when the first paint is done. */
import { witness } from '@/lib/platform/witness';
import { eraseSubject } from '@/lib/store/erase';
import { storeKeeper } from '@/lib/store/keeper';

export { watchRecords } from './watch-records';

/** Opens each namespace once for this page. */
export const openStore = storeKeeper({ witness });

export const eraseSubjectEverywhere = (id: string) => eraseSubject(id, { witness });
