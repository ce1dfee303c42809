// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import type { CardTarget } from '@/lib/messaging/contract';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { Card, type CardProps, type SpokenPlan } from './card';
import type { CardServices, Outcome, Word } from './context';
import { CHOOSE_PLAN, FINISHED_PLAN, HELD_PLAN, LATE_PLAN, showing, UNBIND_PLAN } from './sample-plans';

afterEach(cleanup);

const translateZh = createTranslate(zh);
const FOUND: CardTarget = { state: 'found', label: '解除绑定', place: 'top' };

type Shown = Partial<Omit<CardProps, 'plan' | 'services'>> & {
  services?: Partial<CardServices>;
};

function show(plan: SpokenPlan, { services, ...props }: Shown = {}) {
  const onSaid = vi.fn<(word: Word) => Promise<Outcome>>().mockResolvedValue({ ok: true });
  const onOpenPopup = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  const onMinimise = vi.fn();
  const onBringTarget = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
  const onNumber = vi.fn<(on: boolean) => void>();
  const { type: _type, plan: _plan, recording: _recording, place: _place, ...message } = showing(plan);
  const element = (shown: SpokenPlan) => (
    <Card
      {...message}
      corner="bottom-right"
      isMinimised={false}
      onMinimise={onMinimise}
      onMove={() => undefined}
      {...props}
      plan={shown}
      services={{
        translate: createTranslate(zh),
        language: 'zh',
        recording: true,
        onSaid,
        onOpenPopup,
        onBringTarget,
        onNumber,
        onTroubles: async () => [],
        onCheckEnvironment: async () => [],
        onPlaced: () => undefined,
        isTrusted: () => true,
        ...services,
      }}
    />
  );
  const { rerender } = render(element(plan));
  return {
    onSaid,
    onOpenPopup,
    onBringTarget,
    onNumber,
    onMinimise,
    card: screen.getByRole('dialog'),
    show: (next: SpokenPlan) => rerender(element(next)),
  };
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

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
