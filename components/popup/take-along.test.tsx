// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
// Loaded before, so that no test waits for it.
import './certificate-form';
import { NO_DETAILS } from '@/lib/certificate/details';
import type { SubjectRow } from '@/lib/store/model';
import { certificate, renderPopup, SCHOOL } from './render-popup';

afterEach(cleanup);

const records = {
  subjects: [SCHOOL],
  certificates: [certificate('1', { label: '王会计的锁', holder: '王某' })],
};
const coming = async () => (await screen.findByRole('region', { name: '接下来的日子' })) as HTMLElement;

describe('coming dates', () => {
  it('are copied and saved in public words alone', async () => {
    const { services } = renderPopup({ records });
    const part = await coming();
    expect(part.textContent).toContain('2026年12月29日（周二）　新CA证书到期');
    fireEvent.click(within(part).getByRole('button', { name: '复制文字' }));
    await within(part).findByText(/已复制/);
    fireEvent.click(within(part).getByRole('button', { name: '存为日历文件' }));
    expect(services.calls).toHaveLength(2);
    expect(services.calls.join()).not.toMatch(/王|第一中学/);
  });
});

describe('a day of the notice', () => {
  const on = async (audience: SubjectRow['audience']) => {
    const rows = { ...records, certificates: [], subjects: [{ ...SCHOOL, audience }] };
    const { container } = renderPopup({
      records: { ...rows, preview: '2023-09-01', namespace: 'preview' },
    });
    await coming();
    const parts = ['countdown', 'coming', 'obligations'].map(
      (part) => container.querySelector(`[data-part="${part}"]`)?.textContent ?? '',
    );
    cleanup();
    return parts;
  };

  it('that is another’s is told as theirs, wherever it stands: the unit’s own is not stated', async () => {
    for (const text of await on('budget-unit')) {
      expect(text).toMatch(/主管预算单位报同级财政部门的日期.*您交的日期，?通知未写/);
      expect(text).not.toContain('截止2023年9月4日');
    }
  });

  it('of which the notice does not say whether it counts is told so', async () => {
    for (const text of await on('supervising-budget-unit')) {
      expect(text).toContain('2023年9月4日（周一）前（是否含当日，通知未写）');
      expect(text).not.toContain('截止2023年9月4日');
    }
  });
});

describe('the day itself of the notice', () => {
  it('is called the last one only where the notice leaves no doubt', async () => {
    const on = async (preview: string) => {
      renderPopup({ records: { ...records, certificates: [], preview, namespace: 'preview' } });
      const text = (await coming()).textContent;
      cleanup();
      return text;
    };
    const doubtful = await on('2023-09-04');
    expect(doubtful).toContain('就是今天');
    expect(doubtful).not.toContain('今天是最后一天');
    expect(await on('2023-10-11')).toContain('今天是最后一天');
  });
});

describe('a reminder', () => {
  it('is put off in the popup, and says until when', async () => {
    const { services } = renderPopup({ records });
    fireEvent.click(await screen.findByRole('button', { name: '7天后再提醒' }));
    await screen.findByText(/已推迟到2026年11月29日提醒/);
    expect(services.records.snoozed).toEqual({ '1@2026-12-29': '2026-11-29' });
    fireEvent.click(screen.getByRole('button', { name: '取消推迟' }));
    await screen.findByRole('button', { name: '7天后再提醒' });
    expect(screen.queryByText(/已推迟到/)).toBeNull();
    expect(services.records.snoozed).toEqual({ '1@2026-12-29': '2026-11-22' });
  });

  it('cannot be put off where none comes: too early for the chosen days, or all switched off', async () => {
    for (const thresholds of [[30, 7], []]) {
      renderPopup({ records: { ...records, thresholds, snoozed: { '1@2026-12-29': '2026-11-29' } } });
      await coming();
      expect(screen.queryByRole('button', { name: /再提醒/ })).toBeNull();
      expect(screen.queryByText(/已推迟到/)).toBeNull();
      cleanup();
    }
  });

  it('that could not be put off says so', async () => {
    const { services } = renderPopup({ records });
    services.failWrites('quota');
    fireEvent.click(await screen.findByRole('button', { name: '7天后再提醒' }));
    expect((await screen.findByRole('alert')).textContent).toBeTruthy();
  });

  it('cannot be put off beyond the last day, nor in a preview', async () => {
    renderPopup({ records: { ...records, certificates: [certificate('1', { validUntil: '2026-11-23' })] } });
    await coming();
    expect(screen.queryByRole('button', { name: /再提醒/ })).toBeNull();
    cleanup();
    renderPopup({ records: { ...records, preview: '2026-11-22', namespace: 'preview' } });
    await coming();
    expect(screen.queryByRole('button', { name: /再提醒/ })).toBeNull();
  });
});

describe('what is noted of a key', () => {
  it('is typed, kept, and shown as said', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '修改王会计的锁' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('现在由谁保管'), { target: { value: '办公室' } });
    fireEvent.change(within(dialog).getByRole('combobox', { name: '苏采云：绑定情况' }), {
      target: { value: 'bound' },
    });
    fireEvent.change(within(dialog).getByLabelText('从哪天起（可不填）'), {
      target: { value: '2026-11-01' },
    });
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    await screen.findByText('保管：办公室');
    expect(screen.getByText('苏采云：您确认：已绑定（2026年11月1日）')).toBeTruthy();
    expect(services.records.certificates[0]?.details).toEqual({
      ...NO_DETAILS,
      keeper: '办公室',
      bindings: [{ system: 'sucaiyun', state: 'bound', since: '2026-11-01' }],
    });
  });

  it('refuses a PIN with its reason, and keeps no draft of it', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '修改王会计的锁' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('备注'), { target: { value: '口令 abc12345' } });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('像口令');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(services.records.certificates[0]?.details).toBeNull();
    expect(JSON.stringify(services.memory.draft)).not.toContain('abc12345');
  });
});
