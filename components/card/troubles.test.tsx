// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { EnvironmentParts } from '@/lib/environment/check';
import { checkEnvironment } from '@/lib/environment/check';
import type { PlannedTrouble } from '@/lib/guide/model';
import { planTrouble } from '@/lib/guide/trouble';
import { generalTroubles } from '@/lib/guide/troubles';
import type { SpokenPlan } from './card-props';
import { CHOOSE_PLAN, HELD_PLAN, UNBIND_PLAN } from './sample-plans';
import { press, type Shown, show } from './testing/show-card';

function troubleOf(id: string, word: PlannedTrouble['word'] = null): PlannedTrouble {
  const trouble = generalTroubles.find((each) => each.id === id);
  if (!trouble) throw new Error(id);
  return planTrouble({ trouble, word });
}

const WORD = { at: '2023-09-20T02:32:00.000Z', fact: 'w1' };
const said: EnvironmentParts['said'] = {};
const FINDINGS = () =>
  checkEnvironment({
    machine: {
      userAgent: 'Chrome/150.0.0.0',
      brands: [],
      now: new Date('2026-11-22T04:05:00Z'),
      offset: -480,
    },
    page: { protocol: 'http:', loopbackNetwork: 'denied', localNetworkAccess: 'denied' },
    floor: { chromium: 109, firefox: 128 },
    said,
  });

function showIn(plan: SpokenPlan, shown: Shown = {}) {
  const onCheckEnvironment = vi.fn(async () => FINDINGS());
  const { services } = shown;
  return { ...show(plan, { ...shown, services: { onCheckEnvironment, ...services } }), onCheckEnvironment };
}
const part = (name: string) => document.querySelector<HTMLElement>(`[data-part="${name}"]`);

describe('a trouble in the card', () => {
  it('is what the small tab names, not the step that it is in the way of', () => {
    const trouble = troubleOf('assistant-missing');
    const { card } = showIn({ ...HELD_PLAN, trouble }, { isMinimised: true });
    expect(card.querySelector('.tab-bar')?.textContent).toContain(trouble.title.zh);
    expect(card.querySelector('.tab-bar')?.textContent).not.toContain('第3步');
    expect(card.querySelector('[data-tone="stop"]')).not.toBeNull();
  });

  it('stands in place of the step, which is named as what comes afterwards', () => {
    const { card } = showIn({ ...UNBIND_PLAN, target: null, trouble: troubleOf('key-missing') });
    expect(card.dataset.trouble).toBe('key-missing');
    expect(part('trouble')?.textContent).toContain('先看插的是不是对的那把锁');
    expect(part('trouble')?.textContent).toContain('页面显示');
    expect(part('trouble')?.textContent).toContain('不要为此去解绑');
    expect(part('trouble')?.textContent).toContain('未在苏采云上核实');
    const after = part('after-trouble') as HTMLDetailsElement;
    expect(after.open).toBe(false);
    expect(after.textContent).toContain('处理好后，回到第3步：解绑原CA');
    expect(screen.queryByRole('button', { name: '已解决' })).toBeNull();
  });

  it('leaves the notice’s clause to the step: no notice speaks of a locked key', () => {
    const { card } = showIn({ ...UNBIND_PLAN, target: null, trouble: troubleOf('pin-locked') });
    const clauses = [...card.querySelectorAll('.cite')].filter(({ textContent }) =>
      textContent.includes(UNBIND_PLAN.cite[0] ?? 'no clause'),
    );
    expect(clauses.map((each) => each.closest('[data-part="after-trouble"]') !== null)).toEqual([true]);
  });

  it('folds nothing away where there is none', () => {
    showIn(UNBIND_PLAN);
    expect(part('after-trouble')).toBeNull();
  });

  it('never folds away the questions before an unbinding, nor its warning', () => {
    showIn({ ...HELD_PLAN, trouble: troubleOf('key-missing') });
    expect((part('after-trouble') as HTMLDetailsElement).open).toBe(true);
    expect(document.querySelector('[data-tone="stop"]')).toBeTruthy();
  });

  it('hides neither what is to be careful of, nor that its own words cannot be recorded', () => {
    const caution = { tone: 'caution' as const, text: { zh: '过渡阶段已结束。' }, cite: null };
    showIn(
      { ...UNBIND_PLAN, notes: [caution], trouble: troubleOf('cancelled', WORD) },
      { services: { recording: false } },
    );
    expect(document.querySelector('[data-tone="caution"]')?.textContent).toContain('过渡阶段已结束。');
    for (const name of ['已解决', '选错了，撤回'])
      expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled).toBe(true);
  });

  it('that was said tells when, and can be called over or taken back', async () => {
    const { onSaid } = showIn({ ...UNBIND_PLAN, trouble: troubleOf('cancelled', WORD) });
    expect(part('trouble')?.textContent).toContain('您选的（9月20日 10:32，页面未显示）');
    await press('已解决');
    await press('选错了，撤回');
    expect(onSaid.mock.calls).toEqual([
      [{ kind: 'trouble', trouble: 'cancelled', answer: 'no' }],
      [{ kind: 'retraction', of: 'w1' }],
    ]);
  });

  it('is told before a subject is chosen', () => {
    showIn({ ...CHOOSE_PLAN, trouble: troubleOf('pin-locked') });
    expect(part('trouble')?.textContent).toContain('不要再试口令');
  });

  it('is read out', async () => {
    showIn({ ...UNBIND_PLAN, trouble: troubleOf('pin-locked') });
    await waitFor(() => expect(part('announcement')?.textContent).toContain('锁已锁定'));
  });
});

describe('the texts of alert boxes', () => {
  it('are asked for when opened, and choosing one is a word', async () => {
    const { onSaid, onTroubles } = showIn(UNBIND_PLAN);
    expect(onTroubles).not.toHaveBeenCalled();
    const help = part('trouble-help') as HTMLDetailsElement;
    help.open = true;
    await userEvent.click(await screen.findByRole('button', { name: /非招标锁/ }));
    expect(onTroubles).toHaveBeenCalledTimes(1);
    expect(onSaid).toHaveBeenCalledWith({ kind: 'trouble', trouble: 'wrong-key', answer: 'yes' });
    // Typing is for the popup alone (design.md §3.10).
    expect(help.querySelector('input, textarea, [contenteditable]')).toBeNull();
  });

  it('say so where they could not be had', async () => {
    showIn(UNBIND_PLAN, { services: { onTroubles: async () => null } });
    (part('trouble-help') as HTMLDetailsElement).open = true;
    expect(await screen.findByText('没有读到。请刷新页面再试。')).toBeTruthy();
  });
});

describe('the environment check', () => {
  it('tells each result with how it is known, and asks what cannot be seen', async () => {
    const { onSaid, onCheckEnvironment } = showIn({ ...UNBIND_PLAN, trouble: troubleOf('key-missing') });
    await press('检查环境');
    const access = document.querySelector<HTMLElement>('[data-finding="access"]');
    expect(access?.dataset).toMatchObject({ known: 'seen', tone: 'caution' });
    expect(access?.textContent).toContain('拒绝http页面');
    const keys = document.querySelector<HTMLElement>('[data-finding="keys"]');
    expect(keys?.dataset.known).toBe('unknown');
    if (!keys) return;
    await userEvent.click(within(keys).getByRole('button', { name: '是' }));
    expect(onSaid).toHaveBeenCalledWith({ kind: 'answer', question: 'environment-keys', answer: 'yes' });
    // What was said is asked for anew once it is durable.
    await waitFor(() => expect(onCheckEnvironment).toHaveBeenCalledTimes(2));
  });

  it('looks once while it is looking, and anew only after what was recorded', async () => {
    let settle: (found: null) => void = () => undefined;
    const slow = vi.fn<() => Promise<null>>(
      () =>
        new Promise((resolve) => {
          settle = resolve;
        }),
    );
    showIn({ ...UNBIND_PLAN, trouble: troubleOf('key-missing') }, { services: { onCheckEnvironment: slow } });
    await press('检查环境');
    await press('检查环境');
    expect(slow).toHaveBeenCalledTimes(1);
    settle(null);
    await screen.findByText('没有读到。请刷新页面再试。');
    cleanup();
    const { onSaid, onCheckEnvironment } = showIn({ ...UNBIND_PLAN, trouble: troubleOf('key-missing') });
    onSaid.mockResolvedValue({ ok: false, why: 'storage' });
    await press('检查环境');
    const keys = document.querySelector<HTMLElement>('[data-finding="keys"]');
    if (!keys) throw new Error('no question');
    await userEvent.click(within(keys).getByRole('button', { name: '是' }));
    await within(keys).findByText(/浏览器存储不可用/);
    expect(onCheckEnvironment).toHaveBeenCalledTimes(1);
  });

  it('says so where nobody answers', async () => {
    showIn(
      { ...UNBIND_PLAN, trouble: troubleOf('key-missing') },
      { services: { onCheckEnvironment: async () => null } },
    );
    await press('检查环境');
    expect(await screen.findByText('没有读到。请刷新页面再试。')).toBeTruthy();
  });
});
