/** The practice site by itself, without the extension: every state of every skin, and the frame pages. */

import { type Browser, chromium, expect, type Frame, type Locator, type Page, test } from '@playwright/test';
import { servePractice } from '@/scripts/practice-server.mjs';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { axeOn } from '@/tests/e2e/harness/accessible';
import { FRAME_CASES, FRAME_HOLDER, FRAME_TARGET } from '@/tests/site/frames/cases';
import { PRACTICE_STATES } from '@/tests/site/states';

type Served = Awaited<ReturnType<typeof servePractice>>;

let browser: Browser;
let site: Served;
let elsewhere: Served;

test.beforeAll(async () => {
  const { path } = await ensureChromium();
  browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  [site, elsewhere] = await Promise.all([servePractice(), servePractice()]);
});
test.afterAll(() => Promise.all([browser.close(), site.close(), elsewhere.close()]));

/** What the page complained about since it was opened. */
const complaints = new WeakMap<Page, string[]>();

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: `http://127.0.0.1:${site.port}` });
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  });
  await page.goto(`/${path}`);
  return page;
}

async function leave(page: Page): Promise<void> {
  expect(complaints.get(page)).toEqual([]);
  await page.context().close();
}

/** The page itself, or its frame of that name once it is there. */
async function frameOf(page: Page, name: string): Promise<Frame> {
  if (name === 'top') return page.mainFrame();
  await expect.poll(() => page.frame(name)?.url() ?? '').not.toBe('');
  const frame = page.frame(name);
  if (frame === null) throw new Error(`no frame ${name}`);
  return frame;
}

function visible(frame: Frame, target: string) {
  return frame.locator(`[data-practice="${target}"]`).filter({ visible: true });
}

/** Documents of the page that a person reads: not a frameset, and not the console's own frame. */
async function readable(page: Page): Promise<Frame[]> {
  await expect.poll(() => page.frames().every((frame) => frame.url() !== '')).toBe(true);
  const frames: Frame[] = [];
  for (const frame of page.frames()) {
    if (frame.name() !== 'console' && (await frame.locator('frameset').count()) === 0) frames.push(frame);
  }
  return frames;
}

for (const skin of ['element', 'classic', 'unseen']) {
  for (const layout of skin === 'classic' ? ['iframe', 'frameset'] : ['one']) {
    test(`every state of ${skin} (${layout}) is marked, has its controls, and is like no other`, async () => {
      const rows = PRACTICE_STATES.filter((row) => row.skin === skin);
      expect(rows.length).toBeGreaterThan(25);
      const seen = new Map<string, string>();
      const page = await open('');
      for (const row of rows) {
        await test.step(row.scenario, async () => {
          await page.goto(`/${row.query}&frames=${layout}`);
          await expect(page).toHaveTitle(/^【演练环境】/);
          for (const [target, where] of Object.entries(row.targets)) {
            const frame = await frameOf(page, where.frame);
            await expect(visible(frame, target), `${row.scenario}: ${target}`).toHaveCount(1);
            expect(where.selector).toBe(`[data-practice="${target}"]`);
          }
          let shown = '';
          for (const frame of await readable(page)) {
            const banner = frame.locator('.practice-banner').first();
            await expect(banner).toContainText('演练环境');
            await expect(banner).toContainText('非官方系统');
            shown += await frame.locator('body').innerText();
            shown += await frame.locator('input:visible').count();
            for (const button of await frame.locator('input[type=button]').all()) {
              shown += await button.getAttribute('value');
            }
          }
          expect(seen.get(shown), `${row.scenario} looks like`).toBeUndefined();
          seen.set(shown, row.scenario);
        });
      }
      await leave(page);
    });
  }
}

test('the console stays out of the text of the page', async () => {
  const page = await open('?skin=element&state=home');
  await expect(page.locator('[data-rebind-practice-console]')).toHaveCount(1);
  expect(await page.locator('[data-rebind-practice-console]').evaluate((host) => host.shadowRoot)).toBeNull();
  expect(await page.locator('body').innerText()).not.toMatch(/控制台|故障|插着/);
  await leave(page);
});

/** The one control the site marks so, in whatever frame it is, once it is there. */
async function control(page: Page, target: string): Promise<Locator> {
  const holders = async () => {
    const frames = page.frames();
    const counts = await Promise.all(frames.map((frame) => visible(frame, target).count()));
    return frames.flatMap((frame, at) => Array<Frame>(counts[at] ?? 0).fill(frame));
  };
  await expect.poll(async () => (await holders()).length, target).toBe(1);
  const [frame] = await holders();
  if (frame === undefined) throw new Error(`${target} went away`);
  return visible(frame, target);
}

async function press(page: Page, target: string): Promise<void> {
  await (await control(page, target)).click();
}

/** A native list, or a list that imitates one. */
async function chooseCertificate(page: Page): Promise<void> {
  const choice = await control(page, 'certificate-choice');
  if (await choice.evaluate((element) => element.localName === 'select')) {
    await choice.selectOption({ index: 1 });
    return;
  }
  await choice.click();
  await page.locator('li').filter({ hasText: '示例CA中心（新）' }).click();
}

async function plug(page: Page, key: 'old' | 'new'): Promise<void> {
  await page.evaluate((plugged) => window.practice.dispatch({ type: 'plug', key: plugged }), key);
}

const WALKS = [
  ['element', 'one'],
  ['classic', 'iframe'],
  ['classic', 'frameset'],
  ['unseen', 'one'],
] as const;

for (const [skin, frames] of WALKS) {
  test(`a whole rebind by hand, ${skin} (${frames}), with a reload in the middle`, async () => {
    const page = await open(`?skin=${skin}&frames=${frames}`);
    const says = (text: RegExp) =>
      expect
        .poll(async () => {
          const counts = page
            .frames()
            .map((frame) => frame.getByText(text).filter({ visible: true }).count());
          return (await Promise.all(counts)).some((count) => count > 0);
        }, String(text))
        .toBe(true);

    await press(page, 'login-submit');
    await press(page, 'ca-menu');
    await press(page, 'unbind');
    await press(page, 'unbind-confirm');
    await says(/解(除绑定|绑)成功/);
    await page.reload();
    await press(page, 'ca-menu');
    await plug(page, 'new');
    await press(page, 'bind');
    await chooseCertificate(page);
    await (await control(page, 'pin-field')).fill('123');
    await press(page, 'bind-confirm');
    await says(/(PIN码|证书密码|UKey口令)(错误|不正确)/);
    // A page of its own has forgotten the choice; a dialog keeps it.
    if (skin === 'classic') await chooseCertificate(page);
    await (await control(page, 'pin-field')).fill('123456');
    await press(page, 'bind-confirm');
    await says(/绑定成功/);

    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain('123456');
    expect(kept).toContain('\\"bound\\":\\"new\\"');
    await leave(page);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  // The other skins imitate tables without labels and buttons that are none; that is their point.
  test(`the single-page skin can be read and worked by everybody, ${colorScheme}`, async () => {
    const page = await open('');
    await page.emulateMedia({ colorScheme });
    for (const state of ['login-account', 'login-ca', 'home', 'ca-list', 'bind-form', 'pin-wrong']) {
      await page.goto(`/?skin=element&state=${state}`);
      await page.locator('.practice-element').waitFor();
      const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa']).analyze();
      expect(violations.map(({ id, nodes }) => [state, id, nodes[0]?.target])).toEqual([]);
    }
    await leave(page);
  });
}

test('classic answers every action with a new document; element never does', async () => {
  const loads = async (skin: string) => {
    const page = await open(`?skin=${skin}&state=ca-list`);
    const frame = await frameOf(page, skin === 'classic' ? 'content' : 'top');
    await visible(frame, 'unbind').waitFor();
    const before = await frame.evaluate(() => performance.timeOrigin);
    await visible(frame, 'unbind').click();
    await visible(frame, 'unbind-confirm').waitFor();
    const isNew = (await frame.evaluate(() => performance.timeOrigin)) !== before;
    await leave(page);
    return isNew;
  };
  expect(await loads('classic')).toBe(true);
  expect(await loads('element')).toBe(false);
});

test('a document that comes after the person has left says so itself, and leaves no word for the login page', async () => {
  const page = await open('?skin=classic&state=bind-done');
  const content = await frameOf(page, 'content');
  await visible(content, 'result').waitFor();
  // The whole window's next document is slow; the frame's, asked for before, comes first. Told by the frame
  // itself: no locator answers while the window is under way.
  let tell: (text: string) => void = () => undefined;
  const said = new Promise<string>((resolve) => {
    tell = resolve;
  });
  await page.exposeFunction('tellSaid', (text: string) => tell(text));
  await page.addInitScript(() => {
    if (!location.search.includes('part=content')) return;
    const { tellSaid } = window as unknown as { tellSaid(text: string): void };
    const look = () => {
      const result = document.querySelector('[data-practice="result"]');
      if (result?.textContent) tellSaid(result.textContent);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.route(
    (address) => address.pathname === '/' && !address.searchParams.has('part'),
    async (route) => {
      await said;
      await route.continue();
    },
  );
  await page.getByText('安全退出', { exact: true }).evaluate((leaves) => {
    const answer = document.querySelector<HTMLIFrameElement>('iframe[name="content"]')?.contentDocument;
    answer?.querySelector<HTMLInputElement>('input[type="button"]')?.click();
    (leaves as HTMLElement).click();
  });
  expect(await said).toMatch(/登录超时/);
  await expect(page.getByText('安全退出', { exact: true })).toHaveCount(0);
  await expect(visible(page.mainFrame(), 'login-submit')).toHaveCount(1);
  await expect(page.getByText(/登录超时/)).toHaveCount(0);
  await leave(page);
});

test('the native question of old pages is asked, and its answer is kept', async () => {
  const page = await open('?skin=classic&state=ca-list&faults=native-confirm');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  const content = await frameOf(page, 'content');
  await visible(content, 'unbind').click();
  await expect.poll(() => asked.length).toBe(1);
  await expect(visible(content, 'unbind')).toHaveCount(1);
  await visible(content, 'unbind').click();
  await expect(visible(content, 'result')).toHaveText(/解除绑定成功/);
  expect(asked).toHaveLength(2);
  await leave(page);
});

test('the frame pages hold their target where they say', async () => {
  for (const each of FRAME_CASES) {
    await test.step(each.id, async () => {
      const host = each.origin === 'ungranted' ? 'localhost' : '127.0.0.1';
      const page = await open(`${each.path.slice(1)}?origin=http://${host}:${elsewhere.port}`);
      const holder = await frameOf(page, each.holder === 'top' ? 'top' : FRAME_HOLDER);
      await expect(holder.locator(FRAME_TARGET).filter({ visible: true })).toHaveCount(1);
      const others = page.frames().filter((frame) => frame !== holder);
      for (const frame of others) await expect(frame.locator(FRAME_TARGET)).toHaveCount(0);
      if (each.origin !== 'same') expect(new URL(holder.url()).port).toBe(String(elsewhere.port));
      await leave(page);
    });
  }
});

test('the server gives the site and the frame pages, and nothing beside them', async () => {
  const status = async (path: string, init?: RequestInit) =>
    (await fetch(`http://127.0.0.1:${site.port}${path}`, { redirect: 'manual', ...init })).status;
  expect(await status('/')).toBe(200);
  expect(await status('/frames/list.html')).toBe(200);
  expect(await status('/nowhere.html')).toBe(404);
  expect(await status('/%2e%2e/%2e%2e/package.json')).toBe(404);
  expect(await status('/frames/..%2f..%2f..%2fpackage.json')).toBe(404);
  expect(await status('/%E0%A4%A')).toBe(400);
  expect(await status('/', { method: 'POST' })).toBe(405);
  const led = await servePractice({ skin: 'classic' });
  const answer = await fetch(`http://127.0.0.1:${led.port}/?date=2023-09-20`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/?date=2023-09-20&skin=classic']);
  await led.close();
});
