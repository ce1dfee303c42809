// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import type { StoreFailureKind } from '@/lib/store/model';
import { noticesOf } from './notices';
import { certificate, renderPopup, SCHOOL, SUPPLIER } from './render-popup';

afterEach(cleanup);

const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const phaseNow = () => document.querySelector('[aria-current="step"]')?.getAttribute('data-phase');
const withSchool = { subjects: [SCHOOL] };

const FAILURES: readonly StoreFailureKind[] = [
  'newer-version',
  'upgrade-failed',
  'corrupted',
  'refused',
  'quota',
  'blocked',
  'unknown',
];

describe('before there is anything to show', () => {
  it('asks for a subject, and keeps the telephone and the official address in sight', async () => {
    const { services, user } = renderPopup();
    expect(await screen.findByText('先添加办理主体')).toBeTruthy();
    expect(screen.getByText('http://jszfcg.jsczt.cn/')).toBeTruthy();
    expect(screen.getByRole('link', { name: '18912397618' }).getAttribute('href')).toBe('tel:18912397618');
    await user.click(screen.getByRole('button', { name: '打开苏采云' }));
    await user.click(screen.getByRole('button', { name: '演练' }));
    await user.click(screen.getByRole('button', { name: '设置' }));
    expect(services.calls).toEqual(['official site', 'practice', 'settings']);
  });

  it.each(FAILURES)('says what happened, why and what to do: %s', async (kind) => {
    renderPopup({ records: withSchool }, (services) => services.failReads(kind));
    const notice = await screen.findByRole('alert');
    expect(notice.dataset.failure).toBe(kind);
    expect(notice.querySelectorAll('strong, p')).toHaveLength(3);
    expect(notice.textContent).not.toMatch(/store\.|undefined|\{/);
    expect(part('contacts')).not.toBeNull();
  });

  it.each(FAILURES)('offers what lies there in a file, where it can be read as it is: %s', async (kind) => {
    const { services, user } = renderPopup({ records: withSchool }, (services) => services.failReads(kind));
    await screen.findByRole('alert');
    const rescue = screen.queryByRole('button', { name: '把现有数据存成文件' });
    expect(rescue !== null).toBe(['upgrade-failed', 'corrupted', 'unknown'].includes(kind));
    if (rescue === null) return;
    await user.click(rescue);
    expect(services.calls).toEqual(['rescue']);
    services.failWrites('blocked');
    await user.click(rescue);
    await expect
      .poll(() => screen.getAllByRole('alert').map(({ dataset }) => dataset.failure))
      .toEqual([kind, 'blocked']);
  });

  it('tries again when asked, and shows the records once they can be read', async () => {
    let failing = true;
    const { user } = renderPopup({ records: withSchool }, (services) => {
      const { watch } = services;
      services.watch = (hear, signal) =>
        failing ? hear({ ok: false, failure: 'blocked' }) : watch.call(services, hear, signal);
    });
    await screen.findByRole('alert');
    failing = false;
    await user.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByText('市第一中学')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the countdown', () => {
  it('shows the nearest date in days and working days', async () => {
    renderPopup({
      records: {
        ...withSchool,
        certificates: [certificate('1'), certificate('2', { validUntil: '2027-11-22' })],
      },
    });
    expect(
      await screen.findByText('2026年12月29日（周二）到期', { selector: '.countdown-date' }),
    ).toBeTruthy();
    expect(part('countdown')?.dataset.days).toBe('37');
    expect(screen.getByText('27个工作日（含今天）')).toBeTruthy();
  });

  it('says that holidays are not published rather than guess', async () => {
    renderPopup({
      records: { ...withSchool, certificates: [certificate('1', { validUntil: '2027-06-30' })] },
    });
    expect(await screen.findByText('工作日：放假安排尚未公布')).toBeTruthy();
  });

  it('follows a change made elsewhere', async () => {
    const { services } = renderPopup({ records: { ...withSchool, certificates: [certificate('1')] } });
    await screen.findByText('37');
    services.change({ certificates: [certificate('1', { validUntil: '2026-11-25' })] });
    expect(await screen.findByText('3', { selector: '.countdown-number' })).toBeTruthy();
  });
});

describe('several subjects', () => {
  const records = {
    subjects: [SCHOOL, SUPPLIER],
    certificates: [certificate('1'), certificate('2', { subject: 'supplier', validUntil: '2026-11-24' })],
  };

  it('shows one at a time, all names in sight, and remembers which', async () => {
    const { services, user } = renderPopup({ records });
    await user.click(await screen.findByRole('radio', { name: /某某科技/ }));
    expect(part('countdown')?.dataset.days).toBe('2');
    expect(services.memory.subject).toBe('supplier');
    expect(within(part('subjects') ?? document.body).getByText('还剩37天')).toBeTruthy();
  });

  it('opens on the one looked at last', async () => {
    renderPopup({ records, memory: { subject: 'supplier' } });
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /某某科技/ })).checked).toBe(true);
  });

  it('asks for the subject of a waiting page and tells the background', async () => {
    const tab = {
      tab: 7,
      page: 'home',
      subject: null,
      waiting: true,
      cardLost: false,
      validity: [],
      current: true,
    } as const;
    const { services, user } = renderPopup({ records, tabs: [tab] });
    const waiting = await screen.findByRole('heading', { name: '苏采云页面在等您选择办理主体' });
    await user.click(
      within(waiting.parentElement ?? document.body).getByRole('button', { name: '某某科技' }),
    );
    expect(services.calls).toEqual(['choose 7 supplier']);
    expect(await screen.findByText('当前页面的办理主体：某某科技')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: '苏采云页面在等您选择办理主体' })).toBeNull();
  });

  it('says nothing of pages that do not wait', async () => {
    const tab = {
      tab: 7,
      page: 'home',
      subject: 'school',
      waiting: false,
      cardLost: false,
      validity: [],
      current: false,
    } as const;
    renderPopup({ records, tabs: [tab] });
    await screen.findByText('37');
    expect(part('waiting')).toBeNull();
    expect(part('settled')).toBeNull();
  });
});

describe('when a certificate may be renewed', () => {
  const records = { subjects: [SCHOOL], certificates: [certificate('a')] };

  it('is asked at the counter where the notice does not say', async () => {
    renderPopup({ records });
    expect(await screen.findByText('何时可以续期，通知未写，请问CA窗口。')).toBeTruthy();
    expect(document.querySelector('[data-renewal]')).toBeNull();
  });

  it('is said with its year and clause where a notice does', async () => {
    const ids = builtinPack.certificates.map(({ id }) => id);
    const renewals = [{ id: 'r', certificates: ids, opensDaysBefore: 90, asOf: '2026-03-01', cite: '五、2' }];
    renderPopup({ records }, (services) =>
      Object.assign(services, { notices: noticesOf([{ ...builtinPack, renewals }], builtinPack.mainSystem) }),
    );
    await waitFor(() => expect(document.querySelectorAll('[data-renewal="open"]')).toHaveLength(2));
    const said = document.querySelector('[data-part="next"] [data-renewal]')?.textContent;
    expect(said).toMatch(/^现在可续期，至2026年12月29日（2026年通知）。.*五、2/);
    expect(screen.queryByText('何时可以续期，通知未写，请问CA窗口。')).toBeNull();
  });

  it.each([
    ['still', 400, 'open'],
    ['no more', 1, undefined],
  ])('is said of an expired one that can %s be', async (_, count, state) => {
    const ids = builtinPack.certificates.map(({ id }) => id);
    const graceAfter = { count, unit: 'days' as const };
    const renewals = [{ id: 'r', certificates: ids, opensDaysBefore: 30, graceAfter, cite: '五、2' }];
    const over = certificate('a', { validUntil: '2026-11-01' });
    renderPopup({ records: { subjects: [SCHOOL], certificates: [over] } }, (services) =>
      Object.assign(services, { notices: noticesOf([{ ...builtinPack, renewals }], builtinPack.mainSystem) }),
    );
    await waitFor(() => expect(part('next')?.dataset.next).toBe('expired'));
    expect(part('next')?.querySelector<HTMLElement>('[data-renewal]')?.dataset.renewal).toBe(state);
  });
});

describe('days that the page in front shows', () => {
  const KEPT = certificate('kept');
  const tab = {
    tab: 7,
    page: 'ca-list',
    subject: 'school',
    waiting: false,
    cardLost: false,
    validity: [{ from: '2025-12-30', until: '2027-12-29' }],
    current: true,
  } as const;

  it('are offered, and kept once the person has checked them, as the page’s word', async () => {
    const { services, user } = renderPopup({
      records: { subjects: [SCHOOL], certificates: [KEPT] },
      tabs: [tab],
    });
    const before = services.records.certificates.length;
    await user.click(await screen.findByRole('button', { name: '核对并记下' }));
    expect(services.records.certificates).toHaveLength(before);
    await user.click(await screen.findByRole('button', { name: '保存' }));
    await waitFor(() => expect(part('seen-validity')).toBeNull());
    expect(services.records.certificates.at(-1)).toMatchObject({
      validFrom: '2025-12-30',
      validUntil: '2027-12-29',
      details: { history: [{ kind: 'added', by: 'page' }] },
    });
    expect(await screen.findByText('到期日照页面所示，未读证书文件。')).toBeTruthy();
  });

  it('are the person’s own word where they were corrected', async () => {
    const { services, user } = renderPopup({
      records: { subjects: [SCHOOL], certificates: [KEPT] },
      tabs: [tab],
    });
    await user.click(await screen.findByRole('button', { name: '核对并记下' }));
    const until = await screen.findByLabelText('到期日');
    await user.clear(until);
    await user.type(until, '2027-12-28');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(services.records.certificates.at(-1)?.validUntil).toBe('2027-12-28'));
    expect(services.records.certificates.at(-1)?.details?.history).toMatchObject([{ by: 'hand' }]);
  });

  it('are not asked about again once declined', async () => {
    const { services, user } = renderPopup({
      records: { subjects: [SCHOOL], certificates: [KEPT] },
      tabs: [tab],
    });
    await user.click(await screen.findByRole('button', { name: '不用记' }));
    expect(part('seen-validity')).toBeNull();
    expect(services.memory.declined).toEqual(['2025-12-30/2027-12-29']);
    expect(services.records.certificates).toEqual([KEPT]);
  });

  it.each([
    ['of another subject’s page', { subject: 'another' }],
    ['of a page behind', { current: false }],
    ['of a page that waits for its subject', { subject: null, waiting: true }],
    ['already kept', { validity: [{ from: null, until: KEPT.validUntil }] }],
  ])('are not offered when %s', async (_, part_) => {
    renderPopup({ records: { subjects: [SCHOOL], certificates: [KEPT] }, tabs: [{ ...tab, ...part_ }] });
    await screen.findByText('37');
    await screen.findByText(/Alt\+K/).catch(() => null);
    expect(part('seen-validity')).toBeNull();
  });
});

describe('a preview', () => {
  const records = { ...withSchool, preview: '2023-09-20', namespace: 'preview' as const };

  it('says so, shows the previewed day, and can be left', async () => {
    const { user } = renderPopup({ records });
    expect((await screen.findByText('正在预览2023年9月20日（周三）')).textContent).toBeTruthy();
    await expect.poll(phaseNow).toBe('transition');
    await user.click(screen.getByRole('button', { name: '退出预览' }));
    expect(part('preview')).toBeNull();
    expect(phaseNow()).toBe('new-only');
  });
});

describe('what the notice says', () => {
  it('names the key for each system, with the note and the clause', async () => {
    renderPopup({ records: withSchool });
    await screen.findByText('今天用哪把锁');
    const keys = [...document.querySelectorAll('[data-part="keys"] tbody tr')].map((row) => row.textContent);
    expect(keys[0]).toContain('新CA、方正签章');
    expect(keys[1]).toContain('2023年通知要求保留，有新通知从其规定');
    expect(keys[1]).toContain('依据：通知三、2');
  });

  it('gives fees with payer and year', async () => {
    renderPopup({ records: { subjects: [SUPPLIER] } });
    await screen.findByText('费用', { exact: false, selector: 'h2' });
    const renew = document.querySelector('[data-business="renew"]')?.textContent;
    expect(renew).toContain('115.2元');
    expect(renew).toContain('自行承担');
    expect(renew).toContain('2023年标准');
  });

  it('does not call unwritten what the notice writes in words of its own, and says where', async () => {
    const pack: NoticePack = {
      ...builtinPack,
      fees: { ...builtinPack.fees, charges: [] },
      statements: [{ id: 'price', text: { zh: '遗失补办的，工本费每个40元。' }, cite: '五、3' }],
    };
    renderPopup({ records: { subjects: [SUPPLIER] } }, (services) =>
      Object.assign(services, { pack, notices: noticesOf([pack], pack.mainSystem) }),
    );
    await screen.findByText('费用', { exact: false, selector: 'h2' });
    const renew = document.querySelector('[data-business="renew"]')?.textContent;
    expect(renew).toContain('没有分列，见通知原文');
    expect(renew).toContain('五、3');
  });

  it('sets the large type on the root, and takes it off again', async () => {
    const { services } = renderPopup({ records: { ...withSchool, largeType: true } });
    await screen.findByText('今天用哪把锁');
    expect(document.documentElement.hasAttribute('data-large-type')).toBe(true);
    services.change({ largeType: false });
    await expect.poll(() => document.documentElement.hasAttribute('data-large-type')).toBe(false);
  });
});

describe('an obligation whose day has passed', () => {
  const records = { ...withSchool, preview: '2023-09-07', namespace: 'preview' as const };
  const item = () => document.querySelector<HTMLElement>('[data-obligation="file-application"]');

  it('is asked about before it turns red', async () => {
    renderPopup({ records });
    await expect.poll(() => item()?.dataset.state).toBe('ask');
    expect(document.querySelector('.note--red')).toBeNull();
  });

  it('turns red when the answer is no, and the answer can be taken back', async () => {
    const { user } = renderPopup({ records });
    await expect.poll(item).not.toBeNull();
    await user.click(within(item() ?? document.body).getByRole('button', { name: '还没有' }));
    expect(item()?.dataset.state).toBe('overdue');
    expect(within(item() ?? document.body).getByText(/已过期限。请马上打电话/)).toBeTruthy();
    await user.click(within(item() ?? document.body).getByRole('button', { name: '撤回我的回答' }));
    expect(item()?.dataset.state).toBe('ask');
  });

  it('is the person’s word when the answer is yes', async () => {
    const { services, user } = renderPopup({ records });
    await expect.poll(item).not.toBeNull();
    await user.click(within(item() ?? document.body).getByRole('button', { name: '办好了' }));
    expect(item()?.textContent).toContain('您确认：已办好');
    expect(services.records.facts.map((fact) => fact.assertion)).toEqual(['said']);
  });

  it('says so when the word could not be kept', async () => {
    const { user } = renderPopup({ records }, (services) => services.failWrites('quota'));
    await expect.poll(item).not.toBeNull();
    await user.click(within(item() ?? document.body).getByRole('button', { name: '办好了' }));
    expect((await screen.findByRole('alert')).dataset.failure).toBe('quota');
    expect(item()?.dataset.state).toBe('ask');
  });
});
