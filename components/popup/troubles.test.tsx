// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import { noticesOf } from './notices';
import { certificate, renderPopup, SCHOOL, SUPPLIER } from './render-popup';

afterEach(cleanup);

const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('.trouble-list [data-trouble]')].map(
    (each) => each.dataset.trouble,
  );

async function open(start: Parameters<typeof renderPopup>[0] = { records: { subjects: [SCHOOL] } }) {
  const popup = renderPopup(start);
  await waitFor(() => expect(part('troubles')).toBeTruthy());
  (part('troubles') as HTMLDetailsElement).open = true;
  await screen.findByRole('searchbox', { name: /弹窗里的字、错误码/ });
  return popup;
}

async function search(popup: Awaited<ReturnType<typeof open>>, words: string): Promise<HTMLElement> {
  const box = screen.getByRole('searchbox');
  await popup.user.clear(box);
  await popup.user.type(box, words);
  const first = document.querySelector<HTMLDetailsElement>('.trouble-list details');
  if (!first) throw new Error('nothing found');
  first.open = true;
  return first;
}

describe('troubles in the popup', () => {
  it('are found by words or code, with cure, number and source', async () => {
    const popup = await open();
    const entry = await search(popup, '0x0a000025');
    expect(shown()).toEqual(['pin-locked']);
    expect(entry.textContent).toContain('不要再试口令');
    expect(within(entry).getByRole('link').getAttribute('href')).toBe('tel:18912397618');
    expect(entry.textContent).toContain('未在苏采云上核实');
  });

  it('name who is to be asked where the notice has no number for today', async () => {
    const pack: NoticePack = {
      ...builtinPack,
      contacts: builtinPack.contacts.map((each) => ({ ...each, validUntil: '2024-12-31' })),
    };
    const over = certificate('旧', { validUntil: '2026-11-01' });
    const popup = renderPopup({ records: { subjects: [SCHOOL], certificates: [over] } }, (services) =>
      Object.assign(services, { pack, notices: noticesOf([pack], pack.mainSystem) }),
    );
    await waitFor(() => expect(part('troubles')).toBeTruthy());
    (part('troubles') as HTMLDetailsElement).open = true;
    await screen.findByRole('searchbox');
    const entry = await search(popup, '0x0a000025');
    const asked = /请查发通知的单位（常州市财政局）的公开电话，或问同级财政部门/;
    expect(entry.textContent).toMatch(asked);
    expect(part('next')?.dataset.next).toBe('expired');
    expect(part('next')?.textContent).toMatch(asked);
    await popup.user.click(within(entry).getByRole('button', { name: /复制/ }));
    expect(popup.services.calls.find((call) => call.startsWith('copy '))).toMatch(asked);
  });

  it('say where to turn when nothing is found', async () => {
    const popup = await open();
    await popup.user.type(screen.getByRole('searchbox'), '食堂');
    expect(await screen.findByText(/没有找到/)).toBeTruthy();
    expect(shown()).toEqual([]);
  });

  it('are recorded for the subject in front, called over and taken back', async () => {
    const popup = await open({ records: { subjects: [SCHOOL, SUPPLIER] }, memory: { subject: SUPPLIER.id } });
    const entry = await search(popup, '非招标锁');
    await popup.user.click(within(entry).getByRole('button', { name: '我遇到的就是这个' }));
    await waitFor(() => expect(part('current-trouble')?.dataset.trouble).toBe('wrong-key'));
    expect(popup.services.records.facts.at(-1)).toMatchObject({
      assertion: 'said',
      body: { kind: 'trouble', trouble: 'wrong-key', answer: 'yes' },
    });
    expect(popup.services.records.facts.at(-1)?.journey).toMatch(/^supplier\//);
    await popup.user.click(screen.getByRole('button', { name: '选错了，撤回' }));
    await waitFor(() => expect(part('current-trouble')).toBeNull());
    expect(popup.services.records.facts.at(-1)?.assertion).toBe('retracted');
  });

  it('say so where the word was not recorded, and keep the cure', async () => {
    const popup = await open();
    popup.services.failWrites('quota');
    const entry = await search(popup, '0x8010006E');
    await popup.user.click(within(entry).getByRole('button', { name: '我遇到的就是这个' }));
    expect(await within(entry).findByText(/没有记录/)).toBeTruthy();
    expect(entry.textContent).toContain('再点一次本页的按钮');
  });

  it('can be read without a subject, and then nothing is recorded', async () => {
    const popup = await open({});
    const entry = await search(popup, '未检测到UKEY');
    expect(shown()[0]).toBe('key-missing');
    expect(within(entry).queryByRole('button', { name: '我遇到的就是这个' })).toBeNull();
  });

  it('are copied as plain text with cure and number, without the unit', async () => {
    const popup = await open();
    const entry = await search(popup, '0x0A000024');
    await popup.user.click(within(entry).getByRole('button', { name: /复制/ }));
    const copied = popup.services.calls.find((call) => call.startsWith('copy ')) ?? '';
    expect(copied).toContain('口令（PIN码）不对');
    expect(copied).toContain('× 不要再试口令');
    expect(copied).toContain('18912397618');
    expect(copied).not.toContain(SCHOOL.name);
  });
});

describe('the environment check in the popup', () => {
  const page = { protocol: 'http:', loopbackNetwork: 'denied', localNetworkAccess: 'denied' } as const;
  const finding = (id: string) => document.querySelector<HTMLElement>(`[data-finding="${id}"]`);

  it('tells what the open page was answered, and copies all of it', async () => {
    const popup = await open({ records: { subjects: [SCHOOL] }, page });
    await popup.user.click(screen.getByRole('button', { name: '检查环境' }));
    await waitFor(() => expect(finding('access')?.dataset).toMatchObject({ known: 'seen', tone: 'caution' }));
    expect(finding('clock')?.textContent).toContain('12:00');
    const check = part('environment');
    if (!check) throw new Error('no check');
    await popup.user.click(within(check).getByRole('button', { name: /复制/ }));
    const copied = popup.services.calls.find((call) => call.startsWith('copy ')) ?? '';
    expect(copied).toContain('访问本机助手（看到）');
    expect(copied).toContain('插着的锁（未知）');
    expect(copied).not.toContain(SCHOOL.name);
  });

  it('leaves unknown what no open page can tell', async () => {
    const popup = await open();
    await popup.user.click(screen.getByRole('button', { name: '检查环境' }));
    await waitFor(() => expect(finding('access')?.dataset.known).toBe('unknown'));
    expect(finding('browser')?.dataset.known).toBe('seen');
  });

  it('takes the person’s answers as said, and back', async () => {
    const popup = await open();
    await popup.user.click(screen.getByRole('button', { name: '检查环境' }));
    await waitFor(() => expect(finding('assistants')).toBeTruthy());
    const asked = () => within(finding('assistants') as HTMLElement);
    await popup.user.click(asked().getByRole('button', { name: '是' }));
    await waitFor(() =>
      expect(finding('assistants')?.dataset).toMatchObject({ known: 'said', tone: 'caution' }),
    );
    await popup.user.click(asked().getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(finding('assistants')?.dataset.known).toBe('unknown'));
  });
});
