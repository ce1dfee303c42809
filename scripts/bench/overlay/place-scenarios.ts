/** Rows about where controls stand, and how pages move them. */
import type { Page } from '@playwright/test';
import type { Contestant } from './contestants';
import { type Outcome, off, PAGE, pageWith, type Scenario, settle, TABLE, targetRect } from './scenario-page';

const TALL = '<div style="height:3000px"></div>';

/** The highlight's place once the page has done something. */
function moved(id: string, title: string, html: string, act: (page: Page) => Promise<unknown>): Scenario {
  return {
    id,
    title,
    html,
    async run(page: Page, tool: Contestant): Promise<Outcome> {
      await act(page);
      await settle(page);
      return off(await tool.hole(), await targetRect(page));
    },
  };
}

const styled = (element: 'body' | 'html', css: string) => (page: Page) =>
  page.evaluate(
    ([name, style]) => {
      (window.document.querySelector(name as string) as HTMLElement).style.cssText += style;
    },
    [element, css],
  );

/** Five elements for a thousand rows, filled anew at each scroll, as lists of large tables do. */
const RECYCLING = pageWith(`<div id="box" style="height:150px;overflow:auto;position:relative">
  <div style="height:30000px"></div></div><script>
    const box = document.getElementById('box');
    const rows = Array.from({ length: 5 }, () => {
      const row = document.createElement('p');
      row.style.cssText = 'position:absolute;left:0;margin:0;height:30px';
      row.append('CA数字证书 国信CA ', document.createElement('button'));
      return box.appendChild(row);
    });
    const fill = () => rows.forEach((row, at) => {
      const index = Math.floor(box.scrollTop / 30) + at;
      row.style.top = index * 30 + 'px';
      row.lastChild.textContent = index === 3 ? '解除绑定' : '查看';
      row.lastChild.className = index === 3 ? 'target' : '';
    });
    box.addEventListener('scroll', fill);
    fill();
  </script>`);

export const PLACES: readonly Scenario[] = [
  moved(
    'sticky',
    'in a bar that sticks while the page scrolls',
    pageWith(`<div style="position:sticky;top:0;background:#fff">${TABLE}</div>${TALL}`),
    (page) => page.evaluate(() => window.scrollTo(0, 400)),
  ),
  moved(
    'fixed',
    'in a fixed bar while the page scrolls',
    pageWith(`<div style="position:fixed;left:30px;top:200px">${TABLE}</div>${TALL}`),
    (page) => page.evaluate(() => window.scrollTo(0, 400)),
  ),
  moved('recycled', 'list that fills its rows anew (virtual list)', RECYCLING, (page) =>
    page.evaluate(() => window.document.getElementById('box')?.scrollTo(0, 60)),
  ),
  moved('animated', 'moved by an animation', PAGE, (page) =>
    page.evaluate(() => {
      const animation = window.document
        .querySelector('table')
        ?.animate([{ translate: '0 0' }, { translate: '200px 200px' }], 1_000);
      animation?.pause();
      if (animation) animation.currentTime = 500;
    }),
  ),
  moved(
    'transform',
    'body with a transform',
    PAGE,
    styled('body', 'transform:translate(30px,20px) scale(0.8)'),
  ),
  moved('css-zoom', 'body with CSS zoom', PAGE, styled('body', 'zoom:1.5')),
  moved('right-to-left', 'page turns right to left', PAGE, (page) =>
    page.evaluate(() => window.document.documentElement.setAttribute('dir', 'rtl')),
  ),
  moved(
    'browser-zoom',
    'zoom of 200 % (device pixels and window size)',
    PAGE.replace('<h1>', '<h1 style="margin-top:10vh">'),
    async (page) => {
      const session = await page.context().newCDPSession(page);
      const metrics = { width: 640, height: 360, deviceScaleFactor: 2, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
    },
  ),
  {
    id: 'full-screen',
    title: 'part of the page in full screen',
    html: PAGE.replace('<table>', '<div id="part" style="background:#fff"><table>').replace(
      '</table>',
      '</table></div>',
    ),
    async run(page, tool) {
      // By a key: the browser asks for a person's act, and some tools swallow clicks.
      await page.evaluate(() => {
        window.addEventListener(
          'keydown',
          () => void window.document.getElementById('part')?.requestFullscreen(),
          { capture: true, once: true },
        );
      });
      await page.keyboard.press('f');
      await page.waitForFunction(() => window.document.fullscreenElement !== null);
      await settle(page);
      const control = await tool.control();
      return control?.reached ? { said: 'usable', good: true } : { said: 'not seen', good: false };
    },
  },
  {
    id: 'print',
    title: 'comes out on paper',
    html: PAGE,
    async run(page, tool) {
      await page.emulateMedia({ media: 'print' });
      return (await tool.hasBox()) ? { said: 'yes', good: false } : { said: 'no', good: true };
    },
  },
];
