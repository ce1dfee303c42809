import { watchDisk } from './disk-watch';
import { findEngine, patienceOf, type StoreDeps, silenceOf } from './engine';
import { isConnectionClosed, toStoreFailure } from './failure';
import { guardFactory } from './guarded-factory';
import { type Namespace, StoreFailure } from './model';
import {
  createDatabase,
  DATABASE_NAMES,
  engineVersion,
  type RebindDatabase,
  SCHEMA_VERSIONS,
  type SchemaVersion,
} from './schema';

/** The line to one database; it survives the browser closing the database under it. */
export interface Connection {
  /** @throws StoreFailure only. */
  readonly run: <T>(work: (database: RebindDatabase) => PromiseLike<T>) => Promise<T>;
  readonly close: () => void;
}

/**
 * Opens the database of a namespace, upgrading older data.
 * @param versions the schema; another one only in tests of upgrades that fail.
 * @throws StoreFailure only; nothing is ever reset, deleted or half-upgraded.
 */
export async function connect(
  namespace: Namespace,
  deps: StoreDeps,
  versions: readonly SchemaVersion[] = SCHEMA_VERSIONS,
): Promise<Connection> {
  let opening: Promise<RebindDatabase> | null = null;
  let current: RebindDatabase | null = null;
  let ended: StoreFailure | null = null;
  const disk = watchDisk();

  const open = (): Promise<RebindDatabase> => {
    let superseded = false;
    const hearAsked = (newVersion: number | null) => {
      superseded = newVersion !== null;
    };
    opening ??= openOnce(namespace, deps, versions, { asked: hearAsked, diskFull: disk.noteFull })
      .then((database) => {
        if (ended) {
          database.close();
          throw ended;
        }
        current = database;
        // Chromium opens a database only where there is room.
        disk.noteRoom();
        database.on('close', () => {
          if (current !== database) return;
          current = null;
          const failure = new StoreFailure(superseded ? 'newer-version' : 'unknown');
          if (superseded) ended = failure;
          deps.onClosed?.(failure);
        });
        return database;
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  };

  const attempt = async <T>(work: (database: RebindDatabase) => PromiseLike<T>): Promise<T> => {
    if (ended) throw ended;
    return work(current ?? (await open()));
  };

  await open();
  return {
    run: async (work) => {
      try {
        try {
          return await attempt(work);
        } catch (error) {
          // Once: the browser may close a connection at any time (storage cleared, page back from cache).
          if (ended || error instanceof StoreFailure || !isConnectionClosed(error)) throw error;
          return await attempt(work);
        }
      } catch (error) {
        const failure = ended ?? toStoreFailure(error);
        throw (await disk.isTheCauseOf(failure)) ? new StoreFailure('quota', { cause: error }) : failure;
      }
    },
    close: () => {
      ended ??= new StoreFailure('unknown', { cause: new Error('the store was closed') });
      const database = current;
      current = null;
      database?.close();
    },
  };
}

async function openOnce(
  namespace: Namespace,
  deps: StoreDeps,
  versions: readonly SchemaVersion[],
  hear: { readonly asked: (newVersion: number | null) => void; readonly diskFull: () => void },
): Promise<RebindDatabase> {
  const engine = findEngine(deps);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (failure: StoreFailure) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp(new StoreFailure('blocked')), milliseconds);
  };
  const guard = guardFactory(engine.indexedDB, engineVersion(versions), {
    ...hear,
    blocked: () => wait(patienceOf(deps)),
    granted: () => clearTimeout(timer),
  });
  const database = createDatabase(
    DATABASE_NAMES[namespace],
    { ...engine, indexedDB: guard.factory },
    versions,
  );
  try {
    wait(silenceOf(deps));
    await Promise.race([database.open(), blocked]);
    return database;
  } catch (error) {
    guard.abandon();
    database.close();
    const failure = toStoreFailure(error);
    const byUpgrade = guard.isUpgrading() && failure.kind !== 'quota' && failure.kind !== 'blocked';
    throw byUpgrade ? new StoreFailure('upgrade-failed', { cause: error }) : failure;
  } finally {
    clearTimeout(timer);
  }
}
