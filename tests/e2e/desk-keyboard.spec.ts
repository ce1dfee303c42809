/** The whole desk by the keyboard: every stop is reached by Tab, every choice made by a key, no mouse and no help from outside. */
import { expect, test } from './harness/fixtures';
import { pressOn, tabTo, turnTo } from './harness/keyboard';
import { readCard } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { RosterPage } from './harness/roster';
import { shownList } from './harness/roster-files';
import { prepare, visit } from './harness/scene';

const t = sentences('zh');

test('the roster: paste, check, import, select, change many, undo, keep a view, report, reminder', async ({
  browserWithExtension: browser,
}) => {
  test.slow();
  const page = await browser.openOwnPage('desk.html');
  const roster = new RosterPage(page);
  const { keyboard } = page;
  await tabTo(page, page.getByRole('tab', { name: t('desk.view.code') }));
  for (let step = 0; step < 3; step += 1) await keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: t('desk.view.roster') })).toBeFocused();

  await pressOn(page, roster.button('roster.action.import'));
  await tabTo(page, roster.dialog().getByLabel(t('roster.import.paste')));
  await keyboard.insertText(shownList());
  await pressOn(page, roster.button('roster.import.pasteGo'));
  await pressOn(page, roster.button('roster.import.next'));
  await pressOn(page, roster.button('roster.import.go'));
  await expect(roster.dialog()).toBeHidden();
  await expect(roster.said()).toContainText('240');

  await tabTo(page, page.getByRole('searchbox'));
  await keyboard.type('glglz');
  await expect(page.getByText(t('roster.shown', { shown: 60, count: 240 }))).toBeVisible();
  await keyboard.press('Enter');
  await expect(roster.grid()).toBeFocused();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  const chosen = page.locator('tr[aria-selected="true"]');
  const count = await chosen.count();
  expect(count).toBeGreaterThan(1);
  await pressOn(page, roster.button('roster.action.batch'));
  const form = page.locator('[data-part="batch-form"]');
  await turnTo(page, form.getByLabel(t('roster.filter.ca')), 'login-tried');
  await pressOn(page, form.getByRole('button', { name: t('roster.batch.go') }));
  await expect(form).toBeHidden();
  const tried = chosen.filter({ hasText: t('roster.state.login_tried') });
  await expect(tried).toHaveCount(count);
  await pressOn(page, roster.button('roster.action.undo'));
  await expect(roster.said()).toContainText('已撤销');
  await expect(tried).not.toHaveCount(count);
  await pressOn(page, roster.button('roster.action.redo'));
  await expect(tried).toHaveCount(count);

  await pressOn(page, roster.button('roster.filter.title'));
  const ready = page
    .getByRole('group', { name: t('roster.filter.ca') })
    .getByLabel(t('roster.state.login_tried'));
  await pressOn(page, ready, ' ');
  await pressOn(page, roster.button('roster.views.save'));
  await keyboard.insertText('试过登录的');
  await keyboard.press('Enter');
  const views = page.getByLabel(t('roster.views.label'));
  await expect(views).toBeFocused();
  await expect(views.locator('option:checked')).toHaveText('试过登录的');
  await keyboard.press('ArrowUp');
  await expect(page.getByText(t('roster.total', { count: 240 }))).toBeVisible();

  await pressOn(page, roster.button('roster.action.report'));
  await pressOn(page, roster.button('roster.report.reminder').first());
  const note = page.locator('[data-part="reminder"]');
  await pressOn(page, note.getByLabel(t('roster.reminder.withList')), ' ');
  await expect(note.locator('textarea')).toHaveValue(/第\d+/);
  await keyboard.press('Escape');
  await expect(note).toBeHidden();
});

test('one caller: code, step, numbers, note; three questions; search', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser, { date: null });
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  const code = /(?:\d{4} ){3}\d{4}/.exec((await readCard(caller.page))?.text ?? '')?.[0] ?? '';
  const page = await browser.openOwnPage('desk.html');
  const { keyboard } = page;
  await tabTo(page, page.getByLabel(t('desk.code.field')));
  await keyboard.type(code.replaceAll(' ', ''));
  const panel = page.locator('[data-part="caller"]');
  await expect(panel).toBeVisible();
  const step = panel.getByLabel(t('desk.jump.step'));
  const before = await step.inputValue();
  await tabTo(page, step);
  await keyboard.press('ArrowDown');
  await expect(step).not.toHaveValue(before);
  const marks = page.locator('[data-part="marks"]').first();
  await pressOn(page, marks.locator('summary'));
  await tabTo(page, marks.getByLabel(t('desk.mark.number'), { exact: true }));
  await keyboard.type('9');
  await tabTo(page, marks.getByLabel(t('desk.mark.label')));
  await keyboard.insertText('注销');
  await keyboard.press('Enter');
  await expect(marks.locator('[data-mark="9"]')).toHaveAttribute('data-kind', 'never');
  const notes = page.locator('[data-part="call-notes"]');
  await tabTo(page, notes.getByLabel(t('desk.note.what')));
  await keyboard.insertText('请到窗口重置');
  await pressOn(page, notes.getByRole('button', { name: t('desk.note.copy') }));
  await expect(notes.locator('pre')).toContainText('请到窗口重置');

  await tabTo(page, page.getByRole('tab', { name: t('desk.view.code') }));
  await keyboard.press('ArrowRight');
  await turnTo(page, page.getByLabel(t('desk.ask.page')), 'pin-locked');
  await expect(panel.locator('[data-trouble]').first()).toHaveAttribute('data-trouble', 'pin-locked');
  await tabTo(page, page.getByRole('tab', { name: t('desk.view.questions') }));
  await keyboard.press('ArrowRight');
  await tabTo(page, page.getByLabel(t('desk.search.field')));
  await keyboard.type('czj');
  await expect(page.locator('[data-part="found"] [data-kind="contact"]').first()).toContainText('财政局');
});

test('the picker: read, choose from the list, try, keep, take back', async ({
  browserWithExtension: browser,
}) => {
  await prepare(browser);
  const caller = await visit(browser, 'element', { state: 'home' });
  await caller.sees({ page: 'home', targetState: 'found' });
  const page = await browser.openOwnPage('desk.html');
  const { keyboard } = page;
  await tabTo(page, page.getByRole('tab', { name: t('desk.view.code') }));
  await keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: t('desk.view.teach') })).toBeFocused();
  await pressOn(page, page.getByRole('button', { name: t('teach.read') }));
  await expect(page.locator('[data-part="reading"]')).toHaveAttribute('data-state', 'home');
  const row = page.locator('[data-part="controls"] tr', { hasText: t('teach.target.ca_menu') });
  await pressOn(page, row.getByRole('button'));
  const lesson = page.locator('[data-part="lesson"]');
  await expect(lesson.getByRole('heading').first()).toBeFocused();
  await tabTo(page, lesson.getByRole('radio', { checked: true }));
  await keyboard.press('ArrowDown');
  await expect(lesson.getByRole('radio', { name: t('teach.lesson.not') })).toBeChecked();
  await pressOn(page, lesson.getByRole('button', { name: t('teach.lesson.keep') }));
  await caller.sees({ page: 'home', targetState: 'missing' });
  await pressOn(
    page,
    page
      .locator('[data-part="profile"]')
      .getByRole('button', { name: t('teach.profile.remove') })
      .first(),
  );
  await caller.sees({ page: 'home', targetState: 'found' });
});

test('one unit through all nine states, CA and seal, and back by undoing', async ({
  browserWithExtension: browser,
}) => {
  test.slow();
  const roster = await RosterPage.open(browser);
  const { page } = roster;
  await roster.importFile({ name: '名册.csv', bytes: '单位名称,编码\n示例市第一小学,101001' });
  const STATES = [
    'not_filed',
    'filed',
    'returned',
    'forwarded',
    'ready',
    'collected',
    'unbound',
    'bound',
    'login_tried',
  ] as const;
  const cell = (track: 'ca' | 'seal') => roster.rows().locator(`.roster-cell--${track}State`);
  const form = page.locator('[data-part="unit-form"]');
  await tabTo(page, roster.grid());
  await page.keyboard.press('Home');
  for (const track of ['ca', 'seal'] as const) {
    await expect(cell(track)).toHaveText(t('roster.state.not_filed'));
    for (const state of STATES.slice(1)) {
      await page.keyboard.press('Enter');
      await tabTo(page, form.locator(`[data-track="${track}"]`).getByRole('radio', { checked: true }));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(form).toBeHidden();
      await expect(cell(track).locator('.state-chip')).toHaveText(t(`roster.state.${state}`));
      await expect(roster.grid()).toBeFocused();
    }
  }
  await page.keyboard.press('Enter');
  await pressOn(page, form.locator('.unit-history summary'));
  // It came, and went eight steps on two tracks.
  await expect(form.locator('.unit-history li')).toHaveCount(17);
  await page.keyboard.press('Escape');
  for (const track of ['seal', 'ca'] as const) {
    for (const state of [...STATES].reverse().slice(1)) {
      await page.keyboard.press('Control+z');
      await expect(cell(track).locator('.state-chip')).toHaveText(t(`roster.state.${state}`));
    }
  }
});
