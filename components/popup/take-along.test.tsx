// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
// Loaded before, so that no test waits for it.
import './certificate-form';
import { NO_DETAILS } from '@/lib/certificate/details';
import { certificate, renderPopup, SCHOOL } from './render-popup';

vi.setConfig({ testTimeout: 60_000 });
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

describe('a reminder', () => {
  it('is put off in the popup, and says until when', async () => {
    const { services } = renderPopup({ records });
    fireEvent.click(await screen.findByRole('button', { name: '7天后再提醒' }));
    await screen.findByText(/已推迟到2026年11月29日提醒/);
    expect(services.records.snoozed).toEqual({ '1@2026-12-29': '2026-11-29' });
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
