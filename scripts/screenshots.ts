/**
 * `npm run screenshots`: takes the pictures of docs/screenshots anew from the release build: popup, card and
 * practice site, light and dark. Needs `npm run build` before it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { clickInCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { Popup } from '@/tests/e2e/harness/own-pages';
import { prepare, visit } from '@/tests/e2e/harness/scene';
import { servePractice } from './practice-server.mjs';
import { inRoot } from './setup/paths.mjs';
import { failPlainly, say } from './setup/run-command.mjs';

const FOLDER = inRoot('docs', 'screenshots');
const POPUP_VIEWPORT = { width: 416, height: 600 };

async function takePictures(sitePort: number, scheme: 'light' | 'dark'): Promise<void> {
  const viewport = { width: 1200, height: 820 };
  const look = { colorScheme: scheme, viewport, reducedMotion: true };
  const browser = await ExtensionBrowser.launch({ sitePort, language: 'zh', ...look });
  const pathOf = (name: string) => join(FOLDER, `${name}-${scheme}.png`);
  try {
    const page = await prepare(browser);
    await page.setViewportSize(POPUP_VIEWPORT);
    const popup = new Popup(page);
    await popup.addCertificate({
      kind: 'ca',
      generation: 'new',
      label: '苏采云新CA',
      validUntil: '2023-10-27',
    });
    await popup.addCertificate({
      kind: 'seal',
      generation: 'new',
      label: '方正签章',
      validUntil: '2024-09-12',
    });
    await page.reload();
    await page.locator('[data-part="countdown"]').waitFor();
    await page.screenshot({ path: pathOf('popup') });

    const person = await visit(browser, 'element', { state: 'ca-list' });
    await person.sees({ step: 'unbind-old', page: 'ca-list' });
    await person.answersAll('yes');
    await person.seesRingOn('unbind');
    await person.page.screenshot({ path: pathOf('card') });

    const stuck = await visit(browser, 'element', { state: 'key-missing' });
    await stuck.sees({ trouble: 'key-missing' });
    await stuck.page.screenshot({ path: pathOf('trouble') });
    await clickInCard(stuck.page, '[data-action="check-environment"]');
    await stuck.sees({ says: '没有试探本机端口' });
    await stuck.page.screenshot({ path: pathOf('environment') });

    const help = page.locator('[data-part="troubles"]');
    await help.locator('summary').first().click();
    await help.getByRole('searchbox').fill('0x0A000025');
    await help.locator('[data-trouble="pin-locked"] summary').click();
    await help.locator('[data-trouble="pin-locked"]').scrollIntoViewIfNeeded();
    await page.screenshot({ path: pathOf('popup-trouble') });
    await help.getByRole('button', { name: '检查环境' }).click();
    await help.locator('[data-finding="keys"]').scrollIntoViewIfNeeded();
    await page.screenshot({ path: pathOf('popup-environment') });

    const practice = await browser.openOwnPage('practice.html?skin=element&state=bind-form');
    await waitForCard(practice, { page: 'bind-form' });
    await waitForRing(practice, 'bind-confirm');
    await practice.screenshot({ path: pathOf('practice') });
  } finally {
    await browser.discard();
  }
}

async function takeAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const site = await servePractice();
  try {
    for (const scheme of ['light', 'dark'] as const) {
      say(`Taking pictures of popup, card and practice site (${scheme}).`);
      await takePictures(site.port, scheme);
    }
  } finally {
    await site.close();
  }
}

takeAll().catch(failPlainly);
