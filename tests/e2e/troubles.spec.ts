import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { readFactsWith, tellFact } from './harness/ledger';
import { clickInCard, readRings } from './harness/overlay';
import { prepare, siteAddress, visit } from './harness/scene';

const popupTroubles = (popup: Page) => popup.locator('[data-part="troubles"]');

test('a fault is the current step while it lasts; the guide is back when it clears', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'bind-form' });
  await person.sees({ step: 'bind-new', page: 'bind-form', trouble: null });
  await person.setsFault('driver-missing', true);
  await person.choosesCertificate().catch(() => undefined);
  await person.typesPin();
  await person.clicksControl('bind-confirm');

  const card = await person.sees({
    page: 'driver-missing',
    trouble: 'assistant-missing',
    targetState: 'none',
  });
  expect(card.text).toContain('再看助手开没开');
  expect(card.text).toContain('处理好后，回到');
  expect(card.text).toContain('18912397618');
  expect(await readRings(person.page)).toEqual([]);

  // Asked in the site's own top document, which is on http in the release's match.
  await clickInCard(person.page, '[data-action="check-environment"]');
  const checked = await person.sees({ says: '没有试探本机端口' });
  expect(checked.text).toMatch(/访问本机助手\s+看到\s+这一页是http地址，新版浏览器会拒绝http页面/);
  expect(checked.text).toMatch(/插着的锁\s+未知/);
  await clickInCard(person.page, '[data-action="environment-yes"][data-question="environment-keys"]');
  await person.sees({ says: '只插着要用的那一把。' });

  await person.setsFault('driver-missing', false);
  // The site's message fades, or is dismissed by trying again: the page decides, nobody says so.
  await person.page.goto(person.page.url().replace(/\?.*/, siteAddress('element', { state: 'bind-form' })));
  await person.sees({ step: 'bind-new', page: 'bind-form', trouble: null, targetState: 'found' });
  const told = (await readFactsWith(popup, 'preview', 'answer')).map(tellFact);
  expect(told).toContain('seen: page driver-missing');
  expect(told.filter((line) => line.includes('trouble'))).toEqual([]);
});

test('an alert box is chosen by its text, recorded as said, and taken back', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'bind-form' });
  await person.sees({ step: 'bind-new', targetState: 'found' });
  await person.choosesTrouble('wrong-key');
  const card = await person.sees({ trouble: 'wrong-key', targetState: 'none' });
  expect(card.text).toContain('页面未显示');
  const told = (await readFactsWith(popup, 'preview', 'trouble')).map(tellFact);
  expect(told).toContain('said: trouble wrong-key yes');
  await expect.poll(() => readRings(person.page)).toEqual([]);

  await person.page.reload();
  await person.sees({ trouble: 'wrong-key' });
  await clickInCard(person.page, '[data-part="trouble"] [data-action="retract"]');
  await person.sees({ step: 'bind-new', trouble: null });
});

test('the popup finds a trouble by its code; the card on the page shows what was said there', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'bind-form' });
  await person.sees({ step: 'bind-new', trouble: null });
  await popup.reload();
  const troubles = popupTroubles(popup);
  await troubles.locator('summary').first().click();
  await troubles.getByRole('searchbox').fill('0xE0010000');
  const entry = troubles.locator('[data-trouble="no-certificate"]');
  await entry.locator('summary').click();
  await expect(entry).toContainText('签名和加密');
  await entry.getByRole('button', { name: '我遇到的就是这个' }).click();
  await person.sees({ trouble: 'no-certificate', targetState: 'none' });

  await troubles.getByRole('button', { name: '检查环境' }).click();
  await expect(troubles.locator('[data-finding="access"]')).toContainText('拒绝http页面');
  await expect(troubles.locator('[data-finding="access"]')).toHaveAttribute('data-known', 'seen');
  await expect(troubles.locator('[data-finding="clock"]')).toContainText('北京时间');

  await troubles.getByRole('button', { name: '已解决' }).click();
  await person.sees({ step: 'bind-new', trouble: null, targetState: 'found' });
});

test('a lost key is found by a clerk’s own words; the card says it in place of the step, with whom to call', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ step: 'unbind-old', trouble: null });
  await popup.reload();
  const troubles = popupTroubles(popup);
  await troubles.locator('summary').first().click();
  for (const words of ['锁丢了', '我的钥匙找不到了', 'U盾不见了']) {
    await troubles.getByRole('searchbox').fill(words);
    await expect(troubles.locator('.trouble-list [data-trouble]').first()).toHaveAttribute(
      'data-trouble',
      'key-lost',
    );
  }
  const entry = troubles.locator('[data-trouble="key-lost"]');
  await entry.locator('summary').click();
  await expect(entry).toContainText('新锁没到手，不要解绑。');
  await expect(entry.getByRole('link')).toHaveAttribute('href', 'tel:18912397618');
  await entry.getByRole('button', { name: '我遇到的就是这个' }).click();
  const card = await person.sees({ trouble: 'key-lost', targetState: 'none' });
  expect(card.text).toContain('怎么挂失');
  // The control that unbinds is in sight: its warning stays.
  expect(card.text).toContain('解绑后可能无法恢复');
  expect(await readRings(person.page)).toEqual([]);
});
