/** The roster page as a person uses it. */
import { expect, type Page } from '@playwright/test';
import type { MessageKey, MessageParams } from '@/lib/locale/translate';
import type { ExtensionBrowser } from './extension-browser';
import { sentences } from './own-pages';

const t = sentences('zh');

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export class RosterPage {
  constructor(readonly page: Page) {}

  static async open(browser: ExtensionBrowser): Promise<RosterPage> {
    const page = await browser.openOwnPage('desk.html?view=roster');
    await page.locator('[data-part="roster"]').waitFor();
    return new RosterPage(page);
  }

  readonly dialog = () => this.page.getByRole('dialog');

  button(key: MessageKey, params?: MessageParams) {
    return this.page.getByRole('button', { name: t(key, params), exact: true });
  }

  async startImport(mode: 'import' | 'update'): Promise<void> {
    await this.button(`roster.action.${mode}`).click();
    await this.dialog().waitFor();
  }

  async choose({ name, bytes }: GivenFile): Promise<void> {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes);
    await this.dialog()
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  /** From the columns to what would change. */
  async check(): Promise<void> {
    await this.dialog().locator('[data-part="import-mapping"]').waitFor();
    await this.button('roster.import.next').click();
    await this.dialog().locator('[data-part="import-preview"]').waitFor();
  }

  counts(): Promise<string[]> {
    return this.dialog().locator('[data-part="import-counts"] li').allInnerTexts();
  }

  /** Lines and kinds of what is left out. */
  problems(): Promise<string[]> {
    return this.dialog()
      .locator('[data-problem]')
      .evaluateAll((items) =>
        items.map((item) => `${item.getAttribute('data-line')} ${item.getAttribute('data-problem')}`),
      );
  }

  async finish(key: 'roster.import.go' | 'roster.import.goUpdates' = 'roster.import.go'): Promise<void> {
    await this.button(key).click();
    await expect(this.dialog()).toBeHidden({ timeout: 60_000 });
  }

  async importFile(file: GivenFile): Promise<void> {
    await this.startImport('import');
    await this.choose(file);
    await this.check();
    await this.finish();
  }

  said() {
    return this.page.locator('[data-part="roster-said"]');
  }

  rows() {
    return this.page.locator('[data-unit]');
  }

  grid() {
    return this.page.locator('[data-part="roster-grid"]');
  }
}
