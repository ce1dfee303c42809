import { isFullDisk } from './failure';
import { StoreFailure } from './model';

/** One attempt to open one database at exactly one version. */
export interface GuardedFactory {
  readonly factory: IDBFactory;
  /** Whether data of an older version was being upgraded when the attempt ended. */
  readonly isUpgrading: () => boolean;
  /** Gives the attempt up: should the engine grant it later, nothing is upgraded and nothing held open. */
  readonly abandon: () => void;
}

/**
 * An IDBFactory that opens at the declared version or not at all.
 *
 * Dexie 4 helps where we must not be helped: it opens a database of a newer version without a version
 * number, and where the stores differ from the declaration it raises the version and patches them in.
 * Either would let an old Rebind write into a newer one's data (design.md §3.8).
 *
 * @param hear.blocked another connection holds an older version and has not closed on request.
 * @param hear.granted the engine has begun: it opens, upgrades or fails now, and is not waited for in vain.
 * @param hear.asked another connection wants this one to close: for a newer version, or (null) to delete
 *   the database. Heard before Dexie closes the connection.
 * @param hear.diskFull a transaction was undone because the disk is full. The engine says so to the transaction alone;
 *   its requests, which Dexie hears, are told that it was undone.
 */
export function guardFactory(
  inner: IDBFactory,
  version: number,
  hear: {
    readonly blocked: () => void;
    readonly granted: () => void;
    readonly asked: (newVersion: number | null) => void;
    readonly diskFull: () => void;
  },
): GuardedFactory {
  let upgrading = false;
  let abandoned = false;
  let opened = false;

  const open = (name: string, asked?: number): IDBOpenDBRequest => {
    if (asked === undefined) throw new StoreFailure('newer-version');
    if (asked !== version) {
      throw new StoreFailure('corrupted', { cause: new Error('stores differ from their declared version') });
    }
    // Dexie reopens a connection that the browser closed; ours is opened by a new attempt, under its guard.
    if (opened) throw new DOMException('the connection was closed', 'InvalidStateError');
    const request = inner.open(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      if (abandoned) {
        event.stopImmediatePropagation();
        request.transaction?.abort();
        return;
      }
      hear.granted();
      upgrading = event.oldVersion > 0;
    });
    request.addEventListener('success', (event) => {
      if (abandoned) {
        event.stopImmediatePropagation();
        request.result.close();
        return;
      }
      hear.granted();
      upgrading = false;
      opened = true;
      request.result.addEventListener('versionchange', ({ newVersion }) => hear.asked(newVersion));
      const hearAbort = ({ target }: Event) => {
        if (isFullDisk((target as IDBTransaction | null)?.error)) hear.diskFull();
      };
      // On its way down: Dexie stops it at the transaction.
      request.result.addEventListener('abort', hearAbort, { capture: true });
    });
    request.addEventListener('blocked', hear.blocked);
    return request;
  };

  return {
    factory: {
      open,
      cmp: inner.cmp.bind(inner),
      databases: inner.databases.bind(inner),
      deleteDatabase: inner.deleteDatabase.bind(inner),
    },
    isUpgrading: () => upgrading,
    abandon: () => {
      abandoned = true;
    },
  };
}
