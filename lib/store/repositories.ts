/** The repositories of one namespace: each write is one transaction, whole or not at all. */
import type { Fact, Journey, NewFact } from '@/lib/guide/model';
import { dumpRows, restoreRows } from './backup/tables';
import { checkRow, readRows } from './border';
import type { Connection } from './connection';
import { draftRepository } from './drafts';
import { toStoreFailure } from './failure';
import { feedRepository } from './feed';
import { findFault } from './find-fault';
import {
  type BadRow,
  type Namespace,
  type Store,
  StoreFailure,
  type StoreHealth,
  TABLE_NAMES,
  type TableName,
} from './model';
import { sortByAge } from './order';
import { packRepository } from './packs';
import { rosterRepository } from './roster';
import {
  certificateSchema,
  factSchema,
  journeySchema,
  newFactSchema,
  settingSchema,
  subjectSchema,
} from './rows';
import type { RebindDatabase } from './schema';
import { readSetting } from './setting';
import { shelfRepository } from './shelf';
import type { LossWatch } from './witness';
import type { WriteLock } from './write-lock';

/** A write refused for a reason of ours; the transaction around it is undone. */
function refuse(why: string): StoreFailure {
  return new StoreFailure('unknown', { cause: new Error(why) });
}

async function requireSubject(database: RebindDatabase, id: string): Promise<void> {
  if ((await database.subjects.where('id').equals(id).count()) === 0) throw refuse(`no subject ${id}`);
}

export function createRepositories(
  namespace: Namespace,
  connection: Connection,
  lock: WriteLock,
  watch: LossWatch,
): Store {
  const { run } = connection;
  // The browser may refuse the lock itself (a document being torn down): no other error leaves here either.
  const locked = <T>(work: () => Promise<T>) =>
    lock(work).catch((error: unknown) => {
      throw toStoreFailure(error);
    });
  const write = <T>(work: (database: RebindDatabase) => PromiseLike<T>) =>
    locked(async () => {
      const result = await run(work);
      await watch.noteUse();
      return result;
    });

  return {
    namespace,

    subjects: {
      list: () => run(async ({ subjects }) => sortByAge(readRows(subjectSchema, await subjects.toArray()))),
      get: (id) => run(async ({ subjects }) => readRows(subjectSchema, [await subjects.get(id)])[0]),
      put: async (row) => {
        const checked = checkRow(subjectSchema, row);
        await write((database) =>
          database.transaction('rw', database.subjects, () => database.subjects.put(checked)),
        );
      },
      remove: (id) => write((database) => removeSubject(database, id)),
    },

    certificates: {
      list: (subject) =>
        run(async ({ certificates }) => {
          const rows = subject === undefined ? certificates : certificates.where('subject').equals(subject);
          return sortByAge(readRows(certificateSchema, await rows.toArray()));
        }),
      put: async (row) => {
        const checked = checkRow(certificateSchema, row);
        await write((database) =>
          database.transaction('rw', database.subjects, database.certificates, async () => {
            await requireSubject(database, checked.subject);
            await database.certificates.put(checked);
          }),
        );
      },
      remove: (id) =>
        write((database) =>
          database.transaction('rw', database.certificates, () => database.certificates.delete(id)),
        ),
    },

    ledger: {
      begin: async (journey) => {
        const checked = checkRow(journeySchema, journey);
        return write((database) => beginJourney(database, checked));
      },
      journeys: (subject) =>
        run(async ({ journeys }) => {
          const rows = subject === undefined ? journeys : journeys.where('subject').equals(subject);
          return readRows(journeySchema, await rows.toArray());
        }),
      facts: (journey) =>
        run(async ({ facts }) =>
          readRows(factSchema, await facts.where('journey').equals(journey).toArray()),
        ),
      append: async (facts) => {
        const checked = facts.map((fact) => checkRow(newFactSchema, fact));
        if (checked.length === 0) return [];
        return write((database) => appendFacts(database, checked));
      },
    },

    settings: {
      get: (key) => run(async ({ settings }) => readSetting(key, await settings.get(key))),
      set: async (key, value) => {
        const checked = checkRow(settingSchema, { key, value });
        await write((database) =>
          database.transaction('rw', database.settings, () => database.settings.put(checked)),
        );
      },
      change: (key, change) =>
        write((database) =>
          database.transaction('rw', database.settings, async () => {
            const value = change(readSetting(key, await database.settings.get(key)));
            await database.settings.put(checkRow(settingSchema, { key, value }));
            return value;
          }),
        ),
    },

    roster: rosterRepository(run, write),
    drafts: draftRepository(run, write),

    packs: packRepository(run, write),
    feed: feedRepository(run, write),
    shelf: shelfRepository(run, write),

    health: async () => {
      // A witness that cannot be asked knows of no loss; the rows can be examined all the same.
      const lost = await watch.isLost().catch(() => false);
      return run((database) => examine(database, lost));
    },

    acknowledgeLoss: () => locked(watch.acknowledge),

    seedFrom: async (source) => {
      if (source.namespace === namespace) throw refuse('a database cannot be seeded from itself');
      const [subjects, certificates] = await Promise.all([
        source.subjects.list(),
        source.certificates.list(),
      ]);
      const owned = certificates.filter(({ subject }) => subjects.some(({ id }) => id === subject));
      await write((database) =>
        database.transaction('rw', database.subjects, database.certificates, async () => {
          await database.subjects.bulkPut(subjects);
          await database.certificates.bulkPut(owned);
        }),
      );
    },

    dump: () => run((database) => database.transaction('r', database.tables, () => dumpRows(database))),

    restore: (rows, preference) =>
      write((database) =>
        database.transaction('rw', database.tables, () => restoreRows(database, rows, preference)),
      ),

    close: connection.close,
  };
}

function examine(database: RebindDatabase, lost: boolean): PromiseLike<StoreHealth> {
  return database.transaction('r', database.tables, async () => {
    const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, 0])) as Record<TableName, number>;
    const bad: BadRow[] = [];
    for (const table of TABLE_NAMES) {
      // Row by row: a roster with what undoing needs is more than should be held at once.
      await database.table(table).each((row: unknown, { primaryKey }) => {
        rows[table] += 1;
        const fault = findFault(table, String(primaryKey), row);
        if (fault) bad.push(fault);
      });
    }
    return { rows, bad, lost };
  });
}

function removeSubject(database: RebindDatabase, id: string): PromiseLike<void> {
  const { subjects, certificates, journeys, facts, ready } = database;
  return database.transaction('rw', [subjects, certificates, journeys, facts, ready], async () => {
    // They were worked out from what the subject's certificates are.
    await ready.delete('answers');
    const begun = await journeys.where('subject').equals(id).primaryKeys();
    await facts.where('journey').anyOf(begun).delete();
    await journeys.bulkDelete(begun);
    await certificates.where('subject').equals(id).delete();
    await subjects.delete(id);
  });
}

function beginJourney(database: RebindDatabase, journey: Journey): PromiseLike<Journey> {
  return database.transaction('rw', database.subjects, database.journeys, async () => {
    const kept = await database.journeys.get(journey.id);
    if (kept === undefined) {
      await requireSubject(database, journey.subject);
      await database.journeys.add(journey);
      return journey;
    }
    const [readable] = readRows(journeySchema, [kept]);
    // Beginning again over a damaged row would change the pinned version unseen.
    if (!readable) throw new StoreFailure('corrupted');
    return readable;
  });
}

function appendFacts(database: RebindDatabase, wanted: readonly NewFact[]): PromiseLike<readonly Fact[]> {
  const { facts, journeys } = database;
  return database.transaction('rw', facts, journeys, async () => {
    for (const journey of new Set(wanted.map((fact) => fact.journey))) {
      if ((await journeys.where('id').equals(journey).count()) === 0) throw refuse(`no journey ${journey}`);
    }
    const added: Fact[] = [];
    for (const fact of wanted) {
      if ((await facts.where('id').equals(fact.id).count()) > 0) continue;
      const order = await facts.add(fact);
      added.push({ ...fact, order });
    }
    return added;
  });
}
