// @vitest-environment jsdom
import { Blob as NodeBlob } from 'node:buffer';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
// Loaded before, so that no test waits for it.
import '@/components/ui/dialog';
import { readList } from '@/lib/desk/roster/read-list';
import { textCell, workbookOf } from '@/lib/desk/roster/testing/sheet';
import { writeWorkbook } from '@/lib/desk/roster/workbook';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { nextTask } from '@/lib/platform/next-task';
import { toStoreFailure } from '@/lib/store/failure';
import { observe } from '@/lib/store/live';
import { type Store, StoreFailure } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import { readingOfRoster } from '@/lib/store/read-roster';
import zh from '@/locales/zh_CN.json';
import { RosterPanel } from './roster-panel';
import type { RosterServices } from './services';

afterEach(cleanup);

const t = createTranslate(zh);
const NOW = new Date('2023-09-20T02:00:00Z');

const watching =
  (store: Store): RosterServices['watch'] =>
  (hear, signal) =>
    observe(
      store,
      readingOfRoster(() => '2023-09-20'),
      {
        value: (roster) => hear({ ok: true, roster }),
        failure: (failure) => hear({ ok: false, failure: toStoreFailure(failure).kind }),
      },
      signal,
    );

/** The panel over a real store in memory. */
async function renderRoster(
  over: Partial<RosterServices> | ((store: Store) => Partial<RosterServices>) = {},
  open: string | null = null,
) {
  const store = await openStore('real', { indexedDB: new IDBFactory(), IDBKeyRange, locks: null });
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const saved: string[] = [];
  const services: RosterServices = {
    pack,
    packs: [pack],
    now: () => NOW,
    newId,
    watch: watching(store),
    readList,
    resting: { now: () => performance.now(), rest: nextTask },
    apply: store.roster.apply,
    undo: (edit, options) => store.roster.undo(edit, { id: newId(), at: NOW.toISOString() }, options),
    saveViews: (views) => store.settings.set('rosterViews', views),
    saveDeadline: (date) => store.settings.set('rosterDeadline', date),
    writeWorkbook,
    saveBlob: (name) => void saved.push(name),
    copyText: async (text) => void saved.push(text),
    print: () => void saved.push('print'),
    ...(typeof over === 'function' ? over(store) : over),
  };
  render(
    <LanguageProvider translate={t} language="zh">
      <RosterPanel services={services} open={open} />
    </LanguageProvider>,
  );
  const person = userEvent.setup();
  const press = async (name: string, inside: HTMLElement = document.body) =>
    person.click(await within(inside).findByRole('button', { name }));
  const paste = async (text: string) => {
    await press(t('roster.action.import'));
    const dialog = await screen.findByRole('dialog');
    await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
    await person.paste(text);
    await press(t('roster.import.pasteGo'), dialog);
    await press(t('roster.import.next'), dialog);
    await press(t('roster.import.go'), dialog);
    await screen.findByRole('grid');
  };
  return { store, person, press, paste, saved };
}

test('a search stays as it is while the units it shows are changed and changed back', async () => {
  const { person, press, paste, store } = await renderRoster();
  await paste('单位名称\t编码\n公路管理站\t1\n市一中\t2\n市公路管理所\t3');
  await person.type(screen.getByRole('searchbox'), 'glgl');
  await screen.findByText(t('roster.shown', { shown: 2, count: 3 }));
  await person.keyboard('{ArrowDown}{Control>}a{/Control}');
  await press(t('roster.action.batch'));
  const dialog = await screen.findByRole('dialog');
  await person.selectOptions(within(dialog).getByLabelText(t('roster.filter.ca')), 'bound');
  await press(t('roster.batch.go'), dialog);
  await screen.findByText(t('roster.done.batch', { count: 2 }));
  await screen.findByText(t('roster.shown', { shown: 2, count: 3 }));
  const states = async () => (await store.roster.list()).units.map(({ ca }) => ca.state).sort();
  expect(await states()).toEqual(['bound', 'bound', 'not-filed']);
  await press(t('roster.action.undo'));
  await screen.findByText(t('roster.done.undone', { count: 2 }));
  expect(await states()).toEqual(['not-filed', 'not-filed', 'not-filed']);
  expect(screen.getByRole('grid')).toBeTruthy();
});

test('a caller’s unit is opened by what was typed of it, else looked for; its next state is one press', async () => {
  const { paste, store } = await renderRoster();
  await paste('单位名称\t编码\tCA状态\n公路管理站\tA1\t退回补正\n示例市第一中学\tA2\t待领');
  const caller = async (open: string) => {
    cleanup();
    const newId = () => crypto.randomUUID();
    const undo: RosterServices['undo'] = (edit, options) =>
      store.roster.undo(edit, { id: newId(), at: NOW.toISOString() }, options);
    return renderRoster({ apply: store.roster.apply, watch: watching(store), newId, undo }, open);
  };
  for (const open of ['示例市 第一中学 ', 'ａ2']) {
    await caller(open);
    expect((await screen.findByRole('dialog')).textContent).toContain('示例市第一中学');
  }
  const { press } = await caller('A1');
  const next = t('roster.unit.next', { track: t('roster.field.ca'), state: t('roster.state.filed') });
  await press(next, await screen.findByRole('dialog'));
  const states = async () => (await store.roster.list()).units.map(({ ca }) => ca.state).sort();
  await vi.waitFor(async () => expect(await states()).toEqual(['filed', 'ready']));
  expect(screen.queryByRole('dialog')).toBeNull();
  await press(t('roster.action.undo'));
  await vi.waitFor(async () => expect(await states()).toEqual(['ready', 'returned']));

  await caller('第一中学');
  await screen.findByText(t('roster.shown', { shown: 1, count: 2 }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await caller('没有的单位');
  await screen.findByText(t('roster.empty.nothing'));
});

test('the history of a unit tells day and time, as they were where the notice holds', async () => {
  // 19:05 in London is the next day here.
  const { person, paste } = await renderRoster({ now: () => new Date('2023-09-19T19:05:00Z') });
  await paste('单位名称\t编码\n市一中\t2');
  await person.click(screen.getByRole('searchbox'));
  await person.keyboard('{ArrowDown}{Enter}');
  const dialog = await screen.findByRole('dialog', { name: '市一中' });
  const [event] = within(dialog.querySelector<HTMLElement>('.unit-history') ?? dialog).getAllByRole(
    'listitem',
    { hidden: true },
  );
  expect(event?.textContent).toMatch(/2023年9月20日（周三） 03:05 /);
});

test('a form that was open while another desk changed the unit writes only what was touched in it', async () => {
  const { paste, store } = await renderRoster();
  await paste('单位名称\t编码\t备注\n示例市第一中学\tA2\t旧的');
  const [unit] = (await store.roster.list()).units;
  if (!unit) throw new Error('no unit');
  cleanup();
  const { person, press } = await renderRoster({ apply: store.roster.apply, watch: watching(store) }, 'A2');
  const form = await screen.findByRole('dialog');
  const phone = within(form).getByLabelText(t('roster.field.phone'));
  await person.type(phone, '0519-1');
  const after = { ...unit, notes: '另一台写的', audience: 'supplier' as const };
  const at = NOW.toISOString();
  const head = { id: 'other', kind: 'hand', label: '', at, added: [], removed: [] } as const;
  await store.roster.apply({ ...head, changed: [{ before: unit, after }] }, null);
  await vi.waitFor(() =>
    expect((within(form).getByLabelText(t('roster.field.notes')) as HTMLInputElement).value).toBe(
      '另一台写的',
    ),
  );
  await press(t('roster.action.save'), form);
  await vi.waitFor(async () =>
    expect((await store.roster.list()).units).toMatchObject([
      { phone: '0519-1', notes: '另一台写的', audience: 'supplier' },
    ]),
  );
});

test('whose units they are is said in the form; any of several states is looked for', async () => {
  const { person, press, paste, store } = await renderRoster();
  await paste('单位名称\t编码\tCA状态\n公路管理站\t1\t已领\n市一中\t2\t待领\n市公路管理所\t3\t已报');
  await person.click(screen.getByText(t('roster.filter.title')));
  const ca = screen.getByRole('group', { name: t('roster.filter.ca') });
  await person.click(within(ca).getByLabelText(t('roster.state.ready')));
  await screen.findByText(t('roster.shown', { shown: 1, count: 3 }));
  await person.click(within(ca).getByLabelText(t('roster.state.collected')));
  await screen.findByText(t('roster.shown', { shown: 2, count: 3 }));
  await person.click(within(ca).getByLabelText(t('roster.state.ready')));
  await screen.findByText(t('roster.shown', { shown: 1, count: 3 }));

  screen.getByRole('grid').focus();
  await person.keyboard('{Home}{Enter}');
  const dialog = await screen.findByRole('dialog');
  await person.selectOptions(within(dialog).getByLabelText(t('roster.field.audience')), 'review-expert');
  await person.selectOptions(within(dialog).getByLabelText(t('roster.field.level')), 'district');
  await person.type(within(dialog).getByLabelText(t('roster.field.contact')), '王老师');
  await press(t('roster.action.save'), dialog);
  const kept = async () => (await store.roster.list()).units.find(({ name }) => name === '公路管理站');
  await vi.waitFor(async () =>
    expect(await kept()).toMatchObject({ audience: 'review-expert', level: 'district', contact: '王老师' }),
  );
  expect((await kept())?.history.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['audience', 'level', 'contact']),
  );
});

test('a write that fails is said in the dialog it was asked in, which is all there is to see, and can be tried again', async () => {
  let full = false;
  const { person, press, paste, store } = await renderRoster();
  await paste('单位名称\t编码\n公路管理站\t1\n市一中\t2');
  const apply = store.roster.apply;
  cleanup();

  const failing: RosterServices['apply'] = (...all) =>
    full ? Promise.reject(new StoreFailure('quota')) : apply(...all);
  const other = await renderRoster({ apply: failing, watch: watching(store) });
  full = true;
  const said = async (dialog: HTMLElement) =>
    expect((await within(dialog).findByRole('alert')).dataset.failure).toBe('quota');
  await other.press(t('roster.action.import'));
  const importing = await screen.findByRole('dialog');
  await person.click(within(importing).getByLabelText(t('roster.import.paste')));
  await person.paste('单位名称\t编码\n市二中\t3');
  await press(t('roster.import.pasteGo'), importing);
  await press(t('roster.import.next'), importing);
  await press(t('roster.import.go'), importing);
  await said(importing);
  full = false;
  await press(t('roster.import.go'), importing);
  await vi.waitFor(async () => expect((await store.roster.list()).units).toHaveLength(3));

  screen.getByRole('grid').focus();
  await person.keyboard('{Home}{Control>}a{/Control}');
  full = true;
  for (const [open, go] of [
    ['roster.action.batch', 'roster.batch.go'],
    ['roster.action.remove', 'roster.action.remove'],
  ] as const) {
    await press(t(open));
    const dialog = await screen.findByRole(open === 'roster.action.batch' ? 'dialog' : 'alertdialog');
    if (open === 'roster.action.batch') {
      await person.selectOptions(within(dialog).getByLabelText(t('roster.filter.ca')), 'bound');
    }
    await press(t(go), dialog);
    await said(dialog);
    await person.keyboard('{Escape}');
    if (open === 'roster.action.batch') await person.keyboard('{Control>}a{/Control}');
  }
  expect((await store.roster.list()).units.map(({ ca }) => ca.state)).toEqual([
    'not-filed',
    'not-filed',
    'not-filed',
  ]);
});

test('what was just imported is not called empty while the list is still being read', async () => {
  let heardSoFar = Promise.resolve();
  const { person, press } = await renderRoster((store) => ({
    watch: (hear, signal) => watching(store)((told) => void heardSoFar.then(() => hear(told)), signal),
  }));
  await press(t('roster.action.import'));
  await screen.findByText(t('roster.empty.title'));
  const dialog = await screen.findByRole('dialog');
  await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
  await person.paste('单位名称\t编码\n市一中\t001');
  await press(t('roster.import.pasteGo'), dialog);
  await press(t('roster.import.next'), dialog);
  let letGo = () => {};
  heardSoFar = new Promise((resolve) => {
    letGo = resolve;
  });
  await press(t('roster.import.go'), dialog);
  await screen.findByText(t('roster.done.import', { count: 1 }));
  expect(screen.queryByText(t('roster.empty.title'))).toBeNull();
  await screen.findByText(t('roster.loading'));
  letGo();
  await screen.findByRole('grid');
  await press(t('roster.action.undo'));
  await screen.findByText(t('roster.empty.title'));
});

test('an import is stopped while it is checked and while it is written, and nothing of it is kept', async () => {
  let isHeld = true;
  let letGo = () => {};
  const hold = () =>
    isHeld
      ? new Promise<void>((resolve) => {
          letGo = resolve;
        })
      : Promise.resolve();
  let time = 0;
  // Each look is a second later, so that it rests at every place; resting lasts until it is let go.
  const resting = { now: () => (time += 1_000), rest: hold };
  let writesAfter = Promise.resolve();
  const apply: RosterServices['apply'] = async (...of) => {
    await writesAfter;
    return store.roster.apply(...of);
  };
  const { person, press, store } = await renderRoster({ resting, apply });
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
  const rows = Array.from({ length: 1_500 }, (_, at) => `单位${at}\t${1000 + at}`);
  await person.paste(`单位名称\t编码\n${rows.join('\n')}`);
  await press(t('roster.import.pasteGo'), dialog);
  await press(t('roster.import.next'), dialog);
  const bar = await within(dialog).findByRole('progressbar', { name: t('roster.import.checking') });
  expect(Number(bar.getAttribute('value'))).toBeLessThan(60);
  await press(t('roster.import.stop'), dialog);
  letGo();
  // Back at the columns, to be gone on from.
  isHeld = false;
  await press(t('roster.import.next'), dialog);
  await within(dialog).findByText(t('roster.import.added', { count: 1_500 }));
  expect(document.activeElement?.textContent).toBe(t('roster.import.preview'));
  isHeld = true;
  await press(t('roster.import.go'), dialog);
  await within(dialog).findByRole('progressbar', { name: t('roster.import.writing') });
  await press(t('roster.import.stop'), dialog);
  letGo();
  await within(dialog).findByText(t('roster.import.notice.stopped'));
  expect(await store.roster.list()).toEqual({ units: [], lastEdit: 0 });
  isHeld = false;
  let write = () => {};
  writesAfter = new Promise((resolve) => {
    write = resolve;
  });
  await press(t('roster.import.go'), dialog);
  await press(t('roster.import.stop'), dialog);
  write();
  await within(dialog).findByText(t('roster.import.notice.stopped'));
  expect(await store.roster.list()).toEqual({ units: [], lastEdit: 0 });
  await press(t('roster.import.go'), dialog);
  await screen.findByText(t('roster.done.import', { count: 1_500 }));
  expect((await store.roster.list()).units).toHaveLength(1_500);
});

test('of several sheets the one in sight with units is taken, and rows out of sight are told', async () => {
  const row = (at: number, cells: readonly string[], more = '') =>
    `<row r="${at}"${more}>${cells.map((text, place) => textCell(`${'ABC'[place]}${at}`, text)).join('')}</row>`;
  const bytes = workbookOf(
    `<sheetData>${row(1, ['单位名称', '编码'])}${row(2, ['市一中', '1'])}${row(3, ['市二中', '2'], ' hidden="1"')}</sheetData>`,
    {
      hiddenFirst: `<sheetData>${row(1, ['单位名称', '编码', '主管部门'])}${row(2, ['样张', '0', '局'])}</sheetData>`,
    },
  );
  // A file of jsdom does not give its bytes.
  const file = new NodeBlob([bytes]) as Blob;
  const { person, press, store } = await renderRoster({
    readList: (request) => readList({ ...request, from: file }),
  });
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  await person.upload(
    within(dialog).getByLabelText(t('roster.import.choose'), { selector: 'input' }),
    new File([], '名册.xlsx'),
  );
  const sheets = await within(dialog).findByLabelText<HTMLSelectElement>(t('roster.import.sheet'));
  expect(sheets.selectedOptions[0]?.textContent).toBe('名册');
  within(dialog).getByText(t('roster.import.hiddenRows', { count: 1 }));
  await press(t('roster.import.next'), dialog);
  await press(t('roster.import.go'), dialog);
  await screen.findByRole('grid');
  expect((await store.roster.list()).units.map(({ name }) => name).sort()).toEqual(['市一中', '市二中']);
});

test('lines that are joined by a code and have other names are told before they come in', async () => {
  const { person, press } = await renderRoster();
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
  await person.paste('单位名称\t编码\n市一中\t1\n市二中\t1\n市三中\t3');
  await press(t('roster.import.pasteGo'), dialog);
  await press(t('roster.import.next'), dialog);
  await within(dialog).findByText(t('roster.import.otherNames', { count: 1 }));
  expect(
    within(dialog).getByText(t('roster.import.mergedInto', { line: 3, into: 2 }), { exact: false }),
  ).toBeTruthy();
});

test('of many units all are chosen and changed in slices, and those that are gone are chosen no more', async () => {
  let [time, rests] = [0, 0];
  const rest = () => {
    rests += 1;
    return Promise.resolve();
  };
  const { person, press, paste, store } = await renderRoster({
    resting: { now: () => (time += 1_000), rest },
  });
  await paste(
    `单位名称\t编码\n${Array.from({ length: 2_000 }, (_, at) => `单位${at}\t${1000 + at}`).join('\n')}`,
  );
  await person.click(screen.getByRole('searchbox'));
  await person.keyboard('{ArrowDown}');
  rests = 0;
  await person.keyboard('{Control>}a{/Control}');
  await screen.findByText(t('roster.selected', { count: 2_000 }));
  // A hundred between two rests: while they are chosen, and while it is seen which of them are still there.
  await waitFor(() => expect(rests).toBeGreaterThanOrEqual(40));
  const { units } = await store.roster.list();
  const removed = units.slice(0, 3);
  await store.roster.apply(
    { id: 'other', kind: 'batch', label: '', at: NOW.toISOString(), added: [], changed: [], removed },
    null,
  );
  await screen.findByText(t('roster.selected', { count: 1_997 }));
  await press(t('roster.action.batch'));
  const dialog = await screen.findByRole('dialog');
  await person.selectOptions(within(dialog).getByLabelText(t('roster.filter.ca')), 'bound');
  rests = 0;
  await press(t('roster.batch.go'), dialog);
  await screen.findByText(t('roster.done.batch', { count: 1_997 }));
  // The chosen are looked up, and then changed.
  expect(rests).toBeGreaterThanOrEqual(40);
  const states = (await store.roster.list()).units.map(({ ca }) => ca.state);
  expect(new Set(states)).toEqual(new Set(['bound']));
  await press(t('roster.action.remove'));
  await press(t('roster.action.remove'), await screen.findByRole('alertdialog'));
  await screen.findByText(t('roster.done.removed', { count: 1_997 }));
  expect((await store.roster.list()).units).toEqual([]);
});

test('a plain column of states is the certificate’s that the title names; where none does, that both are set is said', async () => {
  const { person, press, paste, store } = await renderRoster();
  await paste('方正签章办理日报\n单位名称\t状态\n市一中\t已领');
  const [unit] = (await store.roster.list()).units;
  expect([unit?.ca.state, unit?.seal.state]).toEqual(['not-filed', 'collected']);
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
  await person.paste('单位名称\t状态\n市二中\t已领');
  await press(t('roster.import.pasteGo'), dialog);
  const names = { ca: t('roster.column.caState'), seal: t('roster.column.sealState') };
  expect(await within(dialog).findByText(t('roster.import.bothStates', names))).toBeTruthy();
  // 「CA」 is said of both as well: whoever means both is told how to say so.
  const states = await within(dialog).findAllByRole('combobox');
  const column = states.find((each) => (each as HTMLSelectElement).value === 'state');
  if (!column) throw new Error('no column of states');
  const alone = { column: t('roster.column.caState'), state: t('roster.column.state') };
  expect(within(dialog).queryByText(t('roster.import.oneState', alone))).toBeNull();
  await person.selectOptions(column, 'caState');
  expect(await within(dialog).findByText(t('roster.import.oneState', alone))).toBeTruthy();
});

test('a column for each step is shown as such, can be another, and says whom it is about', async () => {
  const { person, press } = await renderRoster();
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
  await person.paste('单位名称\t已报\t领取日期\n市一中\t√\t2026-11-03');
  await press(t('roster.import.pasteGo'), dialog);
  expect(await within(dialog).findByText(t('roster.import.steps'))).toBeTruthy();
  const of = (owner: 'both' | 'ca' | 'seal', state: 'filed' | 'collected') =>
    t(`roster.stepColumn.${owner}`, { step: t(`roster.state.${state}`) });
  const note = { name: '已报', ca: of('ca', 'filed'), seal: of('seal', 'filed') };
  expect(within(dialog).getByText(t('roster.import.bothSteps', note))).toBeTruthy();
  const label = t('roster.import.columnOf', { number: 2, name: '已报' });
  const column = within(dialog).getByLabelText<HTMLSelectElement>(label);
  expect(column.selectedOptions[0]?.textContent).toBe(of('both', 'filed'));
  const collected = t('roster.import.columnOf', { number: 3, name: '领取日期' });
  await person.selectOptions(within(dialog).getByLabelText(collected), of('both', 'filed'));
  await person.selectOptions(column, of('ca', 'filed'));
  const one = { name: '已报', column: of('ca', 'filed'), both: of('both', 'filed') };
  expect(within(dialog).getByText(t('roster.import.oneStep', one))).toBeTruthy();
  // Two columns of one step are no contradiction; the list can be judged.
  expect(within(dialog).queryByRole('alert')).toBeNull();
});

test('columns that say which certificate they mean need no word on it', async () => {
  const { person, press } = await renderRoster();
  await press(t('roster.action.import'));
  const dialog = await screen.findByRole('dialog');
  const lists = ['单位名称\t产品\t状态\n市一中\tCA\t已领', '单位名称\t状态\t签章状态\n市一中\t已领\t待领'];
  for (const [at, list] of lists.entries()) {
    if (at > 0) await press(t('roster.import.again'), dialog);
    await person.click(within(dialog).getByLabelText(t('roster.import.paste')));
    await person.paste(list);
    await press(t('roster.import.pasteGo'), dialog);
    await within(dialog).findByText(t('roster.import.mapping'));
    if (at > 0) {
      const states = await within(dialog).findAllByRole('combobox');
      const column = states.find((each) => (each as HTMLSelectElement).value === 'state');
      if (!column) throw new Error('no column of states');
      await person.selectOptions(column, 'caState');
    }
    expect(
      dialog.querySelector('[data-part="import-both-states"],[data-part="import-one-state"]'),
    ).toBeNull();
  }
});

test('a previewed day is told above the list and the report, and no day is where none is previewed', async () => {
  await renderRoster();
  await screen.findByRole('button', { name: t('roster.action.import') });
  expect(document.querySelector('[data-part="previewed"]')).toBeNull();
  cleanup();
  await renderRoster((store) => ({
    watch: (hear, signal) =>
      observe(
        store,
        readingOfRoster(() => '2023-10-11'),
        {
          value: (roster) => hear({ ok: true, roster }),
          failure: (failure) => hear({ ok: false, failure: toStoreFailure(failure).kind }),
        },
        signal,
      ),
  }));
  await screen.findByRole('button', { name: t('roster.action.import') });
  expect(document.querySelector('[data-part="previewed"]')?.textContent).toContain('10月11日');
});
