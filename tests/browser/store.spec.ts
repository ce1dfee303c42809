import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { rounds } from '@/lib/notice/testing/rounds';
import { engineVersion, SCHEMA_VERSIONS } from '@/lib/store/schema';
import { drawSeeded } from '@/tests/seeded-numbers';
import { certificate, fact, journey, subject } from '@/tests/unit/store/sample-rows';
import { StoreBrowser, StoreSite } from './store-page';

let site: StoreSite;
let browser: StoreBrowser;

test.beforeAll(async () => {
  site = await StoreSite.serve();
});
test.afterAll(() => site.close());
test.beforeEach(async () => {
  browser = new StoreBrowser(site);
  await browser.launch();
});
test.afterEach(() => browser.discard());

const ROWS = { subject: subject('s'), certificate: certificate('c', 's'), journey: journey('j', 's') };

/** Spoils every file of a folder, as a failing disk might. */
function damageFiles(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    for (let at = 20; at < bytes.length; at += 7) bytes[at] = 0x5a;
    writeFileSync(path, bytes);
  }
}

/** Lives of one profile, each ended by SIGKILL: three in a quick run, 60 in all of a full one. */
const LIVES = Math.max(3, rounds(1).numRuns);

test('every acknowledged fact outlives a killed browser and closed tabs, none twice', async () => {
  test.setTimeout(90_000 + LIVES * 15_000);
  const { draw } = drawSeeded(`store.spec, ${LIVES} lives`);
  const randomInt = (from: number, until: number) => from + Math.floor(draw() * (until - from));
  const first = await browser.openTab();
  await first.evaluate(async ({ subject, journey }) => {
    const store = await window.rebind.openStore('real');
    await store.subjects.put(subject);
    await store.ledger.begin(journey);
  }, ROWS);

  const acknowledged: string[] = [];
  for (let life = 0; life < LIVES; life += 1) {
    const page = life === 0 ? first : await browser.openTab();
    // Beforehand another tab writes the same way and is closed, or loaded again, in the middle.
    acknowledged.push(...(await interruptTab(life, randomInt(1, 25), draw() < 0.5)));
    const enough = randomInt(5, 60);
    const before = acknowledged.length;
    await new Promise<void>((resolve, reject) => {
      page
        .exposeFunction('acknowledge', (id: string) => {
          acknowledged.push(id);
          if (acknowledged.length - before === enough) resolve();
        })
        .then(() =>
          page.evaluate(
            async ({ sample, life }) => {
              const { acknowledge } = window as unknown as { acknowledge: (id: string) => Promise<void> };
              const store = await window.rebind.openStore('real');
              for (let at = 0; at < 10_000; at += 1) {
                const id = `life-${life}-${at}`;
                await store.ledger.append([{ ...sample, id }]);
                // Not awaited: the next write is under way while this one is reported.
                void acknowledge(id);
              }
            },
            { sample: fact('f', 'j'), life },
          ),
        )
        .catch(reject);
    }).catch((error: unknown) => {
      throw new Error(`life ${life}, to be killed after ${enough} facts: ${String(error)}`);
    });
    await browser.kill();
    await browser.launch();

    const kept = await (await browser.openTab()).evaluate(async () => {
      const store = await window.rebind.openStore('real');
      const facts = await store.ledger.facts('j');
      // A delivery repeated after the restart must be known.
      const again = await store.ledger.append(facts.map(({ order: _, ...one }) => one));
      return { facts: facts.map(({ id, order }) => ({ id, order })), again: again.length };
    });
    const ids = kept.facts.map(({ id }) => id);
    const lost = acknowledged.filter((id) => !ids.includes(id));
    expect(lost, `life ${life}, killed after ${enough} facts`).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(kept.facts.map(({ order }) => order)).toEqual(
      [...kept.facts.map(({ order }) => order)].sort((a, b) => a - b),
    );
    expect(kept.again).toBe(0);
  }
  console.log(
    `store.spec: ${LIVES} browsers killed by SIGKILL, ${LIVES} tabs closed or loaded again, ` +
      `${acknowledged.length} acknowledged facts, none lost, none twice`,
  );
});

/** Writes facts from a tab of its own until `enough` are acknowledged, then ends the tab. @returns their ids */
async function interruptTab(life: number, enough: number, byReload: boolean): Promise<readonly string[]> {
  const tab = await browser.openTab();
  const acknowledged: string[] = [];
  const reached = new Promise<void>((resolve, reject) => {
    tab
      .exposeFunction('acknowledge', (id: string) => {
        acknowledged.push(id);
        if (acknowledged.length === enough) resolve();
      })
      .then(() =>
        tab.evaluate(
          async ({ sample, life }) => {
            const { acknowledge } = window as unknown as { acknowledge: (id: string) => Promise<void> };
            const store = await window.rebind.openStore('real');
            for (let at = 0; at < 10_000; at += 1) {
              const id = `tab-${life}-${at}`;
              await store.ledger.append([{ ...sample, id }]);
              void acknowledge(id);
            }
          },
          { sample: fact('f', 'j'), life },
        ),
      )
      // The script ends with its document.
      .catch((error: unknown) => (acknowledged.length >= enough ? resolve() : reject(error)));
  });
  await reached;
  if (byReload) await tab.reload();
  await tab.close();
  return acknowledged;
}

test('a live query hears the writes of another tab', async () => {
  const popup = await browser.openTab();
  const other = await browser.openTab();
  await popup.evaluate(async () => {
    const store = await window.rebind.openStore('real');
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.rebind.observe(
      store,
      async (live) => {
        const subjects = await live.subjects.list();
        const certificates = await live.certificates.list();
        const facts = await live.ledger.facts('j');
        return [subjects.length, certificates.length, facts.length];
      },
      { value: (value) => heard.push(value), failure: ({ kind }) => heard.push(kind) },
      new AbortController().signal,
    );
  });
  const heard = () => popup.evaluate(() => (window as unknown as { heard: unknown[] }).heard.at(-1));
  await expect.poll(heard).toEqual([0, 0, 0]);

  await other.evaluate(async ({ subject }) => {
    Object.assign(window, { store: await window.rebind.openStore('real') });
    await (window as unknown as { store: import('@/lib/store/model').Store }).store.subjects.put(subject);
  }, ROWS);
  await expect.poll(heard).toEqual([1, 0, 0]);
  await other.evaluate(async ({ certificate, journey }) => {
    const { store } = window as unknown as { store: import('@/lib/store/model').Store };
    await store.certificates.put(certificate);
    await store.ledger.begin(journey);
  }, ROWS);
  await expect.poll(heard).toEqual([1, 1, 0]);
  await other.evaluate(
    async (sample) => {
      const { store } = window as unknown as { store: import('@/lib/store/model').Store };
      await store.ledger.append([sample]);
    },
    fact('f', 'j'),
  );
  await expect.poll(heard).toEqual([1, 1, 1]);
  await other.evaluate(() => window.rebind.eraseAll());
  await expect.poll(heard).toEqual([0, 0, 0]);
});

test('two tabs that append the same facts at once keep each once', async () => {
  const tabs = [await browser.openTab(), await browser.openTab()];
  await tabs[0]?.evaluate(async ({ subject, journey }) => {
    const store = await window.rebind.openStore('real');
    await store.subjects.put(subject);
    await store.ledger.begin(journey);
  }, ROWS);
  const told = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate(
        async (sample) => {
          const store = await window.rebind.openStore('real');
          const calls = Array.from({ length: 60 }, (_, at) =>
            store.ledger.append([
              { ...sample, id: `f${at}` },
              { ...sample, id: `f${at + 1}` },
            ]),
          );
          return (await Promise.all(calls)).flat().map(({ id }) => id);
        },
        fact('f', 'j'),
      ),
    ),
  );
  const orders = await tabs[1]?.evaluate(async () => {
    const store = await window.rebind.openStore('real');
    return (await store.ledger.facts('j')).map(({ order }) => order);
  });
  expect(orders).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
  // Each fact was new to one tab only.
  expect(told.flat()).toHaveLength(61);
  expect(new Set(told.flat()).size).toBe(61);
});

test('a database of a newer Rebind is refused and left as it is', async () => {
  const page = await browser.openTab();
  const version = engineVersion(SCHEMA_VERSIONS) + 10;
  const seen = await page.evaluate(async (younger) => {
    const { openRaw, readRaw, settle, outcomeOf, openStore } = window.rebind;
    const newer = await openRaw('rebind', younger, (made) =>
      made.createObjectStore('deeds', { keyPath: 'id' }),
    );
    await settle(newer.transaction('deeds', 'readwrite').objectStore('deeds').put({ id: 'd' }));
    newer.close();
    const outcomes = [await outcomeOf(() => openStore('real')), await outcomeOf(() => openStore('preview'))];
    return { outcomes, after: await readRaw('rebind') };
  }, version);
  expect(seen.outcomes).toEqual(['newer-version', 'done']);
  expect(seen.after).toEqual({ version, rows: { deeds: [{ id: 'd' }] } });
});

test('a newer Rebind in another tab takes the database over; this tab is told', async () => {
  const old = await browser.openTab();
  const young = await browser.openTab();
  await old.evaluate(async ({ subject }) => {
    const told: string[] = [];
    const store = await window.rebind.openStore('real', { onClosed: ({ kind }) => told.push(kind) });
    await store.subjects.put(subject);
    Object.assign(window, { told, store });
  }, ROWS);
  await young.evaluate(async (newer) => {
    Object.assign(window, { held: await window.rebind.openRaw('rebind', newer) });
  }, engineVersion(SCHEMA_VERSIONS) + 10);
  await expect
    .poll(() => old.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual(['newer-version']);
  const outcome = await old.evaluate(() => {
    const { store } = window as unknown as { store: import('@/lib/store/model').Store };
    return window.rebind.outcomeOf(() => store.subjects.list());
  });
  expect(outcome).toBe('newer-version');
});

test('an older tab that does not let go is named; once it does, its data is upgraded', async () => {
  const holder = await browser.openTab();
  await holder.evaluate(async ({ subject, certificate }) => {
    const { validFrom: _, ...first } = certificate;
    const held = await window.rebind.openRaw('rebind', 10, (made) => {
      for (const name of ['subjects', 'certificates', 'journeys'])
        made.createObjectStore(name, { keyPath: 'id' });
      const facts = made.createObjectStore('facts', { keyPath: 'order', autoIncrement: true });
      facts.createIndex('id', 'id', { unique: true });
      facts.createIndex('journey', 'journey');
      made.createObjectStore('settings', { keyPath: 'key' });
    });
    const transaction = held.transaction(['subjects', 'certificates'], 'readwrite');
    transaction.objectStore('subjects').put(subject);
    await window.rebind.settle(transaction.objectStore('certificates').put(first));
    Object.assign(window, { held });
  }, ROWS);
  const page = await browser.openTab();
  const open = () =>
    page.evaluate(() => window.rebind.outcomeOf(() => window.rebind.openStore('real', { patience: 300 })));
  expect(await open()).toBe('blocked');
  await holder.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());
  expect(await open()).toBe('done');
  const certificates = await page.evaluate(async () =>
    (await window.rebind.openStore('real')).certificates.list(),
  );
  expect(certificates).toEqual([ROWS.certificate]);
});

test('damaged rows are left out, counted and kept', async () => {
  const page = await browser.openTab();
  const seen = await page.evaluate(async ({ subject }) => {
    const { openStore, openRaw, readRaw, settle } = window.rebind;
    const store = await openStore('real');
    await store.subjects.put(subject);
    const raw = await openRaw('rebind');
    const transaction = raw.transaction(['subjects', 'certificates', 'facts'], 'readwrite');
    transaction.objectStore('subjects').put({ id: 'x', name: new ArrayBuffer(8) });
    transaction.objectStore('certificates').put({ id: 'y', subject: 's', validUntil: '2023-99-99' });
    await settle(transaction.objectStore('facts').add({ id: 'z', journey: 'j' }));
    raw.close();
    return {
      subjects: await store.subjects.list(),
      certificates: await store.certificates.list('s'),
      facts: await store.ledger.facts('j'),
      bad: (await store.health()).bad.map(({ table, key }) => `${table} ${key}`),
      kept: Object.values((await readRaw('rebind')).rows).flat().length,
    };
  }, ROWS);
  expect(seen.subjects).toEqual([ROWS.subject]);
  expect(seen.certificates).toEqual([]);
  expect(seen.facts).toEqual([]);
  expect(seen.bad).toEqual(['subjects x', 'certificates y', 'facts 1']);
  expect(seen.kept).toBe(4);
});

test('a full disk is called quota, undoes the whole write and passes', async () => {
  const page = await browser.openTab();
  const cdp = await browser.cdpOf(page);
  // Before the first write: Chromium remembers for a while how much room there was.
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 200_000 });
  await page.evaluate(async ({ subject, journey }) => {
    const store = await window.rebind.openStore('real');
    await store.subjects.put(subject);
    await store.ledger.begin(journey);
    Object.assign(window, { store });
  }, ROWS);
  const append = (count: number) =>
    page.evaluate(
      async ({ sample, count }) => {
        const { store } = window as unknown as { store: import('@/lib/store/model').Store };
        const facts = Array.from({ length: count }, (_, at) => ({
          ...sample,
          id: `f${at}`,
          document: '长'.repeat(300),
        }));
        const outcome = await window.rebind.outcomeOf(() => store.ledger.append(facts));
        return { outcome, kept: (await store.ledger.facts('j')).length };
      },
      { sample: fact('f', 'j'), count },
    );
  expect(await append(2)).toEqual({ outcome: 'done', kept: 2 });
  expect(await append(1000)).toEqual({ outcome: 'quota', kept: 2 });
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  await expect.poll(() => append(4)).toEqual({ outcome: 'done', kept: 4 });
});

test('a database that the browser clears under an open page is opened afresh by the next call', async () => {
  const page = await browser.openTab();
  await page.evaluate(async ({ subject }) => {
    const told: string[] = [];
    const store = await window.rebind.openStore('real', { onClosed: ({ kind }) => told.push(kind) });
    await store.subjects.put(subject);
    Object.assign(window, { told, store });
  }, ROWS);
  const cdp = await browser.cdpOf(page);
  await cdp.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes: 'indexeddb' });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual(['unknown']);
  const listed = await page.evaluate(async ({ subject }) => {
    const { store } = window as unknown as { store: import('@/lib/store/model').Store };
    const before = await store.subjects.list();
    await store.subjects.put(subject);
    return [before.length, (await store.subjects.list()).length];
  }, ROWS);
  expect(listed).toEqual([0, 1]);
});

test('a database damaged on disk, which Chromium deletes in silence, is called lost until told', async () => {
  const first = await browser.openTab();
  await first.evaluate(async ({ subject }) => {
    const store = await window.rebind.openStore('real', { witness: window.rebind.witness });
    await store.subjects.put(subject);
  }, ROWS);
  // Closed and not killed: the witness of the extension lives in `storage.local`, this one in localStorage,
  // which Chromium writes out at leisure.
  await browser.end();
  damageFiles(join(browser.profile, 'Default', 'IndexedDB'));
  await browser.launch();

  const page = await browser.openTab();
  const seen = await page.evaluate(async () => {
    const open = () => window.rebind.openStore('real', { witness: window.rebind.witness });
    const store = await open();
    const before = await store.health();
    await store.acknowledgeLoss();
    const after = await (await open()).health();
    return { subjects: before.rows.subjects, before: before.lost, after: after.lost };
  });
  expect(seen).toEqual({ subjects: 0, before: true, after: false });
});

test('a page under an extension page’s policy opens and reads without breaking it', async () => {
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(site.origin);
  await page.evaluate(async ({ subject }) => {
    const store = await window.rebind.openStore('real');
    await store.subjects.put(subject);
    return store.health();
  }, ROWS);
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
});
