// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '@/components/ui/language';
import { readHelpCode, writeJumpCode } from '@/lib/desk/help-code/codes';
import { placeIn } from '@/lib/desk/help-code/place';
import { hashPack } from '@/lib/desk/help-code/state';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack } from '@/lib/notice/builtin';
import zh from '@/locales/zh_CN.json';
import { memoryServices } from './memory-services';
import { Popup } from './popup';
import type { PopupRecords } from './services';

afterEach(cleanup);

const NOW = '2026-11-22T02:00:00Z';
const SUBJECT = {
  id: 's-1',
  name: '演练单位甲',
  audience: 'budget-unit',
  level: 'city',
  createdAt: NOW,
} as const;

async function open(records: Partial<PopupRecords> = {}) {
  const services = memoryServices(NOW, { records: { subjects: [SUBJECT], ...records } });
  render(
    <LanguageProvider translate={createTranslate(zh)} language="zh">
      <Popup services={services} />
    </LanguageProvider>,
  );
  const panel = () => document.querySelector('[data-part="guide"]') as HTMLElement;
  await waitFor(() => expect(panel()).not.toBeNull(), { timeout: 10_000 });
  return { services, panel, user: userEvent.setup() };
}

const offer = (panel: HTMLElement, guide: string) =>
  panel.querySelector(`[data-offer="${guide}"]`) as HTMLButtonElement;

describe('「我要办」', () => {
  it('lists what a clerk may want, leaves out what is not for the day, and marks what is in hand', async () => {
    const { panel } = await open();
    const names = [...panel().querySelectorAll('[data-offer]')].map((each) =>
      each.getAttribute('data-offer'),
    );
    expect(names).toEqual([
      'late-comer',
      'bind-again',
      'after-binding',
      'first-binding',
      'apply',
      'hand-over',
      'unbind-by-application',
      'which-key',
      'key-recognised',
    ]);
    expect(offer(panel(), 'first-binding').disabled).toBe(true);
  });

  it('leads to the guide picked and back; steps away from the page are done here, and taken back here', async () => {
    const { panel, user, services } = await open();
    await user.click(offer(panel(), 'which-key'));
    await waitFor(() => expect(panel().dataset.guide).toBe('which-key'));
    expect(panel().textContent).toContain('苏采云：先插新CA');
    expect(panel().textContent).toContain('三、1');
    await user.click(panel().querySelector('[data-action="say-done"]') as HTMLElement);
    await waitFor(() => expect(panel().dataset.step).toBe('tell-apart'));
    await user.click(within(panel()).getByRole('button', { name: '撤回“看哪个系统用哪把”', hidden: true }));
    await waitFor(() => expect(panel().dataset.step).toBe('see-keys'));
    await user.click(offer(panel(), 'back'));
    await waitFor(() => expect(panel().dataset.guide).toBe('first-binding'));
    // The ledger only grows: a word, its retraction, and both picks are there.
    expect(services.records.facts.map(({ body }) => body.kind)).toEqual([
      'chosen',
      'step',
      'retraction',
      'chosen',
    ]);
  });

  it('says at the end of one guide too what another has left unbound', async () => {
    const { panel, user } = await open();
    const says = async (next: string) => {
      await user.click(panel().querySelector('[data-action="say-done"]') as HTMLElement);
      await waitFor(() => expect(panel().dataset.step).toBe(next));
    };
    await user.click(offer(panel(), 'bind-again'));
    await waitFor(() => expect(panel().dataset.guide).toBe('bind-again'));
    for (const next of ['log-in', 'open-list', 'unbind-previous', 'bind-new']) await says(next);
    await user.click(offer(panel(), 'which-key'));
    await waitFor(() => expect(panel().dataset.guide).toBe('which-key'));
    for (const next of ['tell-apart', 'one-key', 'keep-old', 'finished']) await says(next);
    expect(panel().textContent).toContain('这件事的步骤都已走完');
    expect(panel().textContent).toContain('已解绑，还没有看到绑定。请先绑定');
  });

  it('“no new CA yet” is a word about the new CA: the facts lead on from there', async () => {
    const { panel, user } = await open();
    await user.click(offer(panel(), 'late-comer'));
    await waitFor(() => expect(panel().dataset.guide).toBe('late-comer'));
    expect(panel().textContent).toContain('通知未写');
    await user.click(offer(panel(), 'first-binding'));
    await waitFor(() => expect(panel().dataset.guide).toBe('first-binding'));
  });

  it('asks before an application for unbinding, each question by itself, and says what a “no” means', async () => {
    const { panel, user } = await open();
    await user.click(offer(panel(), 'unbind-by-application'));
    await waitFor(() => expect(panel().dataset.step).toBe('ask-form'));
    for (const next of ['fill-form', 'hand-in']) {
      await user.click(panel().querySelector('[data-action="say-done"]') as HTMLElement);
      await waitFor(() => expect(panel().dataset.step).toBe(next));
    }
    const first = panel().querySelector('[data-question="not-the-swap"]') as HTMLElement;
    expect(panel().querySelector('[data-part="questions"]')?.getAttribute('data-held')).toBe('true');
    await user.click(within(first).getByRole('button', { name: '否' }));
    await waitFor(() => expect(panel().textContent).toContain('过渡阶段以后原CA还能否解绑，通知未写'));
  });

  it('opens the summary once something was done', async () => {
    const { panel, user, services } = await open();
    expect(screen.queryByRole('button', { name: '办理小结（打印或保存）' })).toBeNull();
    await user.click(offer(panel(), 'which-key'));
    await waitFor(() => expect(panel().dataset.guide).toBe('which-key'));
    await user.click(panel().querySelector('[data-action="say-done"]') as HTMLElement);
    await user.click(await screen.findByRole('button', { name: '办理小结（打印或保存）' }));
    expect(services.calls).toContain('summary which-key');
  });
});

describe('步骤码和求助码', () => {
  async function typeCode(user: ReturnType<typeof userEvent.setup>, panel: HTMLElement, code: string) {
    const jump = panel.querySelector('[data-part="jump"]') as HTMLDetailsElement;
    jump.open = true;
    const field = within(jump).getByLabelText(zh.desk.jump.code);
    await user.clear(field);
    await user.type(field, code);
    await user.click(within(jump).getByRole('button', { name: zh.desk.jump.look }));
    return jump;
  }
  const codeFor = (guide: string, step: string) => {
    const at = builtinPack.guides.findIndex(({ id }) => id === guide);
    const steps = builtinPack.guides[at]?.steps ?? [];
    return writeJumpCode({
      pack: hashPack(builtinPack),
      guide: at,
      step: steps.findIndex(({ id }) => id === step),
    });
  };

  it('leads to another guide and to the step the helpdesk names, by the person’s word', async () => {
    const { panel, user, services } = await open();
    const jump = await typeCode(user, panel(), codeFor('which-key', 'one-key'));
    await user.click(jump.querySelector('[data-action="jump-guide"]') as HTMLElement);
    await waitFor(() => expect(panel().dataset.guide).toBe('which-key'));
    const again = await typeCode(user, panel(), codeFor('which-key', 'one-key'));
    expect(within(again).getByText('看哪个系统用哪把')).toBeTruthy();
    await user.click(again.querySelector('[data-action="jump-done"]') as HTMLElement);
    await waitFor(() => expect(panel().dataset.step).toBe('one-key'));
    const said = services.records.facts.filter(({ body }) => body.kind === 'step');
    expect(said.length).toBeGreaterThan(0);
    expect(said.every(({ assertion }) => assertion === 'said')).toBe(true);
  });

  it('stops where questions are open, offers nothing to be said in their place, and sends nobody to open a page', async () => {
    const { panel, user } = await open();
    await user.click(offer(panel(), 'unbind-by-application'));
    await waitFor(() => expect(panel().dataset.step).toBe('ask-form'));
    for (const next of ['fill-form', 'hand-in']) {
      await user.click(panel().querySelector('[data-action="say-done"]') as HTMLElement);
      await waitFor(() => expect(panel().dataset.step).toBe(next));
    }
    const last = builtinPack.guides.find(({ id }) => id === 'unbind-by-application')?.steps.at(-1)?.id ?? '';
    const jump = await typeCode(user, panel(), codeFor('unbind-by-application', last));
    expect(jump.textContent).toContain(zh.desk.jump.preflight);
    expect(jump.textContent).not.toContain(zh.desk.jump.there);
    expect(jump.querySelector('[data-action="jump-done"]')).toBeNull();
    expect(panel().dataset.step).toBe('hand-in');
  });

  it('says exactly what is wrong with a code', async () => {
    const { panel, user } = await open();
    const jump = await typeCode(user, panel(), '1234');
    expect(jump.textContent).toContain('现有4位，应有8位');
    const code = codeFor('which-key', 'one-key');
    await typeCode(user, panel(), code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10));
    expect(jump.textContent).toContain('校验不符');
    await typeCode(
      user,
      panel(),
      writeJumpCode({ pack: (hashPack(builtinPack) + 1) % 997, guide: 0, step: 0 }),
    );
    expect(jump.textContent).toContain('另一份通知');
  });

  it('shows a code that the desk reads back as this very step', async () => {
    const { panel } = await open();
    const shown = panel().querySelector('.help-code')?.textContent ?? '';
    const read = readHelpCode(shown);
    if (!read.ok) throw new Error(`${read.problem}: ${shown}`);
    expect(placeIn(builtinPack, read.state)).toMatchObject({
      guide: { id: panel().dataset.guide },
      step: { id: panel().dataset.step },
    });
    expect(read.state.audience).toBe('budget-unit');
  });
});

describe('a guide whose notice was replaced, removed, or blocked by the administrator', () => {
  const journey = {
    id: 's-1/jszfcg/rebind',
    subject: 's-1',
    system: 'jszfcg',
    guide: 'rebind',
    pack: 'linjiang-1',
    packVersion: '1.0.0',
    startedAt: NOW,
  };
  const fact = { tab: 1, frame: 0, document: 'd', id: 'f-1', journey: journey.id, at: NOW, order: 1 };
  const seen = { ...fact, assertion: 'seen', body: { kind: 'page', state: 'ca-list' } } as const;

  it('says so, with the way forward; nothing of it where no such journey was begun', async () => {
    const { panel } = await open({ journeys: [journey], facts: [seen] });
    expect(panel().textContent).toContain('通知包已更换（或被移除、被管理员停用）');
    expect(panel().textContent).toMatch(/请按“[^”]+”现在的步骤办/);
    cleanup();
    expect((await open({ journeys: [journey] })).panel().textContent).not.toContain('通知包已更换');
    cleanup();
    const own = { ...journey, pack: builtinPack.id };
    const kept = await open({ journeys: [own], facts: [seen] });
    expect(kept.panel().textContent).not.toContain('通知包已更换');
  });
});

describe('a trouble on a page of the subject', () => {
  const tab = { tab: 7, waiting: false, cardLost: false, validity: [], current: true } as const;

  it('stands before the step, and is another subject’s business: nobody reads “type the PIN” of a locked key', async () => {
    const services = memoryServices(NOW, {
      records: { subjects: [SUBJECT] },
      tabs: [
        { ...tab, page: 'key-missing', subject: 'somebody-else' },
        { ...tab, tab: 8, page: 'pin-locked', subject: SUBJECT.id, current: false },
      ],
    });
    render(
      <LanguageProvider translate={createTranslate(zh)} language="zh">
        <Popup services={services} />
      </LanguageProvider>,
    );
    const told = () => [...document.querySelectorAll<HTMLElement>('[data-part="page-trouble"]')];
    await waitFor(() => expect(told().map(({ dataset }) => dataset.trouble)).toEqual(['pin-locked']), {
      timeout: 10_000,
    });
    expect(told()[0]?.textContent).toMatch(/页面显示：锁已锁定.*不要再试口令/);
  });
});
