/** Where controls stand on real pages, and how they move: the ring is on them in the frame that shows it. */
import { expect, type Page, test } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { readRings, waitForCard } from '@/tests/e2e/harness/overlay';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { listPage, TABLE } from './overlay-fixtures';
import { cardElement, expectRingOn, guided, open, rectOf, withBrowser } from './overlay-scene';

withBrowser();

const TALL = '<div style="height:3000px"></div>';

/** What each place does, and what the page then does with it. */
const PLACES: readonly {
  readonly name: string;
  readonly html: string;
  readonly act: (page: Page) => Promise<unknown>;
}[] = [
  {
    name: 'a sticky column and a sticky head, scrolled both ways',
    html: listPage({
      head: `<style>#box { width: 500px; height: 220px; overflow: auto } table { width: 1600px }
        td:last-child { position: sticky; right: 0; background: #fff } th { position: sticky; top: 0 }</style>`,
      extra: TALL,
    }).replace(TABLE, `<div id="box">${TABLE}<div style="height:900px"></div></div>`),
    act: (page) => page.evaluate(() => document.getElementById('box')?.scrollTo(430, 12)),
  },
  {
    name: 'a sticky bar that sticks once the page is scrolled',
    html: listPage({ extra: TALL }).replace(
      TABLE,
      `<div style="position:sticky;top:0;padding:9px;background:#fff">${TABLE}</div>`,
    ),
    act: (page) => page.evaluate(() => window.scrollTo(0, 900)),
  },
  {
    name: 'a fixed parent, while the page scrolls under it',
    html: listPage({ extra: TALL }).replace(
      TABLE,
      `<div style="position:fixed;left:30px;top:200px">${TABLE}</div>`,
    ),
    act: (page) => page.evaluate(() => window.scrollTo(0, 900)),
  },
  {
    name: 'a fixed parent that a transform captures',
    html: listPage({ extra: TALL }).replace(
      TABLE,
      `<div style="transform:translate(10px,5px)"><div style="position:fixed;left:30px;top:200px">${TABLE}</div></div>`,
    ),
    act: (page) => page.evaluate(() => window.scrollTo(0, 150)),
  },
  {
    name: 'two scrolled containers, one in the other',
    html: listPage().replace(
      TABLE,
      `<div id="outer" style="height:400px;overflow:auto"><div style="height:120px"></div>
       <div id="inner" style="height:260px;overflow:auto"><div style="height:90px"></div>${TABLE}
       <div style="height:700px"></div></div><div style="height:800px"></div></div>`,
    ),
    act: (page) =>
      page.evaluate(() => {
        document.getElementById('outer')?.scrollTo(0, 60);
        document.getElementById('inner')?.scrollTo(0, 40);
      }),
  },
  {
    name: 'a body that is turned, scaled, filtered and zoomed',
    html: listPage(),
    act: (page) =>
      page.evaluate(() => {
        document.body.style.cssText = 'transform:scale(0.9) translate(20px,9px);filter:grayscale(1);zoom:1.3';
      }),
  },
  {
    name: 'a page that turns right to left',
    html: listPage(),
    act: (page) => page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl')),
  },
  {
    name: 'a window made smaller',
    html: listPage({ head: '<style>table { margin-left: auto }</style>' }),
    act: (page) => page.setViewportSize({ width: 1024, height: 600 }),
  },
  {
    name: 'a pinched page',
    html: listPage(),
    act: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1.5 });
    },
  },
];

for (const { name, html, act } of PLACES) {
  test(`the ring is on its control: ${name}`, async () => {
    const { page } = await guided(html);
    await expectRingOn(page, '#unbind');
    const before = await rectOf(page, '#unbind');
    await act(page);
    await expectRingOn(page, '#unbind');
    // The page really did something, unless keeping it where it was is what it does.
    if (!/while the page scrolls|pinched/.test(name))
      expect(await rectOf(page, '#unbind')).not.toEqual(before);
    await page.close();
  });
}

/**
 * The browser's own zoom cannot be set from outside. To a page it is another device pixel ratio and as many
 * fewer CSS pixels in the window, which is what is set here.
 */
for (const percent of [50, 67, 80, 110, 125, 150, 200]) {
  test(`at a browser zoom of ${percent} % ring and card are in their places`, async () => {
    // What is measured in the window's height moves with it.
    const head = '<style>h1 { margin-top: 10vh }</style>';
    const { page } = await guided(listPage({ head }), { width: 1366, height: 768 });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round((1366 * 100) / percent),
      height: Math.round((768 * 100) / percent),
      deviceScaleFactor: percent / 100,
      mobile: false,
    });
    await page.waitForFunction((ratio) => Math.abs(devicePixelRatio - ratio) < 0.01, percent / 100);
    await expectRingOn(page, '#unbind');
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const card = await waitUntil(
      'the card in its corner',
      () => cardElement(page),
      (now) => now !== undefined && Math.abs(now.rect.x + now.rect.width - (width - 12)) < 1,
    );
    expect(card?.rect.y).toBeGreaterThanOrEqual(0);
    expect((card?.rect.y ?? 0) + (card?.rect.height ?? 0)).toBeLessThanOrEqual(height);
    await page.close();
  });
}

test('the ring is on a control that an animation carries, in each frame', async () => {
  const { page } = await guided(
    listPage({ head: '<style>@keyframes go { to { translate: 300px 200px } }</style>' }),
  );
  const [root] = await readOverlayRoots(page);
  const worst = await root?.call(async (shadow: ShadowRoot) => {
    const table = document.querySelector('table');
    table?.style.setProperty('animation', 'go 600ms linear infinite alternate');
    const places = new Set<number>();
    let most = 0;
    for (let frame = 0; frame < 40; frame += 1) {
      await new Promise(requestAnimationFrame);
      // The control as this frame shows it; the ring after all of the frame’s callbacks.
      const control = document.getElementById('unbind')?.getBoundingClientRect();
      await new Promise<void>((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(null);
      });
      const ring = shadow.querySelector('[data-part="ring"]:not([hidden])')?.getBoundingClientRect();
      if (frame < 3) continue;
      places.add(Math.round(control?.x ?? 0));
      most = Math.max(
        most,
        ring && control ? Math.abs(ring.x - control.x) + Math.abs(ring.y - control.y) : 1e9,
      );
    }
    return { most, places: places.size };
  }, null);
  expect(worst?.places).toBeGreaterThan(5);
  expect(worst?.most).toBeLessThan(0.5);
  await page.close();
});

/** A list of 2,000 rows that keeps ten elements and fills them anew as it is scrolled; two rows hold controls. */
const VIRTUAL = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>CA证书管理</title></head><body>
  <h1>CA证书管理</h1><div id="box" style="height:300px;overflow:auto;width:700px;position:relative">
  <div style="height:60000px"></div></div><script>
    const box = document.getElementById('box');
    const rows = Array.from({ length: 10 }, () => {
      const row = document.createElement('div');
      row.style.cssText = 'position:absolute;left:0;right:0;height:30px;display:flex;gap:20px';
      row.append(document.createElement('span'), document.createElement('button'));
      box.append(row);
      return row;
    });
    const fill = () => {
      const first = Math.floor(box.scrollTop / 30);
      rows.forEach((row, at) => {
        const index = first + ((at - (first % 10) + 10) % 10);
        row.style.top = index * 30 + 'px';
        row.children[0].textContent = 'CA数字证书 国信CA 第' + index + '行';
        const button = row.children[1];
        button.textContent = index === 4 ? '解除绑定' : '查看';
        button.id = index === 4 ? 'unbind' : '';
      });
    };
    box.addEventListener('scroll', fill);
    fill();
  </script></body></html>`;

test('in a list that recycles its rows the ring goes with the row, never to the next one in the same element', async () => {
  const { page } = await guided(VIRTUAL);
  await expectRingOn(page, '#unbind');
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 45));
  await expectRingOn(page, '#unbind');
  const rings = await readOverlayRoots(page);
  // The element that held the control holds another row now; in the very next frame nothing is ringed.
  const isHidden = await rings[0]?.call(async (shadow: ShadowRoot) => {
    document.getElementById('box')?.scrollTo(0, 150);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
    return shadow.querySelector('[data-part="ring"]:not([hidden])') === null;
  }, null);
  expect(isHidden).toBe(true);
  await page.evaluate(() => document.getElementById('box')?.scrollTo(0, 0));
  await waitUntil(
    'the ring back',
    () => readRings(page),
    ({ length }) => length === 1,
  );
  await expectRingOn(page, '#unbind');
  await page.close();
});

test('on a dark page the ring has its white halo, and the card its own ground', async () => {
  const dark = '<style>html { background: #000; color: #fff; color-scheme: dark }</style>';
  const { page } = await guided(listPage({ head: dark }));
  const looks = async (at: Page) => {
    const [root] = await readOverlayRoots(at);
    return root?.call((shadow: ShadowRoot) => {
      const style = (part: string) =>
        getComputedStyle(shadow.querySelector(`[data-part="${part}"]`) as Element);
      return [
        style('ring').boxShadow,
        style('ring').outlineColor,
        style('card').backgroundColor,
        style('card').color,
      ];
    }, null);
  };
  const onDark = await looks(page);
  const plain = await guided(listPage());
  expect(onDark).toEqual(await looks(plain.page));
  expect(onDark?.[0]).toContain('rgba(255, 255, 255, 0.92)');
  await page.close();
  await plain.page.close();
});

test('neither card nor ring is printed', async () => {
  const { page } = await guided(listPage());
  const bare = await open(listPage());
  await waitForCard(page, {});
  for (const each of [page, bare]) await each.emulateMedia({ media: 'print' });
  const shots = await Promise.all([page.screenshot(), bare.screenshot()]);
  expect(shots[0]?.equals(shots[1] as Buffer)).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  expect((await page.screenshot()).equals(shots[1] as Buffer)).toBe(false);
  await page.close();
  await bare.close();
});

test('the plan alone moves nothing: the page is scrolled by nobody but the person', async () => {
  const { page, world } = await guided(listPage({ extra: TALL }));
  await page.evaluate(() => window.scrollTo(0, 2000));
  await world.show(showing(UNBIND_PLAN, { target: { state: 'found', label: '解除绑定', place: 'top' } }));
  await waitUntil(
    'no ring',
    () => readRings(page),
    ({ length }) => length === 0,
  );
  expect(await page.evaluate(() => scrollY)).toBe(2000);
  await page.close();
});
