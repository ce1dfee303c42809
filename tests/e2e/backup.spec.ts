/**
 * Backup files bent on purpose, given to the built settings page: each is refused with its own sentence and nothing is
 * written; a good one does what its preview said, and the second time nothing.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addUnit, unitOf } from '@/lib/desk/roster/change-unit';
import { rounds } from '@/lib/notice/testing/rounds';
import { writeBackup } from '@/lib/store/backup/file';
import { checksum } from '@/lib/store/backup/lock';
import { canonical } from '@/lib/store/backup/merge';
import { BACKUP_SCHEMA } from '@/lib/store/backup/model';
import { BACKUP_TABLES } from '@/lib/store/model';
import { drawSeeded } from '@/tests/seeded-numbers';
import { certificate, fact, journey, subject } from '@/tests/unit/store/sample-rows';
import { expect, test } from './harness/fixtures';
import { readTable } from './harness/ledger';
import { Popup, sentences } from './harness/own-pages';
import { UNIT } from './harness/scene';

const t = sentences('zh');
const MADE = '2026-11-25T00:00:00.000Z';
const PASSPHRASE = '春眠不觉晓 处处闻啼鸟';
/** Places in the locked file where a byte is changed; each costs a derivation of the key. */
const PLACES = Math.min(rounds(3).numRuns, 60);
const UNIT_ROW = {
  ...addUnit(
    'b-u',
    unitOf({ line: 1, name: '常州市第一中学', code: '11320400014109381P', ca: {}, seal: {} }),
    { at: MADE, today: '2026-11-25', by: 'import' },
  ),
  change: 1,
  stamp: 1,
};

const ROWS = {
  subjects: [subject('b-1'), subject('b-2')],
  certificates: [certificate('b-c1', 'b-1'), certificate('b-c2', 'b-2'), certificate('b-c3', 'nobody')],
  journeys: [journey('b-j', 'b-1')],
  facts: Array.from({ length: 40 }, (_, at) => ({ ...fact(`b-f${at}`, 'b-j'), order: at + 1 })),
  units: [UNIT_ROW],
  drafts: [],
  packs: [],
  settings: [],
};

type Outcome = 'not-a-backup' | 'newer-version' | 'damaged' | 'locked' | 'wrong-passphrase' | 'offer';

/** The restoring half of the settings page, as a person uses it. */
class Restoring {
  readonly part;
  readonly offer;

  constructor(readonly page: Page) {
    this.part = page.locator('[data-part="backup"]');
    this.offer = this.part.locator('[data-part="restore-offer"]');
  }

  /** Gives a file, the passphrase where it is asked for, and says what came of it. */
  async give(content: Buffer | string, passphrase: string | null = null): Promise<Outcome> {
    await this.forget();
    // From the disk, as a person's: Playwright hands over no more than 50 MB itself, and slowly.
    const path = test.info().outputPath('given.json');
    writeFileSync(path, content);
    await this.part.locator('input[type="file"]').setInputFiles(path);
    const first = await this.outcome();
    rmSync(path);
    if (first !== 'locked' || passphrase === null) return first;
    await this.part.locator('input[type="password"]').last().fill(passphrase);
    await this.part.getByRole('button', { name: t('settings.restore.open') }).click();
    await expect(this.part.locator('[data-backup-error="locked"]')).toBeHidden();
    return this.outcome();
  }

  /** What earlier files came to is not taken for this one's. */
  private forget(): Promise<void> {
    return this.page.evaluate(() => {
      for (const told of document.querySelectorAll('[data-backup-error], [data-part="restore-offer"]')) {
        told.setAttribute('data-earlier', '');
      }
    });
  }

  private async outcome(): Promise<Outcome> {
    const told = this.part.locator(
      '[data-backup-error]:not([data-earlier]), [data-part="restore-offer"]:not([data-earlier])',
    );
    await expect(told).toBeVisible();
    const error = await told.getAttribute('data-backup-error');
    if (error === null) return 'offer';
    // Said in words, and nothing else is offered.
    expect((await told.innerText()).length).toBeGreaterThan(10);
    await expect(this.offer).toBeHidden();
    return error as Outcome;
  }

  /** The preview's numbers: added, same, different of each table. */
  async preview(): Promise<Record<string, readonly number[]>> {
    const rows = await this.offer
      .locator('[data-table]')
      .evaluateAll((all) =>
        all.map((row) => [
          (row as HTMLElement).dataset.table ?? '',
          [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)),
        ]),
      );
    return Object.fromEntries(rows);
  }

  async restore(): Promise<void> {
    await this.offer.getByRole('button', { name: t('settings.restore.go') }).click();
    await expect(this.part.getByText(t('settings.restore.done'))).toBeVisible();
  }
}

async function readAll(page: Page): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of BACKUP_TABLES) all[table] = await readTable(page, 'real', table);
  return all;
}

const sizes = (all: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(all).map(([table, rows]) => [table, rows.length]));

test('a backup bent on purpose is refused and writes nothing; a good one does what its preview says, once', async ({
  browserWithExtension,
}) => {
  test.setTimeout(120_000 + PLACES * 3_000);
  const { draw } = drawSeeded(`backup.spec, ${PLACES} places in the locked file`);
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await new Popup(popup).addSubject(UNIT);
  const page = await browserWithExtension.openOwnPage('options.html');
  const restoring = new Restoring(page);

  // A locked file, made as a person makes one.
  const part = restoring.part;
  await part.getByRole('checkbox', { name: t('settings.backup.lock') }).check();
  const secrets = part.locator('input[type="password"]');
  await secrets.nth(0).fill(PASSPHRASE);
  await secrets.nth(1).fill(PASSPHRASE);
  const download = page.waitForEvent('download');
  await part.getByRole('button', { name: t('settings.backup.save') }).click();
  const locked = readFileSync(await (await download).path(), 'utf8');
  expect(locked).not.toContain(UNIT.name);
  await part.getByRole('checkbox', { name: t('settings.backup.lock') }).uncheck();

  const before = await readAll(page);
  const plain = await writeBackup(ROWS, MADE, null);
  const bent: readonly (readonly [string, Buffer | string, Outcome | RegExp, string?])[] = [
    ['empty', '', 'not-a-backup'],
    [
      'of another program',
      '{"roots":{"bookmark_bar":{"children":[]}},"version":1,"checksum":"ab"}',
      'not-a-backup',
    ],
    ['a list', '[{"format":"rebind.backup/1"}]', 'not-a-backup'],
    ['null', 'null', 'not-a-backup'],
    ['a picture', readFileSync(new URL('../../public/icon/128.png', import.meta.url)), 'not-a-backup'],
    ['50 MB of nothing', Buffer.alloc(50_000_000), 'not-a-backup'],
    ['50 MB of brackets', Buffer.alloc(50_000_000, '['), 'not-a-backup'],
    ['50 MB, and only its head is ours', plain.slice(0, 500).padEnd(50_000_000, 'x'), 'not-a-backup'],
    ['cut in the middle', plain.slice(0, plain.length / 2), 'not-a-backup'],
    ['cut at its end', plain.slice(0, -4), 'not-a-backup'],
    [
      'another checksum',
      plain.replace(/("checksum": ")(.)/, (_, a, b) => a + (b === '0' ? '1' : '0')),
      'damaged',
    ],
    ['another row', plain.replace('budget-unit', 'supplier'), 'damaged'],
    ['another day', plain.replace(MADE, '2026-11-26T00:00:00.000Z'), 'damaged'],
    ['no checksum', plain.replace('"checksum"', '"checksun"'), 'damaged'],
    ['a newer format', plain.replace('rebind.backup/1', 'rebind.backup/2'), 'newer-version'],
    [
      'a newer shape',
      plain.replace(`"schema": ${BACKUP_SCHEMA}`, `"schema": ${BACKUP_SCHEMA + 1}`),
      'newer-version',
    ],
    ['locked, without the passphrase', locked, 'locked'],
    ['locked, another passphrase', locked, 'wrong-passphrase', '春眠不觉晓'],
    ['locked, cut', locked.slice(0, -20), 'not-a-backup', PASSPHRASE],
    ['locked, data cut', locked.replace(/("data": "[^"]+)[^"]{40}"/, '$1"'), 'wrong-passphrase', PASSPHRASE],
    ['locked, another day', locked.replace(/("madeAt": "20)2/, '$13'), 'wrong-passphrase', PASSPHRASE],
    ['locked, too many rounds', locked.replace('600000', '600000000'), 'damaged', PASSPHRASE],
    ...Array.from({ length: PLACES }, () => {
      const at = Math.floor(draw() * locked.length);
      const sign = /\s/.test(locked[at] ?? '') ? 'x' : locked[at] === 'A' ? 'B' : 'A';
      const spoilt = locked.slice(0, at) + sign + locked.slice(at + 1);
      const refused = /^(?:not-a-backup|newer-version|damaged|wrong-passphrase)$/;
      return [`locked, byte ${at} changed`, spoilt, refused, PASSPHRASE] as const;
    }),
  ];
  const took: string[] = [];
  for (const [what, content, wanted, passphrase] of bent) {
    const started = Date.now();
    expect(await restoring.give(content, passphrase), what).toEqual(
      typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
    );
    if (Date.now() - started > 1_500) took.push(`${what} ${Date.now() - started} ms`);
  }
  console.log(`backup.spec: ${bent.length} bent files refused; over 1.5 s: ${took.join(', ') || 'none'}`);
  expect(await readAll(page)).toEqual(before);

  // The locked file with its passphrase, though typed in full width: all of it is here already.
  expect(await restoring.give(locked, PASSPHRASE.replace(' ', '\u3000'))).toBe('offer');
  expect((await restoring.preview()).subjects).toEqual([0, 1, 0]);
  await restoring.restore();
  expect(await readAll(page)).toEqual(before);

  // As large as that of a roster of a hundred thousand units: blanks in it change nothing.
  const large = plain.replace('"rows": {', `"rows": {${' '.repeat(80_000_000)}`);
  expect(await restoring.give(large)).toBe('offer');
  await restoring.offer.getByRole('button', { name: t('ui.cancel') }).click();

  // The good one: numbers before, and what came of them.
  expect(await restoring.give(plain)).toBe('offer');
  const told = await restoring.preview();
  expect(told).toMatchObject({
    subjects: [2, 0, 0],
    certificates: [2, 0, 0],
    journeys: [1, 0, 0],
    facts: [40, 0, 0],
    units: [1, 0, 0],
  });
  await expect(restoring.offer).toContainText(t('settings.restore.leftOut', { count: 1 }));
  await restoring.restore();
  const once = await readAll(page);
  for (const [table, [added = 0]] of Object.entries(told)) {
    expect(once[table]?.length, table).toBe((before[table]?.length ?? 0) + added);
  }
  // Twice: nothing more, and nothing else.
  expect(await restoring.give(plain)).toBe('offer');
  const again = await restoring.preview();
  expect(again).toMatchObject({
    subjects: [0, 2, 0],
    certificates: [0, 2, 0],
    journeys: [0, 1, 0],
    facts: [0, 40, 0],
    units: [0, 1, 0],
  });
  await restoring.restore();
  expect(await readAll(page)).toEqual(once);

  // Where both sides differ, as chosen.
  const other = {
    ...ROWS,
    certificates: [certificate('b-c1', 'b-1', { label: '备份里的名称' })],
    // Another desk's list had a hyphen in the code: the same unit all the same.
    units: [{ ...UNIT_ROW, id: 'b-u2', code: '11320400-014109381P' }],
  };
  for (const [preference, label] of [
    ['ours', '白色新CA锁'],
    ['backup', '备份里的名称'],
  ] as const) {
    expect(await restoring.give(await writeBackup(other, MADE, null))).toBe('offer');
    const { certificates, units } = await restoring.preview();
    expect([certificates, units?.[0]]).toEqual([[0, 0, 1], 0]);
    await restoring.offer
      .getByRole('radio', { name: t(`settings.restore.preference.${preference}`) })
      .check();
    await restoring.restore();
    const rows = await readTable<{ id: string; label: string }>(page, 'real', 'certificates');
    expect(rows.filter(({ id }) => id === 'b-c1').map((row) => row.label)).toEqual([label]);
    expect(sizes(await readAll(page))).toEqual(sizes(once));
  }

  // Of an older shape: what its rows lack is completed as an upgrade would.
  const head = { format: 'rebind.backup/1', schema: 1, madeAt: MADE };
  const { validFrom: _, details: __, ...older } = certificate('b-old', 'b-1');
  const rows = { subjects: [subject('b-1')], certificates: [older] };
  const sum = await checksum(canonical(head) + canonical(rows));
  expect(await restoring.give(JSON.stringify({ ...head, checksum: sum, rows }))).toBe('offer');
  expect((await restoring.preview()).certificates).toEqual([1, 0, 0]);
  await restoring.restore();
  expect(await readTable(page, 'real', 'certificates')).toContainEqual({
    ...older,
    validFrom: null,
    details: null,
  });
});
