/** Firefox: what a frame is told of a press in the frame beside it (tests/press-beside.ts). */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { ELSEWHERE, HERE, PRESS_CASES, PRESS_PAGES } from '@/tests/press-beside';
import { FirefoxBrowser } from './firefox-browser';

let server: Server;
let firefox: FirefoxBrowser;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PRESS_PAGES[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  firefox = await FirefoxBrowser.launch(port, {
    hosts: { [new URL(HERE).host]: port, [new URL(ELSEWHERE).host]: port },
  });
});
test.afterAll(async () => {
  await firefox?.discard();
  server?.close();
});

async function pressBeside(address: string): Promise<string> {
  const { marionette } = firefox;
  await marionette.navigate(address);
  const inFrame = async (id: string) => {
    await marionette.switchToFrame(null);
    const [frame = ''] = await marionette.findAll(`#${id}`);
    await marionette.switchToFrame(frame);
  };
  await inFrame('menu');
  const [button = ''] = await marionette.findAll('button');
  await marionette.click(button);
  await inFrame('content');
  const told = await waitUntil(
    'what the frame was told',
    () => marionette.evaluate<string>("return document.getElementById('told').textContent"),
    (words) => words !== '',
  );
  await marionette.switchToFrame(null);
  return told;
}

test('Firefox: a press in the menu is told to the window’s document, not to the frame beside', async () => {
  const told: string[] = [];
  for (const [whose, address] of PRESS_CASES) told.push(`${whose}: ${await pressBeside(address)}`);
  expect(told).toEqual([
    'all are of one site: false true',
    'the menu is another site’s: false true',
    'so is the window: false SecurityError',
  ]);
});
