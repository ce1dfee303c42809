/** The popup's guide panel as a person uses it: picks what to do, says what is done away from pages. */
import { expect, type Locator, type Page } from '@playwright/test';

export class GuidePanel {
  constructor(readonly page: Page) {}

  get panel(): Locator {
    return this.page.locator('[data-part="guide"]');
  }

  async shows(guide: string, step?: string): Promise<void> {
    await expect(this.panel).toHaveAttribute('data-guide', guide);
    if (step !== undefined) await expect(this.panel).toHaveAttribute('data-step', step);
  }

  /** Picks a guide under 「我要办」. */
  async picks(guide: string): Promise<void> {
    await this.page.bringToFront();
    const offers = this.panel.locator('[data-part="offers"]');
    if ((await offers.getAttribute('open')) === null) await offers.locator('summary').click();
    await offers.locator(`[data-offer="${guide}"]`).click();
  }

  /** Says the step shown done, or not needed, and waits for the next. */
  async says(word: 'say-done' | 'skip', next: string): Promise<void> {
    await this.panel.locator(`[data-action="${word}"]`).click();
    await expect(this.panel).toHaveAttribute('data-step', next);
  }

  async answersAll(): Promise<void> {
    const questions = this.panel.locator('[data-question]');
    const ids = await questions.evaluateAll((all) => all.map((each) => each.getAttribute('data-question')));
    for (const id of ids) {
      const question = this.panel.locator(`[data-question="${id}"]`);
      await question.getByRole('button', { name: '是', exact: true }).click();
      await expect(question).toHaveAttribute('data-answer', 'yes');
    }
  }
}
