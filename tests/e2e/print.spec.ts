/** The list of certificates and coming dates on paper. */
import { writeFile } from 'node:fs/promises';
import { addDays, dateIn } from '@/lib/notice/days';
import { expect, test } from './harness/fixtures';
import { Popup, sentences } from './harness/own-pages';
import { UNIT } from './harness/scene';

const t = sentences('zh');
const TODAY = dateIn(new Date(), 'Asia/Shanghai');
/** More than the popup shows of certificates, and of coming dates, before it is asked for the rest. */
const CERTIFICATES = 14;

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ scheme });
    test('prints itself in a page of its own: everything to be read, nothing to be pressed', async ({
      browserWithExtension,
    }, testInfo) => {
      const page = await browserWithExtension.openOwnPage('popup.html');
      const popup = new Popup(page);
      await popup.addSubject(UNIT);
      for (let at = 0; at < CERTIFICATES; at += 1) {
        await popup.addCertificate({
          kind: at % 2 ? 'seal' : 'ca',
          generation: 'new',
          label: `第${at + 1}把`,
          validUntil: addDays(TODAY, 20 + at * 30),
        });
      }
      await browserWithExtension.context.addInitScript(() => {
        window.print = () => Object.assign(globalThis, { printed: true });
      });
      const [paper] = await Promise.all([
        browserWithExtension.context.waitForEvent('page'),
        page.getByRole('button', { name: t('popup.coming.print') }).click(),
      ]);
      await paper.waitForFunction(() => (globalThis as { printed?: boolean }).printed);
      await paper.emulateMedia({ media: 'print', colorScheme: scheme });
      await expect(paper.locator('[data-certificate]')).toHaveCount(CERTIFICATES);
      await expect(paper.locator('[data-part="coming"] li')).toHaveCount(CERTIFICATES);
      await expect(paper.locator('[data-part="print-day"]')).toBeVisible();
      const pressed = 'button, input, select, summary, [data-part="actions"], [data-part="sheet-link"]';
      for (const control of await paper.locator(pressed).all()) {
        await expect(control).toBeHidden();
      }
      // The picture of the phases stays in one piece.
      await expect(paper.locator('.timeline')).toHaveCSS('break-inside', 'avoid');
      expect(await paper.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

      // Dark on white, also for those who work in the dark.
      const ink = await paper.evaluate(() =>
        getComputedStyle(document.body).color.match(/\d+/g)?.map(Number),
      );
      expect(Math.max(...(ink ?? [255]))).toBeLessThan(80);

      const cdp = await browserWithExtension.context.newCDPSession(paper);
      const { data } = await cdp.send('Page.printToPDF', { paperWidth: 8.27, paperHeight: 11.69 });
      const pdf = Buffer.from(data, 'base64');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      // To be looked at.
      await writeFile(testInfo.outputPath('paper.pdf'), pdf);
      await paper.screenshot({ path: testInfo.outputPath('paper.png'), fullPage: true });
    });
  });
}
