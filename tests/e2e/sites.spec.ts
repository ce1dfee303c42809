/** A site that a notice pack adds, as built: nothing of ours is there until the person allows it, nor after they take it back. */
import type { Page } from '@playwright/test';
import { NUMBER, ofAnotherPlace } from '../published-packs';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { clickInCard, readCard } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { Person, SKINS } from './harness/person';
import { prepare, visit } from './harness/scene';

const t = sentences('zh');
const HOST = 'zfcg.yunhai.example';
const PATTERNS = [`http://${HOST}/*`, `https://${HOST}/*`];

interface Api {
  readonly scripting: { getRegisteredContentScripts(): Promise<readonly { readonly matches: string[] }[]> };
}
const registered = (ownPage: Page) =>
  ownPage.evaluate(() =>
    (globalThis as unknown as { chrome: Api }).chrome.scripting
      .getRegisteredContentScripts()
      .then((scripts) => scripts.flatMap(({ matches }) => matches)),
  );

async function openSite(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`http://${HOST}/?skin=element&date=2023-09-20&state=ca-list`);
  await page.locator('[data-practice="unbind"]').waitFor();
  return page;
}

async function openSettings(browser: ExtensionBrowser): Promise<Page> {
  const page = await browser.openOwnPage('options.html');
  await page.locator('[data-part="packs"] [data-pack]').first().waitFor();
  return page;
}

async function addPack(settings: Page): Promise<void> {
  await settings.locator('[data-part="packs"] input[type="file"]').setInputFiles({
    name: '云海.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(ofAnotherPlace([HOST, 'gov.cn']))),
  });
  await settings.getByRole('button', { name: t('packs.preview.use'), exact: true }).click();
}

test('two systems at once: what was unbound on one is not unbound on the other, nor asked of it', async ({
  launch,
  site,
}) => {
  const browser = await launch({ hosts: { [HOST]: site.port } });
  await prepare(browser);
  const settings = await openSettings(browser);
  await addPack(settings);
  for (const pattern of PATTERNS) await browser.answerAhead(pattern);
  await settings
    .locator(`[data-site="${HOST}"]`)
    .getByRole('button', { name: t('sites.allow') })
    .click();
  await expect.poll(() => registered(settings)).toEqual(PATTERNS);

  const here = await visit(browser, 'element', { state: 'ca-list' });
  await here.sees({ guide: 'rebind', step: 'unbind-old', page: 'ca-list', targetState: 'none' });
  await here.answersAll('yes');
  await here.clicksRing('unbind');
  await here.clicksRing('unbind-confirm');
  await here.sees({ step: 'start-bind', page: 'ca-list' });

  const there = new Person(await openSite(browser), SKINS.element);
  const beside = await there.sees({
    guide: 'rebind',
    step: 'unbind-old',
    page: 'ca-list',
    targetState: 'none',
  });
  expect(beside.text).toContain(NUMBER);
  expect(beside.text).not.toContain('已解绑');

  // The card keeps the corner it was given on each.
  const cornerOf = async (person: Person) => (await person.card())?.element.attributes['data-corner'];
  const atFirst = await cornerOf(there);
  await clickInCard(there.page, '[data-action="move"]');
  await expect.poll(() => cornerOf(there)).not.toBe(atFirst);
  const moved = await cornerOf(there);
  await there.page.reload();
  await expect.poll(() => cornerOf(there)).toBe(moved);
  await here.page.reload();
  await here.sees({ step: 'start-bind', page: 'ca-list' });
  expect(await cornerOf(here)).toBe(atFirst);

  await there.answersAll('yes');
  await there.clicksRing('unbind');
  await there.sees({ step: 'confirm-unbind', page: 'unbind-confirm' });
  expect((await here.sees({ step: 'start-bind', page: 'ca-list' })).text).not.toContain(NUMBER);
});

test('a site of a pack: allowed in a click, watched through updates and restarts, left when taken back', async ({
  launch,
  site,
}) => {
  test.setTimeout(180_000);
  const browser = await launch({ hosts: { [HOST]: site.port }, updatable: true });
  await prepare(browser);
  let settings = await openSettings(browser);
  const there = await openSite(browser);
  await addPack(settings);
  const item = (page: Page) => page.locator(`[data-site="${HOST}"]`);
  await expect(item(settings)).toHaveAttribute('data-allowed', 'false');
  // A whole branch of names cannot be asked for.
  await expect(settings.locator('[data-site="gov.cn"]')).toContainText(t('sites.broad'));
  await expect(settings.locator('[data-site="gov.cn"]').getByRole('button')).toHaveCount(0);
  // The pack alone gives us nothing.
  expect(await registered(settings)).toEqual([]);
  await there.reload();
  await there.locator('[data-practice="unbind"]').waitFor();
  expect(await readCard(there)).toBeNull();

  // Allowed in a click, the page that is open already is looked at, and the notice of that place is followed there.
  for (const pattern of PATTERNS) await browser.answerAhead(pattern);
  expect(await registered(settings)).toEqual([]);
  await item(settings)
    .getByRole('button', { name: t('sites.allow') })
    .click();
  await expect(item(settings)).toHaveAttribute('data-allowed', 'true');
  await expect.poll(() => registered(settings)).toEqual(PATTERNS);
  await expect.poll(async () => (await readCard(there))?.text ?? '').toContain(NUMBER);

  await browser.updateExtension();
  settings = await openSettings(browser);
  await expect.poll(() => registered(settings)).toEqual(PATTERNS);
  await browser.restart();
  settings = await openSettings(browser);
  await expect.poll(() => registered(settings)).toEqual(PATTERNS);
  const again = await openSite(browser);
  await expect.poll(async () => (await readCard(again))?.text ?? '').toContain(NUMBER);

  await item(settings)
    .getByRole('button', { name: t('sites.forbid') })
    .click();
  await expect(item(settings)).toHaveAttribute('data-allowed', 'false');
  await expect.poll(() => registered(settings)).toEqual([]);
  await again.reload();
  await again.locator('[data-practice="unbind"]').waitFor();
  expect(await readCard(again)).toBeNull();

  // What was granted once the browser gives again in the click, without a question.
  await item(settings)
    .getByRole('button', { name: t('sites.allow') })
    .click();
  await expect(item(settings)).toHaveAttribute('data-allowed', 'true');
  await expect.poll(() => registered(settings)).toEqual(PATTERNS);

  // The pack gone, its site is none of ours, whatever the browser allows.
  const row = settings.locator('[data-pack="yunhai-1"]');
  await row.getByRole('button', { name: t('packs.remove'), exact: true }).click();
  await row.getByRole('button', { name: t('packs.removeGo') }).click();
  await expect.poll(() => registered(settings)).toEqual([]);
});
