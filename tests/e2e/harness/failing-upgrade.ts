/** A database of an earlier version, and a build that cannot bring it up to date. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '@/scripts/setup/paths.mjs';
import type { RawDatabase } from '@/tests/unit/store/raw-database';

/** The latest version's declaration as it stands in the built scripts, and one fault put into it. */
const DECLARED = 'stores:{feed:`key`}';
/** An index that cannot be built: several facts have the same assertion. */
const IMPOSSIBLE = 'stores:{feed:`key`,facts:`++order, &id, journey, &assertion`}';

/** The frozen example of version 2. */
export function readOlderDatabase(): RawDatabase {
  return JSON.parse(readFileSync(inRoot('lib', 'store', 'fixtures', 'v2.json'), 'utf8'));
}

/** Copies the build, whole or with the fault in it. */
export function copyBuild(build: 'chrome-mv3' | 'firefox-mv3', folder: string, isFaulty: boolean): void {
  cpSync(inRoot('.output', build), folder, { recursive: true });
  if (!isFaulty) return;
  let changed = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const script = readFileSync(join(folder, name), 'utf8');
    if (!script.includes(DECLARED)) continue;
    writeFileSync(join(folder, name), script.replace(DECLARED, IMPOSSIBLE));
    changed += 1;
  }
  // The worker's and the pages'.
  if (changed < 2) throw new Error('The build declares its database otherwise than this test knows.');
}

/** Runs in a page of the extension: puts a database in the place of today's, in one go, so that nobody opens it in between. */
export function replaceDatabase({ engineVersion, stores, rows }: RawDatabase): Promise<boolean> {
  return new Promise((resolve, reject) => {
    indexedDB.deleteDatabase('rebind');
    const request = indexedDB.open('rebind', engineVersion);
    request.onupgradeneeded = () => {
      for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
        for (const row of rows[name] ?? []) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => reject(request.error);
  });
}
