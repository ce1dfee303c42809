import type { Connection } from './connection';
import type { Witness } from './engine';
import type { Namespace } from './model';

/** The row that says: this is the database the witness knows. No setting has a name like it. */
const MARK = { key: '$mark', value: true } as const;

export interface LossWatch {
  /** Whether data was kept here and the database that held it is gone. Stays so until acknowledged. */
  readonly isLost: () => Promise<boolean>;
  /** After a write, under the write lock: from now on its loss would be noticed. */
  readonly noteUse: () => Promise<void>;
  readonly acknowledge: () => Promise<void>;
}

export function watchForLoss(
  namespace: Namespace,
  connection: Connection,
  witness: Witness | undefined,
): LossWatch {
  let noted = witness === undefined;
  const mark = () =>
    connection.run((database) =>
      database.transaction('rw', database.settings, async () => {
        await database.settings.put(MARK);
      }),
    );
  const isLost = async () => {
    if (!witness || !(await witness.has(namespace))) return false;
    return (await connection.run(({ settings }) => settings.get(MARK.key))) === undefined;
  };
  return {
    isLost,
    noteUse: async () => {
      if (noted || !witness) return;
      try {
        // The mark first: a crash in between leaves a mark without a witness, which alarms nobody.
        if (!(await isLost())) await mark();
        await witness.set(namespace, true);
        noted = true;
      } catch (error) {
        // The write itself is kept; the next one tries again.
        console.warn('rebind: the loss of this database would go unnoticed', error);
      }
    },
    acknowledge: mark,
  };
}
