import type { LookedAt, SettingsServices } from '@/components/settings/services';
import { dateIn } from '@/lib/notice/days';
import { saveFile } from '@/lib/platform/save-file';
import { mergeBackup } from '@/lib/store/backup/merge';
import { BackupFailure } from '@/lib/store/backup/model';
import type { Store } from '@/lib/store/model';

/** Backup and restore over the real database. The file format is loaded when it is asked for. */
export function backupServices(
  real: () => Promise<Store>,
  now: () => Date,
  timeZone: string,
  changed: () => void,
): Pick<SettingsServices, 'saveBackup' | 'saveRescue' | 'lookAtBackup'> {
  return {
    async saveBackup(passphrase) {
      const { writeBackup } = await import('@/lib/store/backup/file');
      const rows = await (await real()).dump();
      const at = now();
      const text = await writeBackup(rows, at.toISOString(), passphrase);
      saveFile(`rebind-${dateIn(at, timeZone)}.json`, 'application/json', text);
    },
    async saveRescue() {
      const { saveRescue } = await import('@/entrypoints/popup/rescue');
      await saveRescue(now(), timeZone);
    },
    async lookAtBackup(text, passphrase): Promise<LookedAt> {
      const { openBackup } = await import('@/lib/store/backup/file');
      try {
        const { rows, madeAt, unreadable } = await openBackup(text, passphrase);
        const store = await real();
        const { plan } = mergeBackup(await store.dump(), rows, 'ours');
        const offer = {
          plan,
          unreadable,
          madeOn: dateIn(new Date(madeAt), timeZone),
          restore: async (preference: Parameters<Store['restore']>[1]) => {
            await store.restore(rows, preference);
            changed();
          },
        };
        return { ok: true, offer };
      } catch (error) {
        if (error instanceof BackupFailure) return { ok: false, error: error.kind };
        throw error;
      }
    },
  };
}
