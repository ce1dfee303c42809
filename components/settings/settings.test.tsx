// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
// Loaded before, so that no test waits for it.
import '@/components/ui/dialog';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import { StoreFailure, type StoreFailureKind } from '@/lib/store/model';
import zh from '@/locales/zh_CN.json';
import type { SettingsHeard, SettingsServices, ShownSettings } from './services';
import { SettingsPage } from './settings';

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 20_000 });
afterEach(cleanup);

function renderSettings(start: Partial<ShownSettings> = {}, failure: StoreFailureKind | null = null) {
  let settings: ShownSettings = { preview: null, largeType: false, ...start };
  const calls: string[] = [];
  const hearers = new Set<(heard: SettingsHeard) => void>();
  const heard = () => ({ ok: true, settings, records: { subjects: [], certificates: [] } }) as const;
  const change = (part: Partial<ShownSettings>) => {
    if (failure !== null) throw new StoreFailure(failure);
    settings = { ...settings, ...part };
    for (const hear of hearers) hear(heard());
  };
  const services: SettingsServices = {
    pack: builtinPack,
    version: '1.2.3',
    officialAddress: 'http://jszfcg.jsczt.cn/',
    now: () => new Date('2026-11-21T16:30:00.000Z'),
    watch(hear, signal) {
      hearers.add(hear);
      signal.addEventListener('abort', () => hearers.delete(hear), { once: true });
      hear(heard());
    },
    newId: () => 'id',
    openOfficialSite: () => void calls.push('official site'),
    saveCertificate: async (row) => void calls.push(`save ${row.label}`),
    setLargeType: async (largeType) => change({ largeType }),
    setPreview: async (preview) => change({ preview }),
    eraseEverything: async () => {
      calls.push('erase');
      change({ preview: null, largeType: false });
    },
  };
  render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <SettingsPage services={services} />
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), calls, settings: () => settings };
}

describe('the settings page', () => {
  it('switches the large type, and shows it at once', async () => {
    const { user, settings } = renderSettings();
    await user.click(await screen.findByRole('switch', { name: '大字' }));
    expect(settings().largeType).toBe(true);
    expect(document.documentElement.hasAttribute('data-large-type')).toBe(true);
  });

  it('begins a preview on a chosen day, from today in the notice’s zone, and leaves it', async () => {
    const { user, settings } = renderSettings();
    const date = await screen.findByLabelText<HTMLInputElement>('日期');
    expect(date.value).toBe('2026-11-22');
    fireEvent.change(date, { target: { value: '2023-09-20' } });
    await user.click(screen.getByRole('button', { name: '开始预览' }));
    expect(settings().preview).toBe('2023-09-20');
    expect(screen.getByText('正在预览2023年9月20日（周三）', { exact: false })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '退出预览' }));
    expect(settings().preview).toBeNull();
  });

  it('says what is wrong with the day and previews nothing', async () => {
    const { user, settings } = renderSettings();
    fireEvent.change(await screen.findByLabelText('日期'), { target: { value: '' } });
    await user.click(screen.getByRole('button', { name: '开始预览' }));
    expect(screen.getByRole('alert').textContent).toBe('请填写。');
    expect(settings().preview).toBeNull();
  });

  it('erases only after a question', async () => {
    const { user, calls } = renderSettings();
    await user.click(await screen.findByRole('button', { name: '清除全部数据' }));
    const question = await screen.findByRole('alertdialog');
    expect(calls).toEqual([]);
    await user.click(within(question).getByRole('button', { name: '清除全部数据' }));
    expect(await screen.findByText('已清除。')).toBeTruthy();
    expect(calls).toEqual(['erase']);
  });

  it('keeps the question open and says why when erasing failed', async () => {
    const { user } = renderSettings({}, 'blocked');
    await user.click(await screen.findByRole('button', { name: '清除全部数据' }));
    const question = await screen.findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: '清除全部数据' }));
    expect((await within(question).findByRole('alert')).dataset.failure).toBe('blocked');
    expect(screen.queryByText('已清除。')).toBeNull();
  });

  it('says that nothing is sent, which notice it speaks for, and its version', async () => {
    renderSettings();
    const about = within((await screen.findByRole('region', { name: '关于' })) as HTMLElement);
    expect(about.getByText(/不向任何地址发送数据/)).toBeTruthy();
    expect(about.getByText(/常财购〔2023〕12号/)).toBeTruthy();
    expect(about.getByText('版本 1.2.3')).toBeTruthy();
  });
});
