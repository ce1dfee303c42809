// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
// Loaded before, so that no test waits for it.
import '@/components/ui/dialog';
import { NO_ADMINISTRATION } from '@/lib/feed/model';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import { noticeInForce } from '@/lib/notice/in-force';
import { StoreFailure, type StoreFailureKind } from '@/lib/store/model';
import zh from '@/locales/zh_CN.json';
import type { RestoreOffer, SettingsHeard, SettingsServices, ShownSettings } from './services';
import { SettingsPage } from './settings';

afterEach(cleanup);

const NOTHING_NEW = { added: 0, same: 0, different: 0, orphaned: 0 };

const offer = (calls: string[]): RestoreOffer => ({
  madeOn: '2026-11-20',
  plan: {
    subjects: { ...NOTHING_NEW, added: 1 },
    certificates: { ...NOTHING_NEW, added: 2, different: 1 },
    journeys: NOTHING_NEW,
    facts: { ...NOTHING_NEW, same: 7 },
    units: NOTHING_NEW,
    drafts: NOTHING_NEW,
    packs: NOTHING_NEW,
    settings: NOTHING_NEW,
  },
  unreadable: {
    subjects: 0,
    certificates: 0,
    journeys: 0,
    facts: 3,
    units: 0,
    drafts: 0,
    packs: 0,
    settings: 0,
  },
  restore: async (preference) => void calls.push(`restore ${preference}`),
});

function renderSettings(
  start: Partial<ShownSettings> = {},
  failure: StoreFailureKind | null = null,
  keys = 'Alt+K',
) {
  let settings: ShownSettings = {
    preview: null,
    largeType: false,
    thresholds: [90, 30, 1],
    quiet: null,
    ...start,
  };
  const calls: string[] = [];
  const hearers = new Set<(heard: SettingsHeard) => void>();
  const packs = {
    builtin: [builtinPack],
    added: [],
    regions: [builtinPack.region.zh],
    region: null,
    inForce: noticeInForce([builtinPack], { today: '2026-11-22' }),
    feed: { administration: NO_ADMINISTRATION, choice: null, state: null, fingerprints: [], hasHost: false },
    sites: [],
  };
  const heard = () => ({ ok: true, settings, records: { subjects: [], certificates: [] }, packs }) as const;
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
    saveRescue: async () => void calls.push('rescue'),
    saveBackup: async (passphrase) => void calls.push(`backup ${passphrase}`),
    lookAtBackup: async (text, passphrase) => {
      if (text === 'locked' && passphrase !== 'right one') {
        return { ok: false, error: passphrase === null ? 'locked' : 'wrong-passphrase' };
      }
      if (text === 'nonsense') return { ok: false, error: 'not-a-backup' };
      return { ok: true, offer: offer(calls) };
    },
    newId: () => 'id',
    openNotice: () => void calls.push('notice'),
    openAuthor: () => void calls.push('author'),
    openDesk: () => void calls.push('desk'),
    openGuide: (subject) => void calls.push(`guide of ${subject}`),
    saveCertificate: async (row) => void calls.push(`save ${row.label}`),
    setLargeType: async (largeType) => change({ largeType }),
    setReminders: async (choice) => change(choice),
    setPreview: async (preview) => change({ preview }),
    lookAtPack: async () => ({ ok: false, why: 'unreadable-file' }),
    removePack: async () => {},
    setRegion: async () => {},
    allowSite: async () => false,
    forbidSite: async () => false,
    readFeedKey: async () => ({ ok: false, why: 'unreadable' }),
    setFeed: async () => false,
    stopFeed: async () => {},
    checkFeed: async () => {},
    allowFeedHost: async () => false,
    lookAtOffer: async () => ({ ok: false, why: 'unreadable-file' }),
    shortcut: async () => keys,
    changeShortcut: async () => {
      calls.push('shortcut');
      return false;
    },
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
  const fails = (kind: StoreFailureKind) => {
    act(() => {
      for (const hear of hearers) hear({ ok: false, failure: kind });
    });
  };
  return { user: userEvent.setup(), calls, settings: () => settings, fails, change };
}

describe('the settings page', () => {
  it('keeps what is on it while a later reading fails for a full disk, and says so; and gives way to a newer version', async () => {
    const { user, fails, change } = renderSettings();
    await user.click(screen.getByLabelText('用密码加锁'));
    const passphrase = screen.getByLabelText('备份密码');
    await user.type(passphrase, 'half of it');
    fails('quota');
    expect(screen.getByRole('alert').dataset.failure).toBe('quota');
    expect(screen.getByLabelText('备份密码')).toBe(passphrase);
    expect((passphrase as HTMLInputElement).value).toBe('half of it');
    act(() => change({ largeType: true }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect((screen.getByLabelText('备份密码') as HTMLInputElement).value).toBe('half of it');
    fails('newer-version');
    expect(screen.getByRole('alert').dataset.failure).toBe('newer-version');
    expect(screen.queryByLabelText('备份密码')).toBeNull();
  });

  it('shows the keys that lead to the card, and the way to change them', async () => {
    const { user, calls } = renderSettings();
    await screen.findByText(/Alt\+K/);
    await user.click(screen.getByRole('button', { name: '在浏览器里更改' }));
    expect(calls).toEqual(['shortcut']);
    await screen.findByText(/扩展管理页/);
  });

  it('says so where no keys are set', async () => {
    renderSettings({}, null, '');
    await screen.findByText(/还没有快捷键/);
  });

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

describe('backup', () => {
  const choose = (text: string) =>
    fireEvent.change(screen.getByLabelText('选择备份文件', { selector: 'input' }), {
      target: { files: [{ size: text.length, text: async () => text }] },
    });

  it('is made without a passphrase, or with one typed twice alike', async () => {
    const { calls } = renderSettings();
    fireEvent.click(screen.getByRole('button', { name: '保存备份文件' }));
    await screen.findByText(/已生成备份文件/);
    fireEvent.click(screen.getByRole('checkbox', { name: '用密码加锁' }));
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    const save = () => fireEvent.click(screen.getByRole('button', { name: '保存备份文件' }));
    for (const [one, other, sentence] of [
      ['短', '短', /至少8个字/],
      ['12345678', '12345678', /不能全是数字/],
      ['春眠不觉晓处处闻', '春眠不觉晓', /两次输入不一样/],
    ] as const) {
      type('备份密码', one);
      type('再输一次', other);
      save();
      expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    }
    expect(calls).toEqual(['backup null']);
    type('再输一次', '春眠不觉晓处处闻');
    save();
    await expect.poll(() => calls).toEqual(['backup null', 'backup 春眠不觉晓处处闻']);
    await expect.poll(() => screen.getByLabelText<HTMLInputElement>('备份密码').value).toBe('');
  });

  it('shows what restoring changes before it does, and does what was chosen', async () => {
    const { calls } = renderSettings();
    choose('good');
    const shown = await screen.findByText(/2026-11-20|11月20日/);
    expect(calls).toEqual([]);
    expect(shown.closest('[data-part="restore-offer"]')?.textContent).toContain('3条读不出或无归属');
    fireEvent.click(screen.getByRole('radio', { name: '用备份里的' }));
    fireEvent.click(screen.getByRole('button', { name: '恢复' }));
    await screen.findByText('已恢复。');
    expect(calls).toEqual(['restore backup']);
  });

  it('asks for the passphrase of a locked file, again where it is wrong', async () => {
    renderSettings();
    choose('locked');
    await screen.findByText(/这个备份加了锁/);
    fireEvent.change(screen.getByLabelText('备份密码'), { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: '打开备份' }));
    await screen.findByText(/密码不对/);
    fireEvent.change(screen.getByLabelText('备份密码'), { target: { value: 'right one' } });
    fireEvent.click(screen.getByRole('button', { name: '打开备份' }));
    await screen.findByRole('button', { name: '恢复' });
  });

  it('says of a file that is none what to do', async () => {
    renderSettings();
    choose('nonsense');
    expect((await screen.findByRole('alert')).textContent).toContain('不是本工具的备份文件');
  });
});

describe('reminders', () => {
  it('are chosen by day, and say that nothing fires while the browser is closed', async () => {
    const { settings } = renderSettings();
    const part = screen.getByRole('region', { name: '到期提醒' });
    expect(part.textContent).toContain('浏览器关着的时候不提醒');
    fireEvent.click(within(part).getByRole('checkbox', { name: '提前7天' }));
    await expect.poll(() => settings().thresholds).toEqual([90, 30, 7, 1]);
    // Faster than any row is written: none of the clicks is lost.
    for (const days of [90, 30, 7, 1]) {
      fireEvent.click(within(part).getByRole('checkbox', { name: `提前${days}天` }));
    }
    await expect.poll(() => settings().thresholds).toEqual([]);
    expect(part.textContent).toContain('一个也没选');
  });

  it('keep quiet in hours that can be set', async () => {
    const { settings } = renderSettings();
    fireEvent.click(screen.getByRole('checkbox', { name: '夜间不提醒' }));
    await expect.poll(() => settings().quiet).toEqual({ from: '20:00', until: '08:00' });
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '18:30' } });
    await expect.poll(() => settings().quiet).toEqual({ from: '18:30', until: '08:00' });
    expect(screen.queryByText(/两个时间相同/)).toBeNull();
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '08:00' } });
    await screen.findByText(/两个时间相同/);
  });
});
