/** A day that is some batch’s is nobody’s own before the batch is known. */
import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import type { NoticeCase } from './explanation';
import type { NoticePack } from './model';
import { examplePack } from './testing/examples';

const QINGXI = examplePack('qingxi-2026-6');

describe('a phase that ends with the last batch', () => {
  it('is no deadline either, where it closes something', () => {
    const phases = QINGXI.phases.map((each) => ({ ...each, lastDay: { zh: '更换到这一天。' } }));
    const pack = { ...QINGXI, phases, obligations: [] };
    const asked = { today: '2026-08-05', audience: 'budget-unit', level: 'city' } as const;
    expect(explain(pack, asked).deadline).toBeNull();
    expect(explain(pack, { ...asked, batch: 'batches-1' }).deadline?.date).toBe('2026-08-14');
    expect(explain(pack, { ...asked, batch: 'batches-2' }).deadline?.date).toBe('2026-09-06');
  });

  it('names the batches’ days', () => {
    const endsOf = (batch?: string) =>
      explain(QINGXI, {
        today: '2026-08-05',
        audience: 'budget-unit',
        level: 'city',
        batch,
      }).phase?.ends?.map(({ name, until }) => `${name.zh} ${until}`);
    expect(endsOf()).toEqual(['第一批 2026-08-14', '第二批 2026-09-06']);
    expect(endsOf('batches-1')).toEqual(['第一批 2026-08-14']);
    expect(endsOf('batches-2')).toBeUndefined();
  });
});

describe('what one batch is asked for', () => {
  const duty = (batch: string, date: string) => ({
    id: `hand-in-${batch}`,
    text: { zh: '交登记表。' },
    due: { kind: 'date', date, inclusive: true } as const,
    soft: false,
    when: { batches: [batch] },
    where: [],
    materials: [],
    cite: '二',
  });
  const pack: NoticePack = {
    ...QINGXI,
    obligations: [duty('batches-1', '2026-08-12'), duty('batches-2', '2026-09-04')],
  };
  const asked: NoticeCase = { today: '2026-08-20', audience: 'budget-unit', level: 'city' };

  it('has no day of their own for whoever’s batch is not known', () => {
    const { obligations, deadline } = explain(pack, asked);
    expect(obligations.map(({ due, state }) => [due, state])).toEqual([
      [undefined, 'due'],
      [undefined, 'due'],
    ]);
    expect(deadline).toBeNull();
  });

  it('has it for whoever is in that batch', () => {
    expect(explain(pack, { ...asked, batch: 'batches-2' }).deadline?.date).toBe('2026-09-04');
    const [first] = explain(pack, { ...asked, batch: 'batches-1' }).obligations;
    expect(first).toMatchObject({ due: '2026-08-12', state: 'overdue' });
  });
});
