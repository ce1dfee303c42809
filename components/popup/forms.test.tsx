// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
// Loaded before, so that no test waits for them.
import './certificate-form';
import './subject-form';
import { certificate, renderPopup, SCHOOL, SUPPLIER } from './render-popup';

afterEach(cleanup);

const records = { subjects: [SCHOOL], certificates: [certificate('1', { label: '新CA' })] };
/** jsdom's date field takes a whole value at once, as a date picker gives it. */
const setDate = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const LAST_DAY = /^到期日/;
const FIRST_DAY = /^生效日/;

describe('adding a subject', () => {
  it('asks what it needs, then keeps it and shows it', async () => {
    const { services, user } = renderPopup();
    await user.click(await screen.findByRole('button', { name: '添加办理主体' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(within(dialog).getAllByText('请选一项。')).toHaveLength(2);
    expect(services.records.subjects).toEqual([]);

    await user.type(within(dialog).getByLabelText('名称（可不填）'), '区实验小学');
    await user.click(within(dialog).getByRole('radio', { name: '预算单位' }));
    await user.click(within(dialog).getByRole('radio', { name: '辖市、区级' }));
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(await screen.findByText('区实验小学')).toBeTruthy();
    expect(services.records.subjects).toMatchObject([
      { name: '区实验小学', audience: 'budget-unit', level: 'district' },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(services.memory.draft).toBeNull();
  });

  it('refuses an ID number at once and keeps no draft of it', async () => {
    const { services, user } = renderPopup();
    await user.click(await screen.findByRole('button', { name: '添加办理主体' }));
    await user.type(await screen.findByLabelText('名称（可不填）'), '320402199001011234');
    expect(screen.getByRole('alert').textContent).toContain('像身份证号');
    expect(JSON.stringify(services.memory.draft)).not.toContain('320402199001011234');
  });

  it('does not take a name twice', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '添加办理主体' }));
    await user.type(await screen.findByLabelText('名称（可不填）'), SCHOOL.name);
    await user.click(screen.getByRole('radio', { name: '预算单位' }));
    await user.click(screen.getByRole('radio', { name: '市级' }));
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByRole('alert').textContent).toContain('已有同名');
    expect(services.records.subjects).toHaveLength(1);
  });
});

describe('changing and removing a subject', () => {
  it('keeps its id and the day it was made', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '修改' }));
    const name = await screen.findByLabelText('名称（可不填）');
    await expect.poll(() => document.activeElement).toBe(name);
    await user.clear(name);
    await user.type(name, '一中');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText('一中');
    expect(services.records.subjects).toEqual([{ ...SCHOOL, name: '一中' }]);
  });

  it('asks before it removes, and removes what hangs on it', async () => {
    const { services, user } = renderPopup({ records: { ...records, subjects: [SCHOOL, SUPPLIER] } });
    await user.click(await screen.findByRole('button', { name: '修改' }));
    await user.click(await screen.findByRole('button', { name: '删除' }));
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain('不能恢复');
    expect(services.records.subjects).toHaveLength(2);
    await user.click(within(question).getByRole('button', { name: '删除' }));
    await expect.poll(() => services.records.subjects).toEqual([SUPPLIER]);
    expect(services.records.certificates).toEqual([]);
  });

  it('changes nothing when the answer is no', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '修改' }));
    await user.click(await screen.findByRole('button', { name: '删除' }));
    const question = await screen.findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: '取消' }));
    expect(services.records.subjects).toEqual([SCHOOL]);
  });
});

describe('adding a certificate', () => {
  const open = async (user: ReturnType<typeof renderPopup>['user']) => {
    await user.click(await screen.findByRole('button', { name: '添加证书或签章' }));
    await screen.findByRole('dialog');
  };

  it('begins with the notice’s name for it, which follows the kind until somebody changes it', async () => {
    const { services, user } = renderPopup({ records });
    await open(user);
    const label = () => screen.getByLabelText<HTMLInputElement>('叫什么').value;
    expect(label()).toBe('新CA');
    await user.click(screen.getByRole('radio', { name: '电子签章' }));
    expect(label()).toBe('方正签章');
    await user.type(screen.getByLabelText('叫什么'), ' 红色');
    await user.click(screen.getByRole('radio', { name: '原' }));
    expect(label()).toBe('方正签章 红色');

    setDate(LAST_DAY, '2027-05-01');
    await user.type(screen.getByLabelText('持有人（可不填）'), '王某');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await expect.poll(() => services.records.certificates.length).toBe(2);
    expect(services.records.certificates[1]).toMatchObject({
      subject: 'school',
      kind: 'seal',
      generation: 'old',
      label: '方正签章 红色',
      holder: '王某',
      validFrom: null,
      validUntil: '2027-05-01',
    });
  });

  it('says what is wrong with the dates and puts the focus there', async () => {
    const { services, user } = renderPopup({ records });
    await open(user);
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByRole('alert').textContent).toBe('请填写。');
    expect(document.activeElement).toBe(screen.getByLabelText(LAST_DAY));
    setDate(FIRST_DAY, '2026-12-30');
    setDate(LAST_DAY, '2026-12-29');
    expect(screen.getByRole('alert').textContent).toContain('到期日早于生效日');
    expect(screen.getByLabelText(LAST_DAY).getAttribute('aria-invalid')).toBe('true');
    expect(services.records.certificates).toHaveLength(1);
  });

  it('refuses a PIN in the label with the reason', async () => {
    const { services, user } = renderPopup({ records });
    await open(user);
    const label = screen.getByLabelText('叫什么');
    await user.clear(label);
    await user.type(label, '口令 12345678');
    setDate(LAST_DAY, '2027-05-01');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByRole('alert').textContent).toContain('像口令（PIN码）');
    expect(services.records.certificates).toHaveLength(1);
  });

  it('keeps what was typed when it could not be saved', async () => {
    const { services, user } = renderPopup({ records }, (made) => made.failWrites('quota'));
    await open(user);
    setDate(LAST_DAY, '2027-05-01');
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect((await screen.findByRole('alert')).dataset.failure).toBe('quota');
    expect(screen.getByLabelText<HTMLInputElement>(LAST_DAY).value).toBe('2027-05-01');
    services.failWrites(null);
    await user.click(screen.getByRole('button', { name: '保存' }));
    await expect.poll(() => services.records.certificates.length).toBe(2);
  });
});

describe('a form that was open when the popup closed', () => {
  it('is opened again with what was typed', async () => {
    const first = renderPopup({ records });
    await first.user.click(await screen.findByRole('button', { name: '添加证书或签章' }));
    await screen.findByRole('dialog');
    setDate(LAST_DAY, '2027-05-01');
    const { memory } = first.services;
    cleanup();

    renderPopup({ records, memory });
    await screen.findByRole('dialog');
    expect(screen.getByLabelText<HTMLInputElement>(LAST_DAY).value).toBe('2027-05-01');
  });

  it('stays closed once it was cancelled', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('button', { name: '添加证书或签章' }));
    await screen.findByRole('dialog');
    setDate(LAST_DAY, '2027-05-01');
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(services.memory.draft).toBeNull();
  });

  it.each([
    ['of the real data in a preview', { namespace: 'preview' as const, preview: '2023-09-20' }],
    ['of a subject that is gone', { subjects: [SUPPLIER] }],
  ])('is left alone: %s', async (_, part) => {
    const draft = {
      form: 'certificate',
      namespace: 'real',
      id: null,
      subject: 'school',
      values: {},
    } as const;
    renderPopup({ records: { ...records, ...part }, memory: { draft } });
    await screen.findByText('今天用哪把锁');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
