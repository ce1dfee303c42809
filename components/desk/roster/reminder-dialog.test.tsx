// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { addUnit, unitOf } from '@/lib/desk/roster/change-unit';
import { makeReport } from '@/lib/desk/roster/report';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import zh from '@/locales/zh_CN.json';
import { ReminderDialog } from './reminder-dialog';

afterEach(cleanup);

const t = createTranslate(zh);
const styleOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('what a 催办单 is for stays in sight: its text is longer than a small screen', () => {
  const style = document.createElement('style');
  style.textContent = styleOf('../../ui/dialog.css') + styleOf('./roster.css');
  document.head.append(style);
  const moment = { at: '2026-09-01T02:00:00.000Z', today: '2026-09-01', by: 'import' as const };
  const facts = unitOf({ line: 1, name: '甲校', supervisingUnit: '教育局', ca: {}, seal: {} });
  const [line] = makeReport([{ ...addUnit('u', facts, moment), change: 1, stamp: 1 }]).lines;
  if (!line) throw new Error('no line');
  render(
    <LanguageProvider language="zh" translate={t}>
      <ReminderDialog
        line={line}
        facts={{ today: '2026-09-01', deadline: '2026-09-30', pack: builtinPack }}
        onCopy={() => {}}
        onPrint={() => {}}
        onClose={() => {}}
      />
    </LanguageProvider>,
  );
  const actions = screen.getByRole('button', { name: t('roster.reminder.copy') }).parentElement as Element;
  const { position, bottom } = getComputedStyle(actions);
  expect(actions.contains(screen.getByRole('button', { name: t('roster.reminder.print') }))).toBe(true);
  expect(position).toBe('sticky');
  expect(bottom).not.toBe('');
  style.remove();
});
