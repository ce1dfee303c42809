/** Data of a database whose upgrade failed, carried to safety in a file; and files of every version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBackup, writeBackup } from '@/lib/store/backup/file';
import { rescueRows } from '@/lib/store/backup/rescue';
import { connect } from '@/lib/store/connection';
import { BACKUP_TABLES } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { SCHEMA_VERSIONS } from '@/lib/store/schema';
import { createEngine, type RawDatabase, readRaw, writeRaw } from './raw-database';

const MADE = '2026-11-25T00:00:00.000Z';
const LATEST = Math.max(...SCHEMA_VERSIONS.map(({ version }) => version));
const readFixture = (version: number): RawDatabase =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../lib/store/fixtures/v${version}.json`), 'utf8'));

/** Tables whose rows stand for themselves; the roster's come with numbers of edits. */
const TOLD = BACKUP_TABLES.filter((table) => table !== 'settings');

describe.each(SCHEMA_VERSIONS.map(({ version }) => version))('a database of version %i', (version) => {
  test('whose upgrade fails goes into a file whole, and comes back from it into today’s', async () => {
    const engine = createEngine();
    const frozen = readFixture(version);
    await writeRaw(engine.indexedDB, 'rebind', frozen);
    const failing = [
      ...SCHEMA_VERSIONS,
      {
        version: LATEST + 1,
        stores: {},
        upgrade: () => {
          throw new Error('half-way');
        },
      },
    ];
    await expect(connect('real', engine, failing)).rejects.toMatchObject({ kind: 'upgrade-failed' });

    const text = await writeBackup(await rescueRows(engine), MADE, null);
    // Read, and nothing else: the version that failed may try again.
    expect(await readRaw(engine.indexedDB, 'rebind')).toEqual(frozen);
    const { rows, unreadable } = await openBackup(text, null);
    expect(Object.values(unreadable).every((count) => count === 0)).toBe(true);
    const fresh = await openStore('real', createEngine());
    await fresh.restore(rows, 'ours');
    const after = await fresh.dump();
    for (const table of TOLD) {
      expect(after[table].length, table).toBe(frozen.rows[table]?.length ?? 0);
    }
    // Once more: nothing twice.
    await fresh.restore(rows, 'backup');
    const again = await fresh.dump();
    for (const table of TOLD) expect(again[table].length, table).toBe(after[table].length);
    fresh.close();
  });
});

test('where there is no database none is made', async () => {
  const engine = createEngine();
  await expect(rescueRows(engine)).rejects.toMatchObject({ name: 'StoreFailure' });
  expect(await engine.indexedDB.databases()).toEqual([]);
});
