/** The page 编写通知 as a clerk uses it: by what stands on the controls. Counts what the clerk does. */
import { expect, type Locator, type Page } from '@playwright/test';
import { fieldName, optionName, sectionName } from '@/components/author/words';
import { type Field, fieldsOf, type SectionName } from '@/lib/author/sections';
import { type Given, sectionOf, type Walk } from '@/lib/author/testing/walk';
import { sentences } from './own-pages';

const t = sentences('zh');

export class AuthorForm {
  /** Clicks and fields written in; characters typed. */
  actions = 0;
  typed = 0;

  constructor(readonly page: Page) {}

  entry(id: string): Locator {
    return this.page.locator(`[data-entry="${id}"]`);
  }

  async #do(work: Promise<unknown>, typed = 0): Promise<void> {
    await work;
    this.actions += 1;
    this.typed += typed;
  }

  async paste(text: string): Promise<void> {
    await this.#do(this.page.getByLabel(t('author.paste')).fill(text));
  }

  async take(clause: string, section: SectionName): Promise<void> {
    const box = this.page.locator(`[data-clause="${clause}"]`);
    const name = t('author.take', { part: sectionName(section, t) });
    const button = box.getByRole('button', { name, exact: true });
    if ((await button.count()) > 0) await this.#do(button.click());
    else await this.#do(box.getByLabel(t('author.takeOther', { cite: clause })).selectOption(section));
  }

  async setAside(clause: string): Promise<void> {
    await this.#do(this.page.locator(`[data-clause="${clause}"]`).getByLabel(t('author.setAside')).check());
  }

  async add(section: SectionName): Promise<void> {
    await this.#do(
      this.page
        .getByRole('button', { name: t('author.add', { part: sectionName(section, t) }), exact: true })
        .click(),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#do(
      this.entry(id)
        .getByRole('button', { name: t('author.remove'), exact: true })
        .click(),
    );
  }

  async header(values: Walk['header']): Promise<void> {
    const box = this.page.locator('[data-part="header"]');
    for (const [name, value] of Object.entries(values)) {
      await this.#write(box.getByLabel(fieldName('header', name, t), { exact: true }), value);
    }
  }

  async #write(field: Locator, value: string): Promise<void> {
    await this.#do(field.fill(value), value.length);
  }

  async fill(id: string, name: string, value: Given): Promise<void> {
    const section = sectionOf(id);
    const field: Field | undefined = fieldsOf(section)[name];
    const box = this.entry(id);
    const label = name === 'cite' ? t('author.field.cite') : fieldName(section, name, t);
    const group = box.getByRole('group', { name: new RegExp(`^${escape(label)}`) });
    const control = () => box.getByLabel(label, { exact: true });
    if (field?.more === true) {
      const folded = box.locator('details:not([open]) > summary');
      const isFolded = field.kind === 'some' || field.kind === 'several' ? group : control();
      if ((await folded.count()) > 0 && !(await isFolded.first().isVisible())) await this.#do(folded.click());
    }
    if (typeof value === 'boolean') return this.#do(control().setChecked(value));
    if (typeof value === 'object') {
      for (const each of value) {
        const option = field?.kind === 'some' ? optionName(name, each, t) : each;
        await this.#do(group.getByLabel(option, { exact: true }).check());
      }
      return;
    }
    if (field?.kind === 'choice') return this.#do(control().selectOption(value));
    if (field?.kind === 'one' || field?.kind === 'fact') {
      return this.#do(control().selectOption({ label: value }));
    }
    return this.#write(control(), value);
  }

  async walk({ steps }: Walk): Promise<void> {
    for (const step of steps) {
      if ('take' in step) await this.take(step.take, step.as);
      else if ('aside' in step) await this.setAside(step.aside);
      else if ('remove' in step) await this.remove(step.remove);
      else for (const [name, value] of Object.entries(step.fill)) await this.fill(step.entry, name, value);
    }
  }

  async view(name: 'form' | 'findings' | 'preview' | 'sheet'): Promise<void> {
    await this.page.getByRole('tab', { name: t(`author.view.${name}`) }).click();
  }

  /** What the form says is wrong, and what it reminds of, by code. */
  async findings(): Promise<{ readonly problems: readonly string[]; readonly advice: readonly string[] }> {
    await this.view('findings');
    const all = this.page.locator('[data-part="findings"] li');
    await expect(this.page.locator('[data-part="findings"]')).toBeVisible();
    const lines = await all.evaluateAll((items) =>
      items.map((item) => ({
        problem: item.getAttribute('data-problem'),
        advice: item.getAttribute('data-advice'),
        words: item.textContent ?? '',
      })),
    );
    return {
      problems: lines.filter(({ problem }) => problem !== null).map(({ words }) => words),
      advice: lines.filter(({ advice }) => advice !== null).map(({ advice, words }) => `${advice}: ${words}`),
    };
  }
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
