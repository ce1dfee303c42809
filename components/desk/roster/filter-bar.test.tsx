// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { type RosterView, type SavedView, WHOLE_ROSTER } from '@/lib/desk/roster/model';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { FilterBar } from './filter-bar';

afterEach(cleanup);

const t = createTranslate(zh);
let ids = 0;

function Bar() {
  const [view, setView] = useState<RosterView>({ ...WHOLE_ROSTER, search: '学校' });
  const [views, setViews] = useState<readonly SavedView[]>([]);
  return (
    <LanguageProvider language="zh" translate={t}>
      <FilterBar
        {...{ view, views, onView: setView, onSaveViews: setViews }}
        supervisingUnits={[]}
        searchRef={createRef()}
        newId={() => `v${++ids}`}
        onLeaveSearch={() => undefined}
      />
    </LanguageProvider>
  );
}

async function saveAs(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(screen.getByRole('button', { name: t('roster.views.save') }));
  await user.type(screen.getByLabelText(t('roster.views.name')), `${name}{Enter}`);
}

test('a name is one view’s, and the keyboard goes on where it is chosen', async () => {
  const user = userEvent.setup();
  render(<Bar />);
  const views = screen.getByLabelText<HTMLSelectElement>(t('roster.views.label'));
  const named = () => within(views).queryAllByRole('option', { name: '待办' });
  await saveAs(user, '待办');
  expect(document.activeElement).toBe(views);
  expect(named()).toHaveLength(1);

  // Another view under the same name is asked about first: nothing is lost unasked.
  await user.type(screen.getByLabelText(t('roster.search')), '二');
  await saveAs(user, '待办');
  const question = () =>
    screen.findByRole('alertdialog', { name: t('roster.views.replaceTitle', { name: '待办' }) });
  await user.click(within(await question()).getByRole('button', { name: t('ui.cancel') }));
  expect(screen.getByLabelText<HTMLInputElement>(t('roster.views.name')).value).toBe('待办');
  await user.selectOptions(views, '待办');
  expect(screen.getByLabelText<HTMLInputElement>(t('roster.search')).value).toBe('学校');

  // Once said so, the name leads to it from then on, and there are not two.
  await user.type(screen.getByLabelText(t('roster.search')), '二');
  await user.click(screen.getByRole('button', { name: t('roster.action.save') }));
  await user.click(within(await question()).getByRole('button', { name: t('roster.views.replace') }));
  expect(named()).toHaveLength(1);
  expect(document.activeElement).toBe(views);
  expect(views.selectedOptions[0]?.textContent).toBe('待办');

  await user.type(screen.getByLabelText(t('roster.search')), '中');
  await user.click(screen.getByRole('button', { name: t('roster.views.save') }));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(views);

  await user.selectOptions(views, '待办');
  expect(screen.getByLabelText<HTMLInputElement>(t('roster.search')).value).toBe('学校二');
  await user.click(screen.getByRole('button', { name: t('roster.views.remove', { name: '待办' }) }));
  expect(document.activeElement).toBe(views);
  expect(named()).toHaveLength(0);
});

test('filters open by their button, and by a view that filters; what is left behind is nothing unseen', async () => {
  const user = userEvent.setup();
  render(<Bar />);
  const button = screen.getByRole('button', { name: t('roster.filter.title') });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByLabelText(t('roster.filter.level'))).toBeNull();
  await user.click(button);
  await user.selectOptions(screen.getByLabelText(t('roster.filter.level')), 'city');
  await saveAs(user, '市级');
  const views = screen.getByLabelText<HTMLSelectElement>(t('roster.views.label'));
  await user.selectOptions(views, t('roster.views.all'));
  await user.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await user.selectOptions(views, '市级');
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByLabelText<HTMLSelectElement>(t('roster.filter.level')).value).toBe('city');
});
