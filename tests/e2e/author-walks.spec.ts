/**
 * Two invented notices written in the form as a clerk would, and exported: the packs of notices/examples that
 * were written so are what comes out here, never typed by hand. `WRITE_EXAMPLES=1` writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { Walk } from '@/lib/author/testing/walk';
import { CORRECTION } from '@/lib/author/testing/walks/correction';
import { COUNTY } from '@/lib/author/testing/walks/county';
import { compose } from '@/lib/notice/compose';
import { loadPack } from '@/lib/notice/load';
import { AuthorForm } from './harness/author-form';
import { test } from './harness/fixtures';
import { sentences } from './harness/own-pages';

const t = sentences('zh');
const example = (name: string) =>
  fileURLToPath(new URL(`../../notices/examples/${name}.json`, import.meta.url));

function load(json: string) {
  const loaded = loadPack(json);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

async function exported(page: Page, { name }: Walk): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('author.export') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${name}-1.0.0.json`);
  const json = readFileSync(await download.path(), 'utf8');
  if (process.env.WRITE_EXAMPLES) writeFileSync(example(name), json);
  return json;
}

test('a county’s notice with batches and days counted from others is written in the form', async ({
  browserWithExtension,
}, info) => {
  const form = new AuthorForm(await browserWithExtension.openOwnPage('author.html'));
  await form.paste(COUNTY.text);
  await form.header(COUNTY.header);
  await form.walk(COUNTY);
  const { problems, advice } = await form.findings();
  info.annotations.push({ type: 'walk', description: `${form.actions} actions, ${form.typed} characters` });
  console.log(form.actions, form.typed, advice.join('\n'));
  expect(problems).toEqual([]);
  const json = await exported(form.page, COUNTY);
  expect(json).toBe(readFileSync(example(COUNTY.name), 'utf8'));
});

test('a province’s correction of a city’s notice is written in the form, and shows what it changes', async ({
  browserWithExtension,
}, info) => {
  const form = new AuthorForm(await browserWithExtension.openOwnPage('author.html'));
  const { page } = form;
  await form.paste(CORRECTION.text);
  await page.locator('[data-part="base"] summary').click();
  await page.locator('[data-part="base"] input[type="file"]').setInputFiles(example('yunlan-2026-3'));
  await page.getByLabel(t('author.relation')).selectOption('corrects');
  await form.header(CORRECTION.header);
  await form.walk(CORRECTION);
  const { problems, advice } = await form.findings();
  info.annotations.push({ type: 'walk', description: `${form.actions} actions, ${form.typed} characters` });
  console.log(form.actions, form.typed, advice.join('\n'));
  expect(problems).toEqual([]);
  const json = await exported(page, CORRECTION);
  const made = compose(load(readFileSync(example('yunlan-2026-3'), 'utf8')), load(json));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  expect(made.pack.phases.map(({ id, until }) => [id, until])).toEqual([
    ['prepare', '2026-08-31'],
    ['transition', '2026-11-08'],
    ['new-only', undefined],
  ]);
  expect(made.pack.contacts.find(({ role }) => role === 'counter')?.number).toBe('80000166');
  await form.view('preview');
  await expect(page.locator('[data-part="changes"]')).toContainText('11月8日');
  expect(json).toBe(readFileSync(example(CORRECTION.name), 'utf8'));
});
