// @vitest-environment jsdom
/** What the card says, and its other states. */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import type { CardTarget } from '@/lib/messaging/contract';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { CHOOSE_PLAN, FINISHED_PLAN, HELD_PLAN, LATE_PLAN, UNBIND_PLAN } from './sample-plans';
import { FOUND, press, show } from './testing/show-card';

const translateZh = createTranslate(zh);

describe('what the card says', () => {
  it('carries its public attributes', () => {
    const { card } = show(UNBIND_PLAN, { target: FOUND, preview: '2023-09-20', namespace: 'preview' });
    expect(card.dataset).toMatchObject({
      part: 'card',
      guide: 'rebind',
      step: 'unbind-old',
      page: 'ca-list',
      phase: 'transition',
      targetState: 'found',
      preview: '2023-09-20',
    });
    expect(card.getAttribute('aria-modal')).toBe('false');
    expect(card.getAttribute('aria-label')).toContain('非官方辅助工具');
  });

  it('has no mark on a real day, and says of any other that it is none, or a rehearsal', () => {
    const { card } = show(UNBIND_PLAN);
    expect(card.dataset.preview).toBeUndefined();
    expect(card.querySelector('.date-mark')).toBeNull();
    const marks = (
      [
        { preview: '2023-09-20' },
        { preview: '2023-09-20', namespace: 'practice' },
        { namespace: 'practice' },
      ] as const
    ).map((shown) => {
      cleanup();
      return show(UNBIND_PLAN, shown).card.querySelector('.date-mark')?.textContent;
    });
    expect(marks).toEqual([
      '预览：按2023年9月20日（周三）显示，不影响真实记录',
      '演练：按2023年9月20日（周三）显示，不影响真实记录',
      '演练：不影响真实记录',
    ]);
  });

  it('is called unofficial beside its name', () => {
    const { card } = show(UNBIND_PLAN);
    expect(card.querySelector('header .name')?.textContent).toContain(translateZh('card.unofficial'));
  });

  it('tells phase, deadline and working days, step and clause', () => {
    const { card } = show(UNBIND_PLAN, { target: FOUND });
    for (const words of [
      '过渡阶段',
      '至10月11日（周三）',
      '还剩12个工作日（含今天）',
      '第3步（共8步）',
      '依据：样财购〔2023〕1号 三、1',
      '不要点“上报”。',
      '此步可能无法恢复，以系统提示为准。',
    ]) {
      expect(card.textContent).toContain(words);
    }
  });

  it.each([
    [{ daysLeft: 0, workingDaysLeft: 1 }, '今天是最后一天'],
    [{ daysLeft: 40, workingDaysLeft: null }, '还剩40天'],
    [{ from: '2023-10-12', until: null, daysLeft: null, workingDaysLeft: null }, '2023年10月12日起'],
    [{ daysLeft: null, workingDaysLeft: null }, '2023年9月11日至2023年10月11日'],
  ])('words a phase with %j', (days, words) => {
    const phase = UNBIND_PLAN.phase && { ...UNBIND_PLAN.phase, ...days };
    const { card } = show({ ...UNBIND_PLAN, phase });
    expect(card.textContent).toContain(words);
  });

  it('quotes the page’s own label once it is found, and reads well without it', () => {
    const { card } = show(UNBIND_PLAN, { target: FOUND });
    expect(card.textContent).toContain('请在原CA那一行点击「解除绑定」。');
    cleanup();
    const { card: without } = show(UNBIND_PLAN, { target: { state: 'none', label: null, place: null } });
    expect(without.textContent).toContain('请找到原CA那一行，点击解除绑定的按钮。');
    expect(without.textContent).not.toContain('{label}');
  });

  it.each<[Partial<CardTarget>, string]>([
    [{ state: 'missing', label: null }, '没有找到对应的控件。页面可能已改版'],
    [{ state: 'missing', label: null, reasons: ['covered'] }, '被页面上的内容挡住了'],
    [{ state: 'ambiguous', label: null }, '页面上有多处相似，没有标出。'],
    [{ place: 'inner' }, '在本页的框架里，是「解除绑定」'],
    [{ reasons: ['off-screen'] }, '「解除绑定」在画面之外，请上下滚动页面。'],
  ])('says plainly where the control is: %j', (target, words) => {
    const { card } = show(UNBIND_PLAN, { target: { ...FOUND, ...target } });
    expect(card.textContent).toContain(words);
  });

  it.each<[Partial<CardTarget>, string]>([
    [{ label: null }, 'card.target.foundUnnamed'],
    [{ reasons: ['first-certificate-choice'] }, 'card.target.firstCertificate'],
    [{ reasons: ['first-pin-field'] }, 'card.target.firstPin'],
  ])('says what the box marks: %j', (target, key) => {
    const { card } = show(UNBIND_PLAN, { target: { ...FOUND, ...target } });
    expect(card.querySelector('.target')?.textContent).toContain(translateZh(key as 'card.target.firstPin'));
  });

  it('does as if it knew no control where it is not sure of one, and quotes one as it is said', () => {
    const say = { zh: '请点击标出的按钮。以系统界面为准。' };
    const unsure = { state: 'missing', label: null, place: null } as const;
    expect(show({ ...UNBIND_PLAN, say }, { target: unsure }).card.querySelector('.say')?.textContent).toBe(
      '请找到原CA那一行，点击解除绑定的按钮。',
    );
    cleanup();
    const official = translateZh('card.target.official');
    const spaced = { ...FOUND, label: '登　录' };
    const quoted = { ...UNBIND_PLAN, say: { zh: '请点击「{label}」。' } };
    const { card } = show(quoted, { target: spaced });
    expect(card.querySelector('.say')?.textContent).toBe('请点击「登录」。');
    expect(card.querySelector('.target')?.textContent).toContain(official);
    cleanup();
    const once = show({ ...UNBIND_PLAN, say }, { target: FOUND }).card;
    expect(once.querySelector('.target')?.textContent).not.toContain(official);
  });

  it('shows the number to read out where there is one', () => {
    expect(show(UNBIND_PLAN).card.querySelector('[data-part="help-code"]')).toBeNull();
    cleanup();
    const { card } = show(UNBIND_PLAN, { helpCode: '3071 4482 9056' });
    expect(card.querySelector('[data-part="help-code"]')?.textContent).toContain('3071 4482 9056');
  });

  it('keeps a telephone number in sight, as published and with its date; the others on request', async () => {
    const { card } = show(UNBIND_PLAN);
    expect(card.textContent).toContain('0519-00000001');
    expect(card.textContent).toContain('2023年9月4日公布');
    expect(card.textContent).not.toContain('0519-00000002');
    await press('其他电话');
    expect(card.textContent).toContain('0519-00000002');
    cleanup();
    expect(show({ ...UNBIND_PLAN, contacts: [] }).card.textContent).toContain('通知未写联系电话');
  });

  it('puts the gravest note first and tells its tone in words', () => {
    const { card } = show(HELD_PLAN);
    const tones = [...card.querySelectorAll<HTMLElement>('[data-tone]')].map(({ dataset }) => dataset.tone);
    expect(tones).toEqual(['stop', 'info']);
    // By sign too, not by colour alone.
    expect([...card.querySelectorAll('[data-tone] > svg')]).toHaveLength(2);
    expect(within(card).getByText('禁止：')).toBeTruthy();
    // Said once: the note stands for the step's own remark.
    expect(card.textContent.match(/以系统提示为准/g)).toHaveLength(1);
  });

  it('puts what is forbidden before what needs care, however the plan lists them', () => {
    const caution = { tone: 'caution' as const, text: { zh: '当心。' }, cite: null };
    const { card } = show({ ...HELD_PLAN, notes: [caution, ...HELD_PLAN.notes] });
    const tones = [...card.querySelectorAll<HTMLElement>('[data-tone]')].map(({ dataset }) => dataset.tone);
    expect(tones).toEqual(['stop', 'caution', 'info']);
  });

  it('reads out where the control is, and what is forbidden, all of it together', async () => {
    const { card } = show(HELD_PLAN, { target: { state: 'missing', label: null, place: null } });
    const region = card.querySelector('[data-part="announcement"]');
    await waitFor(() => expect(region?.textContent).toContain('没有找到'));
    expect(region?.textContent).toContain('解绑后可能无法恢复');
    expect(region?.getAttribute('aria-atomic')).toBe('true');
  });

  it('announces step and target politely, in one region', async () => {
    const { card, show: again } = show(UNBIND_PLAN, { target: FOUND });
    const region = card.querySelector('[aria-live="polite"]');
    // A region that is born full is not read out.
    expect(region?.textContent).toBe('');
    await waitFor(() => expect(region?.textContent).toContain('第3步（共8步）。解绑原CA'));
    again(FINISHED_PLAN);
    expect(card.querySelector('[aria-live="polite"]')).toBe(region);
    expect(region?.textContent).toContain('全部步骤已完成');
  });

  it('reads out whole sentences, none with two marks at its end', async () => {
    for (const plan of [UNBIND_PLAN, HELD_PLAN, LATE_PLAN, FINISHED_PLAN, CHOOSE_PLAN]) {
      show(plan, { target: FOUND });
      const region = document.querySelector('[aria-live="polite"][data-part="announcement"]');
      await waitFor(() => expect(region?.textContent).toMatch(/[。！？]$/));
      expect(region?.textContent).not.toMatch(/[。！？]{2}/);
      cleanup();
    }
  });

  it('speaks English', () => {
    const { card } = show(UNBIND_PLAN, {
      target: FOUND,
      services: { translate: createTranslate(en), language: 'en' },
    });
    expect(card.textContent).toContain('Click “解除绑定” in the old CA’s row.');
    expect(card.textContent).toContain('12 working days left (counting today)');
    expect(card.lang).toBe('en');
  });
});

describe('the keyboard', () => {
  it('stays in the card when its step goes, and is not called back from the page', async () => {
    const { card, show: again } = show(UNBIND_PLAN);
    screen.getByRole('button', { name: '我已完成这一步' }).focus();
    again({ ...UNBIND_PLAN, step: 'bind' });
    expect(document.activeElement).toBe(card);
    // What is still there keeps it.
    const move = screen.getByRole('button', { name: translateZh('card.move') });
    move.focus();
    again({ ...UNBIND_PLAN, step: 'login' });
    expect(document.activeElement).toBe(move);
    screen.getByRole('button', { name: '我已完成这一步' }).focus();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await Promise.resolve();
    again({ ...UNBIND_PLAN, step: 'try-login' });
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('other states', () => {
  it('is called unofficial as a tab too', () => {
    const { card } = show(UNBIND_PLAN, { isMinimised: true });
    expect(card.querySelector('.tab')?.textContent).toContain(translateZh('card.unofficial'));
  });

  it('names no subject, and opens the popup where they may be named', async () => {
    const { card, onOpenPopup } = show(CHOOSE_PLAN);
    expect(card.dataset.step).toBe('choose-subject');
    expect(card.textContent).toContain('您在助手里有2个办理主体');
    onOpenPopup.mockResolvedValue(false);
    await press('打开助手窗口');
    expect(onOpenPopup).toHaveBeenCalledOnce();
    expect(await screen.findByText(/请点击浏览器工具栏上的本助手图标/)).toBeTruthy();
  });

  it('asks for a first subject', () => {
    expect(show({ ...CHOOSE_PLAN, subjects: 0 }).card.textContent).toContain('先填写办理主体');
  });

  it('ends with what was said alone, and no further instruction', () => {
    const { card } = show(FINISHED_PLAN);
    expect(card.textContent).toContain('全部步骤已完成');
    expect(card.textContent).toContain('页面未核实的有1步');
    expect(screen.queryByRole('button', { name: '我已完成这一步' })).toBeNull();
  });

  it('says as a tab too that a step may not be undone, once', () => {
    const sentence = translateZh('card.irreversible');
    expect(show(UNBIND_PLAN, { isMinimised: true }).card.querySelector('.tab')?.textContent).toContain(
      sentence,
    );
    for (const plan of [HELD_PLAN, { ...UNBIND_PLAN, irreversible: false }, FINISHED_PLAN]) {
      cleanup();
      const { card } = show(plan, { isMinimised: true });
      expect(card.querySelector('.tab .irreversible')).toBeNull();
    }
  });

  it('keeps what must not be overlooked when minimised', async () => {
    const { card, onMinimise } = show(HELD_PLAN, { isMinimised: true });
    expect(card.querySelector('[data-tone="stop"]')?.textContent).toContain('解绑后可能无法恢复');
    expect(card.querySelector('[data-tone="info"]')).toBeNull();
    await press(/^展开/);
    expect(onMinimise).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('numbers and a control out of view', () => {
  it('asks for numbers, tells how many there are, and takes them off', async () => {
    const { onNumber } = show(UNBIND_PLAN);
    await press('给页面按钮标号');
    expect(onNumber).toHaveBeenLastCalledWith(true);
    cleanup();
    const numbered = show(UNBIND_PLAN, { numbered: 12 });
    expect(numbered.card.textContent).toContain('画面里已标12处');
    await press('去掉标号');
    expect(numbered.onNumber).toHaveBeenLastCalledWith(false);
    cleanup();
    const none = show(UNBIND_PLAN, { numbered: 0 });
    expect(none.card.textContent).toContain(translateZh('card.number.none'));
    cleanup();
    const listed = show(UNBIND_PLAN, { numbered: 2, marks: ['解除绑定', ''] });
    expect([...listed.card.querySelectorAll('.marks li')].map(({ textContent }) => textContent)).toEqual([
      '1 解除绑定',
      `2 ${translateZh('card.number.noWords')}`,
    ]);
  });

  it('scrolls to a control only when asked, and says so where it is gone', async () => {
    const onBringTarget = vi.fn<() => Promise<boolean>>().mockResolvedValue(false);
    const { card } = show(UNBIND_PLAN, {
      target: { ...FOUND, reasons: ['off-screen'] },
      services: { onBringTarget },
    });
    expect(onBringTarget).not.toHaveBeenCalled();
    await press('把它移到画面里');
    expect(onBringTarget).toHaveBeenCalledOnce();
    expect(card.textContent).toContain('没有找到对应的控件');
  });
});
