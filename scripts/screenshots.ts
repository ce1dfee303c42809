/**
 * `npm run screenshots`: takes the pictures of docs/screenshots anew from the release build: popup, card and
 * practice site, light and dark. Needs `npm run build` before it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SAMPLE_NOTICE } from '@/lib/author/testing/sample-notice';
import { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { clickInCard, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { Popup, sentences, setPreview } from '@/tests/e2e/harness/own-pages';
import { RosterPage } from '@/tests/e2e/harness/roster';
import { shownList } from '@/tests/e2e/harness/roster-files';
import { IN_TRANSITION, prepare, visit } from '@/tests/e2e/harness/scene';
import { takeTeach } from './pictures/teach';
import { servePractice } from './practice-server.mjs';
import { inRoot } from './setup/paths.mjs';
import { failPlainly, say } from './setup/run-command.mjs';

const FOLDER = inRoot('docs', 'screenshots');
const ZH = sentences('zh');
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
    await waitForRing(practice, 'certificate-choice');
    await practice.screenshot({ path: pathOf('practice') });

    // The desk speaks of today: of a caller who previews another day it says first that the days differ.
    await setPreview(page, null);
    await takeDesk(browser, stuck.page, pathOf);
    await takeRoster(browser, pathOf);
    await setPreview(page, IN_TRANSITION);
    await takeTeach(browser, pathOf);
    await takeNotice(browser, pathOf);
  } finally {
    await browser.discard();
  }
}

/** The desk with the code of a caller's card, and the notice as its readers see it. */
async function takeDesk(
  browser: ExtensionBrowser,
  caller: Page,
  pathOf: (name: string) => string,
): Promise<void> {
  const card = await waitForCard(caller, { page: 'key-missing' });
  const desk = await browser.openOwnPage('desk.html');
  const code = /(?:\d{4} ){3}\d{4}/.exec(card.text)?.[0] ?? '';
  await desk.getByRole('textbox').first().fill(code);
  await desk.locator('[data-part="caller"]').waitFor();
  await desk.screenshot({ path: pathOf('desk') });
}

/** The roster and what is reported of it. */
async function takeRoster(browser: ExtensionBrowser, pathOf: (name: string) => string): Promise<void> {
  const roster = await RosterPage.open(browser);
  await roster.importFile({ name: '名册.csv', bytes: shownList() });
  await roster.rows().first().waitFor();
  await roster.page.screenshot({ path: pathOf('roster') });
  await roster.button('roster.action.report').click();
  await roster.page.getByLabel(ZH('roster.report.deadline')).fill('2026-12-20');
  await roster.page.locator('[data-part="pace"]').waitFor();
  await roster.page.screenshot({ path: pathOf('roster-report') });
}

async function takeNotice(browser: ExtensionBrowser, pathOf: (name: string) => string): Promise<void> {
  const notice = await browser.openOwnPage('notice.html');
  await notice.locator('input[type="date"]').fill('2023-09-20');
  await notice.locator('[data-phase="transition"][aria-current]').waitFor();
  await notice.screenshot({ path: pathOf('notice') });
  const author = await browser.openOwnPage('author.html');
  await author.locator('textarea').first().fill(SAMPLE_NOTICE);
  await author.locator('[data-clause="一（二）2"] button').first().click();
  await author.locator('[data-entry="phases-1"]').waitFor();
  await author.screenshot({ path: pathOf('author') });
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
