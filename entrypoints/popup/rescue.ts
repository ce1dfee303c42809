import { dateIn } from '@/lib/notice/days';
import { saveFile } from '@/lib/platform/save-file';
import { writeBackup } from '@/lib/store/backup/file';
import { rescueRows } from '@/lib/store/backup/rescue';

/**
 * Hands the person a backup file of a database that does not open. Loaded when it is asked for.
 *
 * @param timeZone of the day in the file's name
 * @throws StoreFailure
 */
export async function saveRescue(at: Date, timeZone: string): Promise<void> {
  const text = await writeBackup(await rescueRows(), at.toISOString(), null);
  saveFile(`rebind-${dateIn(at, timeZone)}.json`, 'application/json', text);
}
