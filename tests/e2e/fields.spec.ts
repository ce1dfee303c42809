/** Every field of every page, as built: an ID number typed into it is said at once, and nothing of it is kept. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './harness/fixtures';
import { callersCode } from './harness/help-codes';
import { readEverything } from './harness/kept';
import { Popup, sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { shownList } from './harness/roster-files';
import { UNIT } from './harness/scene';

const t = sentences('zh');
const ID_NUMBER = '320402199001011234';
const NO_TEXT = ['checkbox', 'radio', 'file', 'date', 'time', 'number', 'button', 'submit', 'password'];
const FIELDS = `input${NO_TEXT.map((type) => `:not([type="${type}"])`).join('')}, textarea, [contenteditable]`;

/** Types into each field in sight; answers their names. */
async function expectEachToSpeak(place: Page | Locator): Promise<readonly string[]> {
  const names: string[] = [];
  await place.locator('details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  for (const field of await place.locator(FIELDS).filter({ visible: true }).all()) {
    const name = await field.evaluate(
      (element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? element.outerHTML.slice(0, 80),
    );
    const before = await field.inputValue();
    await field.fill(ID_NUMBER);
    await expect(field, name).toHaveAttribute('aria-invalid', 'true');
    const said = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " field ")][1]');
    await expect(said.getByRole('alert'), name).toContainText(t('ui.problem.idNumber'));
    await field.fill(before);
    names.push(name);
  }
  return names;
}

test('the popup with its forms', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.openOwnPage('popup.html');
  const popup = new Popup(page);
  await popup.button('popup.subject.add').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await expectEachToSpeak(dialog)).toHaveLength(1);
  await dialog.getByRole('textbox').fill(ID_NUMBER);
  await page.keyboard.press('Escape');
  await popup.addSubject(UNIT);
  await popup.button('popup.certificates.add').first().click();
  await dialog.waitFor();
  // Label, holder, look, keeper, why it is kept, notes.
  expect((await expectEachToSpeak(dialog)).length).toBeGreaterThanOrEqual(6);
  await page.keyboard.press('Escape');
  await page.locator('[data-part="troubles"] > summary').click();
  await page.getByLabel(t('popup.troubles.search')).waitFor();
  // Search of troubles and the step code; whatever else is folded away.
  expect((await expectEachToSpeak(page)).length).toBeGreaterThanOrEqual(2);
  expect(await readEverything(page)).not.toContain(ID_NUMBER.slice(0, 15));
});

test('settings, desk and roster with their forms', async ({ browserWithExtension }) => {
  const settings = await browserWithExtension.openOwnPage('options.html');
  await settings.locator('[data-part="backup"]').waitFor();
  // The feed's address and its key.
  expect(await expectEachToSpeak(settings)).toHaveLength(2);

  const desk = await browserWithExtension.openOwnPage('desk.html');
  for (const [view, own] of [
    ['code', 1],
    ['questions', 0],
    ['search', 1],
  ] as const) {
    await desk.getByRole('tab', { name: t(`desk.view.${view}`) }).click();
    // And two of the note beside.
    expect(await expectEachToSpeak(desk), view).toHaveLength(own + 2);
  }
  // The number of a mark that the caller reads, and the words beside it.
  await desk.getByRole('tab', { name: t('desk.view.code') }).click();
  await desk.getByLabel(t('desk.code.field')).fill(callersCode());
  const marks = desk.locator('[data-part="marks"]');
  await marks.locator('summary').click();
  expect(await expectEachToSpeak(marks)).toHaveLength(2);
  const roster = await RosterPage.open(browserWithExtension);
  await roster.importFile({ name: 'a.csv', bytes: shownList() });
  const { page } = roster;
  expect((await expectEachToSpeak(page.locator('[data-part="roster-filters"]'))).length).toBeGreaterThan(0);
  await page.getByLabel(t('roster.search')).fill('中学');
  await roster.button('roster.views.save').click();
  expect((await expectEachToSpeak(page.locator('.roster-view-name'))).length).toBe(1);
  await page.keyboard.press('Escape');
  await roster.rows().first().dblclick();
  await page.locator('[data-part="unit-form"]').waitFor();
  expect((await expectEachToSpeak(page.locator('[data-part="unit-form"]'))).length).toBeGreaterThanOrEqual(7);
  await page.keyboard.press('Escape');
  expect(await readEverything(page)).not.toContain(ID_NUMBER.slice(0, 15));
});

test('the author’s form keeps no ID number, typed digit by digit, in any of its fields', async ({
  browserWithExtension,
}) => {
  const page = await browserWithExtension.openOwnPage('author.html');
  await page.getByLabel(t('author.paste')).waitFor();
  await page
    .getByRole('button', { name: t('author.add', { part: t('author.section.contacts') }) })
    .first()
    .click();
  expect((await expectEachToSpeak(page)).length).toBeGreaterThanOrEqual(8);
  const title = page.getByLabel(t('author.field.title'), { exact: true });
  await title.fill('通知');
  await title.blur();
  await title.press('End');
  await title.pressSequentially(ID_NUMBER);
  await expect(title).toHaveValue(`通知${ID_NUMBER}`);
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await expect.poll(() => readEverything(page)).toContain('通知');
  await expect.poll(() => readEverything(page)).not.toContain(ID_NUMBER.slice(0, 10));
});
