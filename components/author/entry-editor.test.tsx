// @vitest-environment jsdom
/** A field that is folded away while it is empty stays where it is while somebody writes in it. */
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { addEntry, createDraft, type Draft, entriesOf } from '@/lib/author/draft';
import type { SectionName } from '@/lib/author/sections';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { EntryEditor } from './entry-editor';

afterEach(cleanup);

function Form({ begun, section }: { readonly begun: Draft; readonly section: SectionName }) {
  const [draft, setDraft] = useState(begun);
  const [entry] = entriesOf(draft, section);
  if (!entry) return null;
  return (
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <EntryEditor
        draft={draft}
        base={null}
        section={section}
        entry={entry}
        remarks={[]}
        isWanted={false}
        clause={null}
        onChange={setDraft}
        onChecked={() => {}}
      />
    </LanguageProvider>
  );
}

const blank = createDraft({
  id: 'd',
  now: '2026-08-01T00:00:00.000Z',
  guides: [],
  system: { name: '系统', hosts: [] },
});

it('keeps the keyboard after the first letter', async () => {
  const user = userEvent.setup();
  render(<Form begun={addEntry(blank, 'contacts', { name: '某公司' }).draft} section="contacts" />);
  await user.click(screen.getByText('更多'));
  const hours = screen.getByLabelText('几点到几点有人接（没写不填）');
  await user.click(hours);
  await user.keyboard('工作日');
  expect((hours as HTMLTextAreaElement).value).toBe('工作日');
  expect(document.activeElement).toBe(hours);
});

it('shows beside it what is asked because of it, and what held something before is in sight', async () => {
  const user = userEvent.setup();
  render(<Form begun={addEntry(blank, 'places', { name: '某公司' }).draft} section="places" />);
  const fold = screen.getByText('更多').closest('details');
  expect(fold?.contains(screen.getByLabelText('办公时间'))).toBe(false);
  await user.click(screen.getByText('更多'));
  await user.click(screen.getByLabelText('这是邮寄地址（材料寄到这里，不用人去）'));
  expect(fold?.contains(screen.getByLabelText('邮编'))).toBe(true);
  expect(fold?.open).toBe(true);
  cleanup();
  render(<Form begun={addEntry(blank, 'places', { name: '某公司', byPost: true }).draft} section="places" />);
  expect(screen.getByText('更多').closest('details')?.contains(screen.getByLabelText('邮编'))).toBe(false);
});
