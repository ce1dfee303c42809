/** The rows of the table: what pages do, and how a tool comes through it. Each is a case of issue 4. */
import type { Page } from '@playwright/test';
import { TARGET, type Tool } from './contestants';
import { PLACES } from './place-scenarios';
import {
  FIELDS,
  type Outcome,
  off,
  PAGE,
  pageWith,
  type Scenario,
  settle,
  TABLE,
  targetRect,
} from './scenario-page';

const HIDDEN = `<div hidden>${TABLE}</div>`;

const attributesOf = (page: Page) =>
  page.evaluate(() =>
    [...window.document.querySelectorAll('html, body, body *')]
      .filter((element) => element.matches('html, body, h1, p, input, #plugin, table, table *'))
      .map((element) => element.cloneNode(false) as Element)
      .map((element) => element.outerHTML),
  );

const MANNERS: readonly Scenario[] = [
  {
    id: 'replaced',
    title: 'node replaced mid-step',
    html: PAGE,
    async run(page, tool) {
      await page.evaluate(() => {
        const table = window.document.querySelector('table');
        const copy = table?.cloneNode(true) as HTMLElement;
        copy.style.marginTop = '200px';
        table?.replaceWith(copy);
      });
      await settle(page);
      return off(await tool.hole(), await targetRect(page));
    },
  },
  {
    id: 'layout-shift',
    title: 'layout shift without scroll',
    html: PAGE,
    async run(page, tool) {
      await page.evaluate(() =>
        window.document.querySelector('h1')?.style.setProperty('margin-top', '200px'),
      );
      await settle(page);
      return off(await tool.hole(), await targetRect(page));
    },
  },
  {
    id: 'container-scroll',
    title: 'scrolled in a container',
    html: pageWith(
      `<div id="box" style="height:300px;overflow:auto"><div style="height:40px"></div>${TABLE}<div style="height:900px"></div></div>`,
    ),
    async run(page, tool) {
      await page.evaluate(() => window.document.getElementById('box')?.scrollTo(0, 30));
      await settle(page);
      return off(await tool.hole(), await targetRect(page));
    },
  },
  {
    id: 'vanished',
    title: 'target vanishes (error page)',
    html: PAGE,
    async run(page, tool) {
      await page.evaluate(() => window.document.querySelector('table')?.replaceWith('系统繁忙，请稍后再试'));
      await settle(page);
      const hole = await tool.hole();
      const stays = hole !== null && hole.width > 0;
      return { said: stays ? 'highlight stays' : 'highlight goes', good: !stays };
    },
  },
  {
    id: 'hidden-first',
    title: 'hidden first match',
    html: pageWith(`${HIDDEN}${TABLE}`),
    async run(page, tool) {
      const hole = await tool.hole();
      if (hole && hole.width === 0) return { said: `points at ${hole.x},${hole.y}`, good: false };
      return off(hole, await targetRect(page));
    },
  },
  {
    id: 'frame',
    title: 'target in a frame of the same origin',
    html: pageWith(
      '<iframe name="main" src="/main" style="margin:40px;width:700px;height:300px;border:0"></iframe>',
    ),
    inner: PAGE,
    frame: 'main',
    async run(page, tool) {
      const box = await page.frame('main')?.locator(TARGET).boundingBox();
      return off(await tool.hole(), box ?? null);
    },
  },
  {
    id: 'show-modal',
    title: 'page calls dialog.showModal()',
    html: pageWith(`${FIELDS}${TABLE}<dialog style="margin:0 auto auto 0"><p>提示</p></dialog>`),
    async run(page, tool) {
      await page.evaluate(() => window.document.querySelector('dialog')?.showModal());
      await settle(page);
      const control = await tool.control();
      return control?.reached ? { said: 'usable', good: true } : { said: 'blocked', good: false };
    },
  },
  {
    id: 'page-css',
    title: 'page CSS button { … !important } leaks in',
    html: PAGE,
    before: async () => null,
    async run(page, tool) {
      const before = (await tool.control())?.look;
      await page.addStyleTag({ content: 'button { all: unset !important; font-size: 40px !important }' });
      await settle(page);
      const after = (await tool.control())?.look;
      return before === after ? { said: 'no', good: true } : { said: 'yes', good: false };
    },
  },
  {
    id: 'attributes',
    title: 'attributes written on the page’s elements',
    html: PAGE,
    before: attributesOf,
    async run(page, _, before) {
      const now = await attributesOf(page);
      const changed = now.filter((html, index) => html !== (before as readonly string[])[index]);
      return changed.length === 0
        ? { said: 'none', good: true }
        : { said: `on ${changed.length}`, good: false };
    },
  },
  {
    id: 'tab-to-password',
    title: 'Tab reaches the password field',
    html: PAGE,
    async run(page) {
      for (let press = 0; press < 40; press += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => window.document.activeElement?.id === 'pin'))
          return { said: 'yes', good: true };
      }
      return { said: 'never', good: false };
    },
  },
  {
    id: 'outside-click',
    title: 'click on a plug-in’s button outside the target',
    html: PAGE,
    async run(page) {
      await page.evaluate(() =>
        window.document
          .getElementById('plugin')
          ?.addEventListener('click', () => Object.assign(window, { hit: true })),
      );
      const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('#plugin').boundingBox()) ?? {};
      await page.mouse.click(x + width / 2, y + height / 2);
      const isHit = await page.evaluate(() => 'hit' in window);
      return isHit ? { said: 'arrives', good: true } : { said: 'swallowed', good: false };
    },
  },
  {
    id: 'target-click',
    title: 'click on the target itself',
    html: PAGE,
    async run(page) {
      await page.evaluate((selector) => {
        const target = window.document.querySelector(selector);
        target?.addEventListener('click', () => Object.assign(window, { hit: true }));
      }, TARGET);
      const { x = 0, y = 0, width = 0, height = 0 } = (await targetRect(page)) ?? {};
      await page.mouse.click(x + width / 2, y + height / 2);
      const isHit = await page.evaluate(() => 'hit' in window);
      return isHit ? { said: 'arrives', good: true } : { said: 'swallowed', good: false };
    },
  },
  {
    id: 'reduced-motion',
    title: 'moves under prefers-reduced-motion',
    html: PAGE,
    before: (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
    async run(_, tool) {
      const { animations } = await tool.manners();
      return animations === 0 ? { said: 'no', good: true } : { said: 'yes', good: false };
    },
  },
  {
    id: 'live-region',
    title: 'live region of its own',
    html: PAGE,
    async run(_, tool) {
      const { live } = await tool.manners();
      return live > 0 ? { said: 'yes', good: true } : { said: 'no', good: false };
    },
  },
];

export const SCENARIOS: readonly Scenario[] = [...MANNERS, ...PLACES];

/** Runs one scenario with one tool on a fresh page. A tool that throws has failed it, by its own words. */
export async function runScenario(
  open: (pages: Readonly<Record<string, string>>) => Promise<Page>,
  scenario: Scenario,
  tool: Tool,
): Promise<Outcome> {
  const pages = { '/': scenario.html, ...(scenario.inner && { '/main': scenario.inner }) };
  const page = await open(pages);
  try {
    const before = await scenario.before?.(page);
    return await scenario.run(page, await tool.enter(page, scenario.frame), before);
  } catch (error) {
    if (tool.isOurs) throw error;
    return { said: /in vain/.test(String(error)) ? 'shows nothing' : 'throws', good: false };
  } finally {
    await page.context().close();
  }
}
