// @vitest-environment jsdom
/** What the person answers and says in the card: questions before a step, words for it, taking them back. */
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import type { Outcome } from './context';
import { HELD_PLAN, LATE_PLAN, UNBIND_PLAN } from './sample-plans';
import { press, show } from './testing/show-card';

const translateZh = createTranslate(zh);

describe('questions before a step', () => {
  it('asks each by itself, says what holds the step, and what to do after a no', async () => {
    const { card, onSaid } = show(HELD_PLAN);
    expect(card.querySelector('[data-held="true"]')?.textContent).toContain('还有3项没有确认，先不解绑。');
    expect(card.querySelector('[data-question="pin-tried"]')?.textContent).toContain('先领取新CA');
    const open = card.querySelector<HTMLElement>('div[data-question="account-known"]');
    expect(open?.textContent).toContain('怎么查');
    if (open) await userEvent.click(within(open).getByRole('button', { name: '是' }));
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({
      kind: 'answer',
      question: 'account-known',
      answer: 'yes',
    });
  });

  it('shows an answer in force as pressed, and does not say it twice', async () => {
    const { card, onSaid } = show(HELD_PLAN);
    const answered = card.querySelector<HTMLElement>('div[data-question="new-in-hand"]');
    const yes = answered && within(answered).getByRole('button', { name: '是' });
    expect(yes?.getAttribute('aria-pressed')).toBe('true');
    if (yes) await userEvent.click(yes);
    expect(onSaid).not.toHaveBeenCalled();
    if (answered) await userEvent.click(within(answered).getByRole('button', { name: '否' }));
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'answer', question: 'new-in-hand', answer: 'no' });
  });

  it('says to confirm what is below right above it, never as what follows', () => {
    const { card } = show(HELD_PLAN);
    const text = card.textContent ?? '';
    const first = text.indexOf('请先逐项确认下面的问题');
    expect(first).toBeGreaterThan(-1);
    expect(text.indexOf('请先逐项确认下面的问题', first + 1), 'said twice').toBe(-1);
    expect(first).toBeLessThan(text.indexOf('还有3项没有确认'));
    expect(text).not.toContain('全部确认后再做');
  });

  it.each([true, false])(
    'has what else there is to know after the questions only while it asks: %s',
    (held) => {
      const caution = { tone: 'caution', text: { zh: '申请表应于9月4日前报送。' }, cite: null } as const;
      const answer = held ? null : 'yes';
      const questions = HELD_PLAN.questions.map((each) => ({ ...each, answer }) as const);
      const { card } = show({ ...HELD_PLAN, held, questions, notes: [...HELD_PLAN.notes, caution] });
      const text = card.textContent ?? '';
      const at = (words: string) => {
        expect(text).toContain(words);
        return text.indexOf(words);
      };
      expect(at('先别点解绑')).toBeLessThan(at('请逐项确认'));
      expect(at('请逐项确认') < at(caution.text.zh)).toBe(held);
    },
  );

  it('tells a step that only waits for the answers as what follows them', () => {
    const say = { zh: '请打开管理CA的页面。' };
    const { card } = show({ ...HELD_PLAN, say, sayWithoutTarget: say, saysNext: true });
    const text = card.textContent ?? '';
    expect(text).toContain('全部确认后再做：请打开管理CA的页面。');
    expect(text.indexOf('还有3项没有确认')).toBeLessThan(text.indexOf('全部确认后再做'));
  });

  it('says so where no answer opens it, and counts nothing', () => {
    const questions = HELD_PLAN.questions.map((question) => ({ ...question, answer: 'yes' as const }));
    const say = { zh: '请先不要继续。' };
    const { card } = show({ ...HELD_PLAN, say, sayWithoutTarget: say, questions, isClosed: true });
    expect(card.querySelector('[data-held="true"]')?.textContent).toBe('现在先不解绑，问题都答“是”也一样。');
    expect(card.textContent).not.toMatch(/还有\d项|全部确认后再做|各项都已确认/);
  });

  it('is red, and says what it holds, before a step that may not be undone; amber before any other', () => {
    const { card, show: again } = show(HELD_PLAN);
    const signs = () => ['.hold', 'h2'].map((part) => card.querySelector(part)?.className);
    expect(signs()).toEqual(['hold stop', 'step stop']);
    again({ ...HELD_PLAN, irreversible: false });
    expect(signs()).toEqual(['hold caution', 'step']);
  });

  it('never says that all are confirmed while one is not, though nothing is held', () => {
    const { card } = show({ ...HELD_PLAN, held: false });
    expect(card.querySelector('[data-held]')).toBeNull();
    expect(card.textContent).not.toContain('各项都已确认');
    expect(card.querySelectorAll('div[data-question]')).toHaveLength(4);
  });

  it('stands right below the sentence that asks for it, before anything else', () => {
    const { card } = show({ ...HELD_PLAN, notes: [] });
    const order = ['.say', '.preflight', '.irreversible', '.why', '.dont'].map((part) =>
      [...card.querySelectorAll('.body *')].findIndex((element) => element.matches(part)),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('tells how to check the one in turn and each answered no, and what a page has shown of one', () => {
    const seen = { text: { zh: '页面显示过两条证书。' } };
    const questions = HELD_PLAN.questions.map((question) =>
      question.id === 'old-kept' ? { ...question, seen } : question,
    );
    const { card } = show({ ...HELD_PLAN, questions } as typeof HELD_PLAN);
    const told = questions.map(({ id }) => {
      const text = card.querySelector(`div[data-question="${id}"]`)?.textContent ?? '';
      return [text.includes('怎么查'), text.includes('先领取新CA'), text.includes('页面显示过')];
    });
    expect(told).toEqual([
      [false, false, false],
      [true, true, false],
      [true, false, false],
      [false, false, true],
    ]);
  });

  it('sends an answer once while it is on its way, and says so where changing one failed', async () => {
    const { card, onSaid } = show(HELD_PLAN);
    let settle: (outcome: Outcome) => void = () => undefined;
    onSaid.mockReturnValue(
      new Promise((resolve) => {
        settle = resolve;
      }),
    );
    const answered = card.querySelector<HTMLElement>('div[data-question="new-in-hand"]');
    if (!answered) throw new Error('no question');
    await userEvent.click(within(answered).getByRole('button', { name: '否' }));
    await userEvent.click(within(answered).getByRole('button', { name: '否' }));
    expect(onSaid).toHaveBeenCalledTimes(1);
    settle({ ok: false, why: 'storage' });
    expect(await within(answered).findByText(/浏览器存储不可用/)).toBeTruthy();
  });

  it('takes no answer while nothing can be recorded', () => {
    const { card } = show(HELD_PLAN, { services: { recording: false } });
    const buttons = card.querySelectorAll<HTMLButtonElement>('.preflight button');
    expect(buttons).toHaveLength(8);
    expect([...buttons].every(({ disabled }) => disabled)).toBe(true);
  });

  it('lets the step go on once all are answered yes', () => {
    const questions = HELD_PLAN.questions.map((question) => ({ ...question, answer: 'yes' as const }));
    const { card } = show({ ...HELD_PLAN, held: false, questions });
    expect(card.querySelector('[data-held="false"]')?.textContent).toContain('各项都已确认');
    expect(card.textContent).not.toContain('怎么查');
  });
});

describe('the person’s word', () => {
  it('is asked for, sent once while it is on its way, and acknowledged', async () => {
    let settle: (outcome: Outcome) => void = () => undefined;
    const { onSaid } = show(UNBIND_PLAN);
    onSaid.mockReturnValue(
      new Promise((resolve) => {
        settle = resolve;
      }),
    );
    await press('我已完成这一步');
    await press('我已完成这一步');
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'step', step: 'unbind-old' });
    expect(screen.getByText('正在记录…')).toBeTruthy();
    settle({ ok: true });
    expect(await screen.findByText('已记录')).toBeTruthy();
  });

  it.each<[Extract<Outcome, { ok: false }>['why'], string]>([
    ['stale', '页面已经变了'],
    ['no-subject', '还没有选择办理主体'],
    ['storage', '浏览器存储不可用'],
    ['unreachable', '请刷新页面'],
  ])('says why it was not recorded: %s', async (why, words) => {
    const { onSaid } = show(UNBIND_PLAN);
    onSaid.mockResolvedValue({ ok: false, why });
    await press('我已完成这一步');
    expect(await screen.findByText(new RegExp(words))).toBeTruthy();
  });

  it('is not heard from events that no person caused', async () => {
    const { onSaid } = show(UNBIND_PLAN, { services: { isTrusted: (event) => event.isTrusted } });
    await press('我已完成这一步');
    expect(onSaid).not.toHaveBeenCalled();
  });

  it('is not asked for where the step ends by what is seen, nor while nothing can be recorded', () => {
    show({ ...UNBIND_PLAN, canSayDone: false });
    expect(screen.queryByRole('button', { name: '我已完成这一步' })).toBeNull();
    cleanup();
    const { card } = show(UNBIND_PLAN, { services: { recording: false } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '我已完成这一步' }).disabled).toBe(true);
    expect(card.textContent).toContain('暂时无法记录');
  });

  it('does not carry the outcome of one step over to the next', async () => {
    const { show: again } = show(UNBIND_PLAN);
    await press('我已完成这一步');
    await screen.findByText('已记录');
    again({ ...UNBIND_PLAN, step: 'bind' });
    expect(screen.queryByText('已记录')).toBeNull();
  });

  it('tells seen from said, and takes back what was said alone', async () => {
    const { card, onSaid } = show(UNBIND_PLAN);
    await press(/办理记录/);
    const [seen, said] = card.querySelectorAll<HTMLElement>('[data-assertion]');
    expect(seen?.textContent).toContain('页面显示：用账号登录（9月20日 10:32）');
    expect(said?.textContent).toContain('您确认：新CA口令试过（页面未核实，9月20日 10:35）');
    expect(seen?.querySelector('button')).toBeNull();
    await press('撤回“新CA口令试过”');
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'retraction', of: 'f2' });
  });

  it('asks whether the new CA is in hand, shows the answer, and does not say it twice', async () => {
    const { onSaid, show: again } = show(LATE_PLAN);
    await press('已在手');
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'holds-new', answer: 'yes' });
    again({ ...LATE_PLAN, holdsNew: { answer: 'yes', fact: 'f9' } });
    expect(screen.getByRole('button', { name: '已在手' }).getAttribute('aria-pressed')).toBe('true');
    await press('已在手');
    expect(onSaid).toHaveBeenCalledTimes(1);
    cleanup();
    show(LATE_PLAN, { services: { recording: false } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '已在手' }).disabled).toBe(true);
  });

  it('can skip a step only where the plan lets it', async () => {
    const skip = translateZh('card.skip');
    const { onSaid, show: again } = show(UNBIND_PLAN);
    expect(screen.queryByRole('button', { name: skip })).toBeNull();
    again({ ...UNBIND_PLAN, canSkip: true });
    await press(skip);
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'skip', step: 'unbind-old' });
  });

  it('tells whoever asks why the page is taken for what it is', () => {
    const { card } = show(UNBIND_PLAN);
    const why = card.querySelector('[data-part="evidence"]');
    expect(why?.hasAttribute('open')).toBe(false);
    expect(why?.textContent).toContain('为什么这样判断');
    expect(why?.textContent).toContain('判断：这是“管理CA的页面”。');
    expect(why?.textContent).toContain('页面上的按钮有“解绑”');
  });

  it('asks whether an obligation is done, shows the answer, and takes it back', async () => {
    const asked = { id: 'file', ask: { zh: '申请表交了吗？' }, cite: null, answer: null, fact: null };
    const { onSaid, show: again } = show({ ...UNBIND_PLAN, obligations: [asked] });
    const group = screen.getByRole('group', { name: '申请表交了吗？' });
    await userEvent.click(within(group).getByRole('button', { name: '还没有' }));
    expect(onSaid).toHaveBeenCalledExactlyOnceWith({ kind: 'obligation', obligation: 'file', answer: 'no' });
    again({ ...UNBIND_PLAN, obligations: [{ ...asked, answer: 'no', fact: 'f7' }] });
    const no = within(group).getByRole('button', { name: '还没有' });
    expect(no.getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(within(group).getByRole('button', { name: '撤回' }));
    expect(onSaid).toHaveBeenLastCalledWith({ kind: 'retraction', of: 'f7' });
  });
});
