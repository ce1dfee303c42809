import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { listPage } from '@/tests/browser/overlay-fixtures';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';

const PAGES: Readonly<Record<string, { readonly csp?: string; readonly html: string }>> = {
  '/plain': { html: listPage() },
  '/closed': {
    csp: "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    html: listPage(),
  },
  '/unset': {
    html: listPage({
      head: `<style>* { all: unset !important } button { font-size: 40px !important }
        html { direction: rtl; font-size: 31px } body { filter: invert(1); zoom: 1.4 }</style>`,
    }),
  },
};

const STYLES = [
  'color',
  'background-color',
  'font-size',
  'display',
  'padding-left',
  'direction',
  'border-radius',
];

test('Firefox: the card looks the same under a policy that allows nothing, and under styles that unset all', async () => {
  const server = createServer((request, response) => {
    const page = PAGES[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(page?.csp && { 'content-security-policy': page.csp }),
    });
    response.end(page?.html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const firefox = await FirefoxBrowser.launch((server.address() as AddressInfo).port);
  try {
    const looks: Record<string, unknown> = {};
    for (const path of Object.keys(PAGES)) {
      await firefox.marionette.navigate(new URL(path, OFFICIAL_ADDRESS).href);
      looks[path] = await waitUntil(
        `the card on ${path}`,
        () => readLooks(firefox),
        ({ length }) => length > 0,
      );
    }
    expect(looks['/closed']).toEqual(looks['/plain']);
    expect(looks['/unset']).toEqual(looks['/plain']);
  } finally {
    await firefox.discard();
    server.close();
  }
});

/** Place, size and style of the card and of what stands in it; empty while there is none. */
async function readLooks({ marionette }: FirefoxBrowser): Promise<readonly unknown[]> {
  for (const host of await marionette.findAll('html > div')) {
    const root = await marionette.findShadowRoot(host);
    if (!root) continue;
    const found = await marionette.findAllIn(
      root,
      '.card, header, .step, .say, .note, .button, .help, .number',
    );
    return Promise.all(
      found.map(async (id) => [
        await marionette.send('WebDriver:GetElementRect', { id }),
        ...(await Promise.all(
          STYLES.map((propertyName) => marionette.send('WebDriver:GetElementCSSValue', { id, propertyName })),
        )),
      ]),
    );
  }
  return [];
}
