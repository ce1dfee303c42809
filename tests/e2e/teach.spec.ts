/** Teaching a changed page: the page in one tab, the desk in another, the picker between them. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { loadPack } from '@/lib/notice/load';
import { readProfile } from '@/lib/notice/profile-file';
import { expectNoViolation } from './harness/accessible';
import { test } from './harness/fixtures';
import { readCard } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { prepare, visit } from './harness/scene';
import { readOverlayRoots } from './harness/shadow-reader';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');
const NEW_NAME = '我的小屋';

/** The site calls its menu otherwise from now on, and counts what it hears of a mouse. */
async function changeSite(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const menu = document.querySelector('[data-practice="ca-menu"]');
    if (!menu) throw new Error('no menu');
    menu.replaceChildren(name);
    menu.removeAttribute('title');
    menu.removeAttribute('aria-label');
    const heard = globalThis as unknown as { heard: string[] };
    heard.heard = [];
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'touchstart']) {
      document.addEventListener(
        type,
        ({ target }) => heard.heard.push(`${type} ${(target as Element).localName}`),
        true,
      );
    }
  }, NEW_NAME);
}

/** In a page of ours: all that is kept, as text. */
async function readAllKept(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      kept.push(name, store, await answer(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  type Area = { get(keys: null): Promise<unknown> };
  const { storage } = (
    globalThis as unknown as { chrome: { storage: Record<'local' | 'session', Area | undefined> } }
  ).chrome;
  kept.push(await storage.local?.get(null), await storage.session?.get(null));
  return JSON.stringify(kept);
}

const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

async function openTeaching(desk: Page): Promise<void> {
  await desk.getByRole('tab', { name: t('desk.view.teach') }).click();
  await desk.getByRole('button', { name: t('teach.read') }).click();
  await expect(desk.locator('[data-part="reading"]')).toBeVisible();
}

const partsOf = async (page: Page) =>
  (await readOverlayRoots(page)).flatMap(({ parts }) =>
    parts.map((part) => part.attributes['data-part'] ?? ''),
  );

test('a control of a new name is pointed at, tried, kept, and found from then on; the page hears no click', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  await changeSite(caller.page);
  await caller.sees({ page: 'home', targetState: 'missing' });
  const markup = await caller.page.evaluate(() => document.body.outerHTML);

  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  await expect(desk.locator('[data-part="reading"]')).toHaveAttribute('data-state', 'home');
  await expect(desk.locator('[data-part="unsure"]')).toContainText(t('teach.target.ca_menu'));

  await desk.getByRole('button', { name: t('teach.pick') }).click();
  await caller.page.bringToFront();
  const menu = caller.page.getByText(NEW_NAME, { exact: true });
  const box = await menu.boundingBox();
  if (!box) throw new Error('the menu is not there');
  await waitUntil(
    'the pane of the picker',
    () => partsOf(caller.page),
    (parts) => parts.includes('pick-pane'),
  );
  await caller.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await waitUntil(
    'the name of the control under the mouse',
    async () => (await readOverlayRoots(caller.page)).flatMap(({ parts }) => parts),
    (parts) =>
      parts.some(
        ({ attributes, text, visible }) =>
          visible && attributes['data-part'] === 'pick-words' && text.includes(NEW_NAME),
      ),
  );
  await caller.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);

  const lesson = desk.locator('[data-part="lesson"]');
  await expect(lesson).toContainText(NEW_NAME);
  expect(await heardBy(caller.page)).toEqual([]);
  expect(await caller.page.evaluate(() => document.body.outerHTML)).toBe(markup);
  await waitUntil(
    'the pane gone',
    () => partsOf(caller.page),
    (parts) => !parts.includes('pick-pane'),
  );

  await lesson.getByLabel(t('teach.lesson.what')).selectOption('unbind');
  await expect(lesson.locator('[data-problem="other-page"]')).toBeVisible();
  await expect(lesson.getByRole('button', { name: t('teach.lesson.keep') })).toBeDisabled();
  await lesson.getByLabel(t('teach.lesson.what')).selectOption('ca-menu');
  const trial = lesson.locator('[data-part="trial"]');
  await expect(trial).toHaveAttribute('data-now', 'right');
  await expect(trial).toHaveAttribute('data-wrong', '0');
  // A word that is not the recogniser's may be somebody's name: whoever keeps it says that it is none.
  const keep = lesson.getByRole('button', { name: t('teach.lesson.keep') });
  await expect(keep).toBeDisabled();
  await lesson.getByLabel(t('teach.lesson.noName', { name: NEW_NAME })).check();
  await keep.click();
  await expect(lesson.getByText(t('teach.lesson.kept'))).toBeVisible();
  // Without a reload: what was taught is asked for anew.
  await caller.sees({ page: 'home', targetState: 'found' });
  expect((await readCard(caller.page))?.text).toContain(NEW_NAME);
  // The desk reads the page with what was taught, as the assistant does, and says where the two do not agree.
  const taken = desk.locator('[data-part="controls"] tr', { hasText: NEW_NAME });
  await expect(taken).toContainText(t('teach.target.ca_menu'));
  const rename = (name: string) =>
    caller.page.evaluate(
      (to) => document.querySelector('[data-practice="ca-menu"]')?.replaceChildren(to),
      name,
    );
  await rename('别的名字');
  await desk.getByRole('button', { name: t('teach.readAgain') }).click();
  const disagreeing = desk.locator('[data-part="disagreeing"]');
  await expect(disagreeing).toHaveAttribute('data-why', 'profile-name');
  await expect(disagreeing).toContainText(NEW_NAME);
  await rename(NEW_NAME);

  // The page goes on changing, until nobody can say what it is: the taught way to the certificates still brings the card.
  await caller.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (/首页|工作台|桌面|欢迎|待办|CA|证书/.test(text.nodeValue ?? '')) text.nodeValue = '天地';
    }
  });
  await desk.bringToFront();
  await expect
    .poll(async () => {
      await desk.getByRole('button', { name: t('teach.readAgain') }).click();
      return desk.locator('[data-part="reading"]').getAttribute('data-state');
    })
    .toBe('unknown');
  await caller.page.bringToFront();
  await caller.sees({ page: 'home', targetState: 'found' });
});

test('by keyboard alone; marked as not being it; handed on as a file and in a pack', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  const row = desk.locator('[data-part="controls"] tr', { hasText: t('teach.target.ca_menu') });
  await row.getByRole('button').focus();
  await desk.keyboard.press('Enter');
  const lesson = desk.locator('[data-part="lesson"]');
  await expect(lesson.getByRole('heading').first()).toBeFocused();
  await lesson.getByLabel(t('teach.lesson.not')).focus();
  await desk.keyboard.press('Space');
  await lesson.getByRole('button', { name: t('teach.lesson.keep') }).focus();
  await desk.keyboard.press('Enter');
  await caller.sees({ page: 'home', targetState: 'missing' });

  const profile = desk.locator('[data-part="profile"]');
  const save = async (button: string) => {
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      profile.getByRole('button', { name: button }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const file = await save(t('teach.profile.export'));
  expect(readProfile(file, 'sucaiyun')).toMatchObject({
    ok: true,
    profile: { controls: [], notIt: [{ target: 'ca-menu', role: 'button' }] },
  });
  const pack = loadPack(await save(t('teach.profile.intoPack', { version: '1.0.1' }).slice(0, 6)));
  expect(pack).toMatchObject({ ok: true, pack: { siteProfiles: [{ system: 'sucaiyun' }] } });

  await profile
    .getByRole('button', { name: t('teach.profile.remove') })
    .first()
    .click();
  await caller.sees({ page: 'home', targetState: 'found' });
  await profile.locator('input[type=file]').setInputFiles({
    name: 'taught.json',
    mimeType: 'application/json',
    buffer: Buffer.from(file),
  });
  await caller.sees({ page: 'home', targetState: 'missing' });
  await profile.locator('input[type=file]').setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":"something"}'),
  });
  await expect(profile.getByRole('alert')).toContainText('other.json');
});

test('controls in frames are numbered through, pointed at in their own frame, and Escape stops', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'classic', { state: 'ca-list' });
  await caller.sees({ page: 'ca-list' });
  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  await expect(desk.locator('[data-part="reading"]')).toHaveAttribute('data-state', 'ca-list');
  await desk.getByRole('button', { name: t('teach.pick') }).click();
  await caller.page.bringToFront();
  const inner = caller.page.frameLocator('[name=content]').getByText('解除绑定', { exact: true }).first();
  const box = await inner.boundingBox();
  if (!box) throw new Error('no control in the frame');
  await waitUntil(
    'a pane a frame',
    () => partsOf(caller.page),
    (parts) => parts.filter((part) => part === 'pick-pane').length >= 3,
  );
  await caller.page.mouse.move(box.x + 3, box.y + 3);
  await caller.page.mouse.click(box.x + 3, box.y + 3);
  await expect(desk.locator('[data-part="lesson"]')).toContainText('解除绑定');
  await expect(desk.locator('[data-part="lesson"]').getByLabel(t('teach.lesson.what'))).toHaveValue('unbind');
  // Nothing was unbound, nothing was asked.
  await caller.sees({ page: 'ca-list' });

  await desk.bringToFront();
  await desk.getByRole('button', { name: t('teach.pick') }).click();
  await caller.page.bringToFront();
  await waitUntil(
    'the pane again',
    () => partsOf(caller.page),
    (parts) => parts.includes('pick-pane'),
  );
  await caller.page.keyboard.press('Escape');
  await waitUntil(
    'no pane',
    () => partsOf(caller.page),
    (parts) => !parts.includes('pick-pane'),
  );
  await expect(desk.getByRole('button', { name: t('teach.pick') })).toHaveAttribute('aria-pressed', 'false');
});

test('a masked snapshot is shown in full, saved whole, and holds no name and no number of the page', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'element', { state: 'bind-form' });
  await caller.sees({ page: 'bind-form' });
  await caller.page.evaluate(() => {
    const greeting = document.createElement('p');
    greeting.append('张三丰（32040219880101123X），序列号 7K20-5513');
    document.body.prepend(greeting);
    for (const field of document.querySelectorAll('input')) field.value = 'typed9182';
  });
  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  await desk.getByRole('button', { name: t('teach.report.make') }).click();
  const text = desk.locator('[data-part="report-text"]').first();
  const shown = await text.inputValue();
  for (const secret of ['张三丰', '32040219880101123', '7K20', '5513', 'typed9182'])
    expect(shown).not.toContain(secret);
  expect(shown).toContain('证书');
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: t('teach.report.save', { count: 1 }) }).click(),
  ]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  expect(new TextDecoder().decode(files['page-01.html'])).toBe(shown);
  expect(new TextDecoder().decode(files['index.jsonl'])).toContain('bind-form');
});

test('a page where another frame holds what was typed and who somebody is: nothing of it is shown, kept or saved', async ({
  browserWithExtension: browser,
}) => {
  const SECRETS = ['Zq7xSecretPw', 'accliudehua', '李秘密人', '320402198801011', '13812345678', '秘密备注'];
  await browser.context.route('**/who.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<title>李秘密人的页面</title><p>欢迎您，李秘密人 13812345678</p><label>经办 <input id="account"></label>
        <label>备用码 <input id="password" type="password"></label><textarea></textarea><div contenteditable>x</div>
        <button title="李秘密人 32040219880101123X" data-id="32040219880101123X">查询</button><a href="/u/李秘密人">李秘密人</a>
        <img alt="李秘密人 13812345678"><svg><text y="15">李秘密人</text><title>320402198801011</title></svg>
        <style>button::after { content: "李秘密人" }</style><input type="button" value="李秘密人的证书"><input type="hidden" value="320402198801011">`,
    }),
  );
  await prepare(browser);
  const caller = await visit(browser, 'classic', { state: 'ca-list' });
  await caller.sees({ page: 'ca-list' });
  await caller.page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.name = 'who';
    frame.src = '/who.html';
    document.body.append(frame);
  });
  const who = caller.page.frameLocator('[name=who]');
  await who.locator('#account').pressSequentially('accliudehua');
  await who.locator('#password').pressSequentially('Zq7xSecretPw');
  await who.locator('textarea').pressSequentially('秘密备注');
  await who.locator('[contenteditable]').pressSequentially('秘密备注');

  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  // What is somebody's is held back from what the desk shows and keeps; what is in a control's own name is the helpdesk's to see.
  const TYPED = SECRETS.filter((each) => each !== '李秘密人' && each !== '13812345678');
  const expectNone = (text: string, secrets: readonly string[] = SECRETS) =>
    expect(secrets.filter((each) => text.includes(each))).toEqual([]);
  expectNone(await desk.locator('body').innerHTML(), TYPED);
  const lesson = desk.locator('[data-part="lesson"]');
  const choose = async (name: string, target: string) => {
    await desk
      .locator('[data-part="controls"] tbody tr', { hasText: name })
      .first()
      .getByRole('button')
      .click();
    // The page answers who the control is; until then the lesson before is still there, and takes what is chosen.
    await expect(lesson.getByRole('heading')).toContainText(name);
    await lesson.getByLabel(t('teach.lesson.what')).selectOption(target);
  };
  // Pointed at in its own frame, a field that somebody has typed into tells its name, and nothing of what it holds.
  for (const [field, name] of [
    ['#account', '经办'],
    ['#password', '备用码'],
  ] as const) {
    await desk.getByRole('button', { name: t('teach.pick') }).click();
    await caller.page.bringToFront();
    await who.locator(field).scrollIntoViewIfNeeded();
    await waitUntil(
      'a pane in each of the frames',
      () => partsOf(caller.page),
      (parts) => parts.filter((part) => part === 'pick-pane').length >= 4,
    );
    const box = await who.locator(field).boundingBox();
    if (!box) throw new Error(`${field} is not in sight`);
    await caller.page.mouse.move(box.x + 5, box.y + 5);
    const shownInPage = await waitUntil(
      'the name of the field under the mouse',
      async () => (await readOverlayRoots(caller.page)).flatMap(({ parts }) => parts),
      (parts) =>
        parts.some(
          ({ attributes, text, visible }) =>
            visible && attributes['data-part'] === 'pick-words' && text.includes(name),
        ),
    );
    expectNone(JSON.stringify(shownInPage), TYPED);
    await caller.page.mouse.click(box.x + 5, box.y + 5);
    await expect(lesson).toContainText(name);
    await desk.bringToFront();
    expectNone(await desk.locator('body').innerHTML(), TYPED);
  }
  await choose('解除绑定', 'unbind');
  await lesson.getByRole('button', { name: t('teach.lesson.keep') }).click();
  await expect(lesson.getByText(t('teach.lesson.kept'))).toBeVisible();
  await choose('查询', 'bind');
  await lesson.getByRole('radio', { name: t('teach.lesson.not'), exact: true }).check();
  await lesson.locator('[data-part="no-name"] input').check();
  await lesson.getByRole('button', { name: t('teach.lesson.keep') }).click();
  await expect(desk.locator('[data-lesson]')).toHaveCount(2);
  expectNone(await desk.locator('body').innerHTML(), TYPED);

  const save = async (name: string | RegExp) => {
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await download.path());
  };
  expectNone((await save(t('teach.profile.export'))).toString());
  expectNone((await save(/^放进通知包/)).toString());
  await desk.getByRole('button', { name: t('teach.report.make') }).click();
  const shown = desk.locator('[data-part="report-text"]');
  await expect(shown).toHaveCount(4);
  const files = unzipSync(new Uint8Array(await save(t('teach.report.save', { count: 4 }))));
  for (const bytes of Object.values(files)) expectNone(new TextDecoder().decode(bytes));
  // Everything the extension keeps, in whatever database or storage.
  expectNone(await desk.evaluate(readAllKept));
});

test('axe on the view, light, dark and at 200 %, with a lesson open; a page that goes away is told', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'element', { state: 'ca-list' });
  await caller.sees({ page: 'ca-list' });
  const desk = await browser.openOwnPage('desk.html');
  await openTeaching(desk);
  await desk.locator('[data-part="controls"] button').first().click();
  await expect(desk.locator('[data-part="lesson"]')).toBeVisible();
  await desk.getByRole('button', { name: t('teach.report.make') }).click();
  await expectNoViolation(desk, 'teaching', { without: '.teach-stage' });
  await caller.page.close();
  await expect(desk.getByRole('alert').filter({ hasText: t('teach.lost') })).toBeVisible();
});
