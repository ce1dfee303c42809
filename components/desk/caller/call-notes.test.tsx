// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { DeskServices } from '@/components/desk/services';
import { LanguageProvider } from '@/components/ui/language';
import { type CallTally, countCall } from '@/lib/desk/caller/call-note';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { StoreFailure } from '@/lib/store/model';
import zh from '@/locales/zh_CN.json';
import { CallNotes } from './call-notes';

afterEach(cleanup);

const t = createTranslate(zh);

/** The notes beside a tally that other desks count in too. */
function renderNotes(over: Partial<DeskServices> = {}) {
  const kept = { tally: {} as CallTally, now: new Date('2026-11-25T15:59:30Z'), copied: [] as string[] };
  const onUnit = vi.fn();
  const services = {
    packs: [pack],
    now: () => kept.now,
    copyText: async (text: string) => void kept.copied.push(text),
    readTally: async () => kept.tally,
    countCall: async (...call: Parameters<DeskServices['countCall']>) => {
      kept.tally = countCall(kept.tally, ...call);
      return kept.tally;
    },
    ...over,
  } as DeskServices;
  render(
    <LanguageProvider translate={t} language="zh">
      <CallNotes services={services} onUnit={onUnit} />
    </LanguageProvider>,
  );
  const person = userEvent.setup();
  const press = (name: string) => person.click(screen.getByRole('button', { name }));
  return { kept, onUnit, person, press };
}

const counted = () =>
  [...document.querySelectorAll('[data-cause]')].map((each) => [
    each.getAttribute('data-cause'),
    each.querySelector('strong')?.textContent,
  ]);

test('calls are of the day they are noted on in Shanghai, and add to what another desk counted', async () => {
  const { kept, press, person } = renderNotes();
  await press(t('desk.note.copy'));
  expect(kept.tally).toEqual({ '2026-11-25': { other: 1 } });
  // Another desk, then midnight, with nothing typed in between.
  kept.tally = countCall(kept.tally, '2026-11-25', 'pin-locked');
  kept.now = new Date('2026-11-25T16:00:10Z');
  await person.selectOptions(screen.getByLabelText(t('desk.note.cause')), 'key-missing');
  await press(t('desk.note.copy'));
  expect(kept.tally).toEqual({
    '2026-11-25': { other: 1, 'pin-locked': 1 },
    '2026-11-26': { 'key-missing': 1 },
  });
  expect(counted()).toEqual([['key-missing', '1']]);
  expect(kept.copied.at(-1)).toContain('11月26日');
  await person.click(within(screen.getByRole('list')).getByRole('button'));
  expect(kept.tally['2026-11-26']).toEqual({});
});

test('the note is plain text of what was filled in, with the time the call took', async () => {
  const { kept, press, person, onUnit } = renderNotes();
  await person.type(screen.getByLabelText(t('desk.note.unit')), '=示例单位{Tab}');
  await press(t('desk.note.start'));
  kept.now = new Date(kept.now.getTime() + 187_000);
  await press(t('desk.note.stop'));
  await press(t('desk.note.copy'));
  expect(kept.copied[0]?.split('\n')).toEqual([
    expect.stringMatching(/^时间：2026年11月26日.*00:02$/),
    '单位：=示例单位',
    '问题：其他',
    '时长：3:07',
  ]);
  await press(t('desk.note.toUnit'));
  expect(onUnit).toHaveBeenCalledWith('=示例单位');
});

test('nothing of one call stands in the note of the next', async () => {
  const { kept, press, person } = renderNotes();
  const unit = screen.getByLabelText<HTMLInputElement>(t('desk.note.unit'));
  await press(t('desk.note.start'));
  await person.type(unit, '市一中');
  await person.type(screen.getByLabelText(t('desk.note.what')), '请到窗口');
  await person.selectOptions(screen.getByLabelText(t('desk.note.cause')), 'key-missing');
  kept.now = new Date(kept.now.getTime() + 60_000);
  await press(t('desk.note.copy'));
  // The call is over with its note: the clock stands.
  expect(screen.queryByRole('button', { name: t('desk.note.stop') })).toBeNull();
  await press(t('desk.note.next'));
  expect(document.activeElement).toBe(unit);
  await press(t('desk.note.copy'));
  expect(kept.copied.at(-1)).toMatch(/^时间：[^\n]*\n问题：其他$/);
  // The next call’s clock does the same.
  await person.type(unit, '市二中');
  await press(t('desk.note.copy'));
  await press(t('desk.note.start'));
  expect(unit.value).toBe('');
});

test('a unit is named by its code, which is no PIN there', async () => {
  const { kept, press, person } = renderNotes();
  await person.type(screen.getByLabelText(t('desk.note.unit')), '101001');
  expect(screen.queryByRole('alert')).toBeNull();
  await press(t('desk.note.copy'));
  expect(kept.copied.at(-1)).toContain('单位：101001');
  await person.type(screen.getByLabelText(t('desk.note.unit')), '口令123456');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: t('desk.note.copy') }).disabled).toBe(true);
});

test('a clipboard that is shut leaves the text to be selected; a store that fails counts nothing and says so', async () => {
  const { press, kept } = renderNotes({ copyText: () => Promise.reject(new Error('denied')) });
  await press(t('desk.note.copy'));
  await screen.findByText(t('desk.note.notCopied', { count: 1 }));
  expect(document.querySelector('pre')?.textContent).toContain('问题：其他');
  expect(kept.tally['2026-11-25']).toEqual({ other: 1 });
  cleanup();
  const failing = renderNotes({ countCall: () => Promise.reject(new StoreFailure('quota')) });
  await failing.press(t('desk.note.copy'));
  expect((await screen.findByRole('alert')).dataset.failure).toBe('quota');
  expect(document.querySelector('pre')).toBeNull();
});
