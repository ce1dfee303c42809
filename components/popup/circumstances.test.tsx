// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import { noticesOf } from './notices';
import { renderPopup, SCHOOL, SUPPLIER } from './render-popup';

afterEach(cleanup);

const BATCHED: NoticePack = {
  ...builtinPack,
  batches: [
    {
      id: 'first',
      name: { zh: '第一批' },
      units: ['市教育局'],
      from: '2026-12-01',
      until: '2026-12-11',
      cite: '二',
    },
    {
      id: 'second',
      name: { zh: '第二批' },
      units: ['其他'],
      from: '2027-01-04',
      until: '2027-01-15',
      cite: '二',
    },
  ],
  obligations: [
    {
      id: 'collect',
      text: { zh: '按批次领取。' },
      when: { audiences: ['budget-unit'] },
      due: {
        kind: 'relative',
        anchor: { kind: 'batch-until' },
        side: 'after',
        lead: { count: 0, unit: 'days' },
        inclusive: true,
      },
      soft: false,
      where: [],
      materials: [],
      cite: '三',
    },
  ],
};

const show = (subjects = [SCHOOL], pack = BATCHED) =>
  renderPopup({ records: { subjects } }, (services) =>
    Object.assign(services, { pack, notices: noticesOf([pack], pack.mainSystem) }),
  );
const circumstances = () =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>('[data-part="circumstances"]');
    if (!found) throw new Error('not there');
    return found;
  });
const duty = () => document.querySelector('[data-obligation="collect"]')?.textContent;

describe('what the notice goes by', () => {
  it('is asked, kept as a word, used, and taken back', async () => {
    const { user, services } = show();
    const part = await circumstances();
    expect(duty()).toContain('按批次定');
    expect(duty()).not.toContain('12月11日');
    const keep = within(part).getByRole('button', { name: '记下' });
    expect(keep).toHaveProperty('disabled', true);
    await user.selectOptions(within(part).getByLabelText('所在批次'), 'first');
    // Chosen is not said yet.
    expect(services.records.facts).toEqual([]);
    await user.click(keep);
    await waitFor(() => expect(duty()).toContain('12月11日'));
    expect(services.records.facts.at(-1)).toMatchObject({
      journey: obligationJourneyId(BATCHED, SCHOOL.id),
      assertion: 'said',
      body: { kind: 'circumstance', of: 'batch', value: 'first', answer: 'yes' },
    });
    expect(within(part).getByText(/您说：批次是第一批/)).toBeTruthy();
    // Its days, with their clause.
    expect(part.querySelector('[data-batch="first"]')?.textContent).toMatch(
      /12月1日.*12月11日.*市教育局.*二/,
    );
    await user.click(within(part).getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(duty()).not.toContain('12月11日'));
    expect(within(part).getByLabelText('所在批次')).toHaveProperty('value', '');
  });

  it('may be the day something was received: told as the notice counts it until then', async () => {
    const [collect] = BATCHED.obligations;
    if (!collect) throw new Error('no duty');
    const due = {
      kind: 'relative',
      anchor: { kind: 'receipt', of: 'new-ca' },
      side: 'after',
      lead: { count: 10, unit: 'days' },
      inclusive: true,
    } as const;
    const { user, services } = show([SCHOOL], {
      ...BATCHED,
      batches: [],
      obligations: [{ ...collect, due }],
    });
    const part = await circumstances();
    expect(duty()).toContain('自收到新CA之日起10日内');
    const field = within(part).getByLabelText('哪天收到新CA');
    await user.type(field, '2026-12-01');
    await user.click(within(part).getByRole('button', { name: '记下' }));
    await waitFor(() => expect(duty()).toContain('12月11日'));
    expect(services.records.facts.at(-1)).toMatchObject({
      assertion: 'said',
      body: { kind: 'circumstance', of: 'new-ca-received', value: '2026-12-01', answer: 'yes' },
    });
    expect(within(part).getByText(/您说：新CA是.*12月1日.*收到的/)).toBeTruthy();
    await user.click(within(part).getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(duty()).toContain('自收到新CA之日起10日内'));
  });

  it('is not asked of an audience it makes no difference to', async () => {
    show([SUPPLIER]);
    await screen.findByText('要办的事项');
    expect(document.querySelector('[data-part="circumstances"]')).toBeNull();
  });
});
