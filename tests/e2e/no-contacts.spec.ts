/** A notice that gives no telephone number: every state of every guide still names something to do and somebody to ask. */
import type { Page } from '@playwright/test';
import { withoutContacts } from '../published-packs';
import type { ExtensionBrowser } from './harness/extension-browser';
import { expect, test } from './harness/fixtures';
import { GuidePanel } from './harness/guide-panel';
import { REBIND } from './harness/journeys/table';
import { walkStrides } from './harness/journeys/walk';
import { sentences } from './harness/own-pages';
import type { Person } from './harness/person';
import { FINISHED, prepare, UNIT, visit } from './harness/scene';

const t = sentences('zh');
const SILENT = withoutContacts('9.0.0');
const WHO = /请查发通知的单位（常州市财政局）的公开电话，或问同级财政部门/;
/** What a person can do about the step: say it done or not needed, answer, pick another guide. */
const ACTIONS = /^(say-done|skip|answer-(yes|no)|holds-new-(yes|no)|trouble-over|show-troubles|say-bound)$/;

async function useSilentNotice(browser: ExtensionBrowser): Promise<void> {
  const page = await browser.openOwnPage('options.html');
  const packs = page.locator('[data-part="packs"]');
  await packs.locator('[data-pack]').first().waitFor();
  await packs.locator('input[type="file"]').setInputFiles({
    name: '没有电话.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(SILENT)),
  });
  const preview = packs.locator('[data-part="pack-preview"]');
  await preview.getByRole('button', { name: t('packs.preview.use'), exact: true }).click({ timeout: 20_000 });
  // The built-in one is followed until then: a page closed before would take the writing with it.
  const followed = packs.locator('[data-pack]', { has: page.locator('[data-standing="followed"]') });
  await expect(followed).toContainText(SILENT.version);
  await page.close();
}

async function hasWayForward(person: Person): Promise<void> {
  const card = await person.sees({ says: WHO });
  expect(card.text).not.toMatch(/1[38]\d{9}|\d{8}/);
  const actions = card.controls.flatMap(({ attributes, visible }) =>
    visible ? [attributes['data-action'] ?? ''] : [],
  );
  const hasAction = card.targetState === 'found' || actions.some((action) => ACTIONS.test(action));
  expect(hasAction, `${card.guide}/${card.step}: ${actions.join(' ')}`).toBe(true);
}

async function namesTheBureau(popup: Page): Promise<void> {
  await expect(popup.locator('body')).toContainText(WHO);
}

test('the swap from the login page to its end: at every step, and in a trouble, the issuer is named', async ({
  browserWithExtension,
}) => {
  test.setTimeout(180_000);
  await useSilentNotice(browserWithExtension);
  const popup = await prepare(browserWithExtension);
  await namesTheBureau(popup);
  const person = await visit(browserWithExtension, 'element');
  await walkStrides(person, REBIND, () => hasWayForward(person));
  await person.sees({ guide: 'rebind', says: FINISHED });
  await person.choosesTrouble('key-lost');
  expect((await person.sees({ trouble: 'key-lost', says: '新锁没到手，先不要解绑' })).text).toMatch(WHO);
});

test('each guide picked, where it begins and where its days are over', async ({ browserWithExtension }) => {
  test.setTimeout(180_000);
  await useSilentNotice(browserWithExtension);
  for (const date of ['2023-09-20', '2026-11-20']) {
    const popup = await prepare(browserWithExtension, { date, subjects: date < '2026' ? [UNIT] : [] });
    const panel = new GuidePanel(popup);
    const offers = panel.panel.locator('[data-part="offers"]');
    await offers.locator('summary').click();
    // "back" is no guide: it is offered where one was picked before.
    const offered = await offers
      .locator('[data-offer]:not([data-offer="back"])')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-offer') ?? ''));
    expect(offered.length).toBeGreaterThan(5);
    for (const guide of offered) {
      await panel.picks(guide);
      const actions = panel.panel.locator('[data-action], [data-offer]').filter({ visible: true });
      await expect(panel.panel.locator(`[data-offer="${guide}"]`)).toHaveCount(1);
      expect(await actions.count(), guide).toBeGreaterThan(0);
      await expect(panel.panel, guide).toContainText(/[。？]/);
      await namesTheBureau(popup);
    }
    await popup.close();
  }
});
