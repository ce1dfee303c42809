/** The extension's own pages as a person uses them: popup (in a tab) and its forms. */
import { expect, type Page } from '@playwright/test';
import { createTranslate, type MessageKey, type Translate } from '@/lib/locale/translate';
import type { Audience, Level } from '@/lib/notice/explanation';
import en from '@/locales/en.json' with { type: 'json' };
import zh from '@/locales/zh_CN.json' with { type: 'json' };

/** The sentences of one language, to find controls by what a person reads on them. */
export function sentences(language: 'zh' | 'en'): Translate {
  return createTranslate(language === 'zh' ? zh : en);
}

export interface SubjectEntry {
  readonly name: string;
  readonly audience: Audience;
  readonly level: Level;
}

export interface CertificateEntry {
  readonly kind: 'ca' | 'seal';
  readonly generation: 'old' | 'new';
  readonly label: string;
  /** Calendar day. */
  readonly validUntil: string;
}

export class Popup {
  readonly #t: Translate;

  constructor(
    readonly page: Page,
    language: 'zh' | 'en' = 'zh',
  ) {
    this.#t = sentences(language);
  }

  /** A button by its sentence's key. */
  button(key: MessageKey) {
    return this.page.getByRole('button', { name: this.#t(key) });
  }

  async addSubject(entry: SubjectEntry): Promise<void> {
    await this.button('popup.subject.add').first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: this.#t('popup.subject.name') }).fill(entry.name);
    await dialog.locator(`input[name="audience"][value="${entry.audience}"]`).check();
    await dialog.locator(`input[name="level"][value="${entry.level}"]`).check();
    await dialog.getByRole('button', { name: this.#t('ui.save') }).click();
    await expect(dialog).toBeHidden();
  }

  async addCertificate(entry: CertificateEntry): Promise<void> {
    await this.button('popup.certificates.add').first().click();
    const dialog = this.page.getByRole('dialog');
    await dialog.locator(`input[name="kind"][value="${entry.kind}"]`).check();
    await dialog.locator(`input[name="generation"][value="${entry.generation}"]`).check();
    await dialog.getByRole('textbox', { name: this.#t('popup.certificates.label') }).fill(entry.label);
    await dialog.getByLabel(this.#t('popup.certificates.validUntil')).fill(entry.validUntil);
    await dialog.getByRole('button', { name: this.#t('ui.save') }).click();
    await expect(dialog).toBeHidden();
  }

  /** Says for which subject a waiting tab acts. */
  async choosesSubject(name: string): Promise<void> {
    const waiting = this.page.locator('[data-part="waiting"]');
    await waiting.getByRole('button', { name, exact: true }).first().click();
  }

  /** Removes one of several subjects, with all that hangs on it. */
  async removesSubject(name: string): Promise<void> {
    await this.page.getByRole('radio', { name }).check();
    await this.page.getByRole('button', { name: '修改' }).first().click();
    await this.page.getByRole('button', { name: '删除' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: '删除' }).click();
    await this.page.getByRole('radio', { name }).waitFor({ state: 'detached' });
  }
}

/**
 * Turns the preview on or off by the message the settings page sends. One test does it through the page
 * itself; the others only need the date.
 */
export async function setPreview(ownPage: Page, date: string | null): Promise<void> {
  const reply = await ownPage.evaluate(
    (previewed) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ type: 'pages.preview', date: previewed }),
    date,
  );
  expect(reply).toEqual({ ok: true });
}
