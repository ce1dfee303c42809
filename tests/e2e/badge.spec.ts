/** The days on the toolbar: of what is really kept, whatever is previewed or rehearsed. */
import type { Page } from '@playwright/test';
import { addDays, dateIn } from '@/lib/notice/days';
import { readBrowserSide } from './harness/browser-side';
import { expect, test } from './harness/fixtures';
import { waitForCard } from './harness/overlay';
import { Popup, sentences, setPreview } from './harness/own-pages';
import { IN_TRANSITION, UNIT } from './harness/scene';

const t = sentences('zh');
const TODAY = dateIn(new Date(), 'Asia/Shanghai');
const CERTIFICATE = { kind: 'ca', generation: 'new' } as const;

const badge = (page: Page) =>
  expect.poll(async () => {
    const { badge: text, badgeColor } = await readBrowserSide(page);
    return text === '' ? '' : `${text} ${badgeColor}`;
  });

test('counts the days to the nearest expiry of what is kept; previews and rehearsals change nothing of it', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  await badge(page).toBe('');
  await popup.addCertificate({ ...CERTIFICATE, label: '甲', validUntil: addDays(TODAY, 200) });
  await expect(page.locator('[data-certificate]')).toHaveCount(1);
  await badge(page).toBe('');
  await popup.addCertificate({ ...CERTIFICATE, label: '乙', validUntil: addDays(TODAY, 60) });
  await badge(page).toBe('60 #1a56b0');
  await popup.addCertificate({ ...CERTIFICATE, kind: 'seal', label: '丙', validUntil: addDays(TODAY, 12) });
  await badge(page).toBe('12 #9a5b00');

  // A rehearsal has certificates of its own, some of them expired.
  const practice = await browserWithExtension.openOwnPage(
    `practice.html?skin=element&state=ca-list&date=${IN_TRANSITION}`,
  );
  await waitForCard(practice, { page: 'ca-list' });
  await badge(page).toBe('12 #9a5b00');

  // In a preview the toolbar says that it is one; what is entered there does not count.
  await setPreview(page, IN_TRANSITION);
  await badge(page).toBe(`${t('badge.preview')} #9a5b00`);
  await page.bringToFront();
  await popup.addCertificate({ ...CERTIFICATE, label: '丁', validUntil: addDays(TODAY, 2) });
  await setPreview(page, null);
  await badge(page).toBe('12 #9a5b00');

  await popup.addCertificate({
    ...CERTIFICATE,
    kind: 'seal',
    generation: 'old',
    label: '戊',
    validUntil: TODAY,
  });
  await badge(page).toBe('0 #9a5b00');
});

test('what has expired and nothing covers is marked', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const popup = new Popup(page);
  await popup.addSubject(UNIT);
  await popup.addCertificate({ ...CERTIFICATE, label: '甲', validUntil: addDays(TODAY, -1) });
  await badge(page).toBe('! #b3261e');
  // Another one of its kind in force covers it.
  await popup.addCertificate({ ...CERTIFICATE, label: '乙', validUntil: addDays(TODAY, 200) });
  await badge(page).toBe('');
});
