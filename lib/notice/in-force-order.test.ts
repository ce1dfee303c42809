/** The later word stands: of two dated the same day, of one whose target is void, and of a prohibition from elsewhere. */
import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import type { NoticePack } from './model';
import { makePack } from './testing/make-pack';

const text = (zh: string) => ({ zh });
const asked = (today: string) => ({ today, audience: 'budget-unit', level: 'city' }) as const;
const on = (packs: readonly NoticePack[], today: string) => noticeInForce(packs, { today });
const told = (packs: readonly NoticePack[], today: string) => explain(on(packs, today).pack, asked(today));

const base = makePack({
  id: 'city-1',
  documentNumber: '某财购〔2026〕1号',
  region: text('某省某市'),
  permissions: [
    {
      id: 'swap',
      action: 'unbind-old',
      verdict: 'allows',
      from: '2026-09-01',
      until: '2026-10-31',
      text: text('过渡阶段可以解绑原CA。'),
      cite: '二',
    },
  ],
  obligations: [
    {
      id: 'apply',
      text: text('提交申请'),
      due: { kind: 'date', date: '2026-09-10', inclusive: true },
      soft: false,
      where: [],
      materials: [],
      cite: '三',
    },
  ],
  contacts: [
    {
      role: 'office',
      name: text('采购处'),
      number: '11111111',
      about: text('政策'),
      publishedOn: '2026-03-02',
      cite: '四',
    },
  ],
});

function moving(id: string, day: string, date: string, parts: Partial<NoticePack>): NoticePack {
  return makePack({
    id,
    documentNumber: `某财购〔2026〕${id}`,
    region: base.region,
    signedOn: day,
    publishedOn: day,
    requires: ['amendments', 'corrections'],
    systems: [],
    certificates: [],
    audiences: [],
    amendments: [
      {
        id: 'later',
        list: 'obligations',
        fact: 'apply',
        text: text(`申请截止日为${date}。`),
        due: { kind: 'date', date, inclusive: true },
        cite: '一',
      },
    ],
    ...parts,
  });
}
const dueOf = (packs: readonly NoticePack[], today: string) =>
  told(packs, today).obligations.find(({ id }) => id === 'apply')?.due;

describe('a correction dated the same day as what it corrects', () => {
  const supplement = moving('9', '2026-09-05', '2026-09-20', { supplements: ['city-1'] });
  // 10 stands before 9 where ids are compared as text.
  const correction = moving('10', '2026-09-05', '2026-09-18', { corrects: ['9'] });
  const second = moving('11', '2026-09-05', '2026-09-19', { corrects: ['10'] });

  it.each([[[base, supplement, correction]], [[correction, supplement, base]]])(
    'has the last word, in whatever order they are at hand',
    (packs) => {
      expect(dueOf(packs, '2026-09-06')).toBe('2026-09-18');
    },
  );

  it('and the correction of the correction after it', () => {
    expect(dueOf([second, correction, supplement, base], '2026-09-06')).toBe('2026-09-19');
  });

  it('packs that correct each other in a circle change nothing and stop nothing', () => {
    const one = moving('9', '2026-09-05', '2026-09-20', { corrects: ['10'] });
    const other = moving('10', '2026-09-05', '2026-09-18', { corrects: ['9'] });
    expect(dueOf([base, one, other], '2026-09-06')).toBe('2026-09-10');
  });
});

it('fifteen packs that all amend each other are soon looked through', () => {
  const ids = Array.from({ length: 15 }, (_, at) => `all-${at}`);
  const all = ids.map((id) =>
    moving(id, '2026-09-05', '2026-09-20', { supplements: ids.filter((each) => each !== id) }),
  );
  expect(dueOf([base, ...all], '2026-09-06')).toBe('2026-09-10');
}, 10_000);

describe('a correction of a supplement that is void', () => {
  const supplement = moving('9', '2026-09-05', '2026-09-20', { supplements: ['city-1'] });
  const correction = moving('12', '2026-09-06', '2026-09-18', {
    corrects: ['9'],
    amendments: [
      {
        id: 'number',
        list: 'contacts',
        fact: 'office',
        text: text('电话更正为22222222。'),
        number: '22222222',
        cite: '二',
      },
    ],
  });
  const numbers = (packs: readonly NoticePack[], today: string) =>
    told(packs, today).contacts.map(({ number }) => number);

  it('holds while the supplement does', () => {
    expect(numbers([base, supplement, correction], '2026-09-07')).toEqual(['22222222']);
  });

  it('is void with it, replaced or over, and is told to hang in the air', () => {
    const instead = moving('13', '2026-09-08', '2026-09-25', { supplements: ['city-1'], replaces: ['9'] });
    const replaced = [base, supplement, correction, instead];
    expect(dueOf(replaced, '2026-09-09')).toBe('2026-09-25');
    expect(numbers(replaced, '2026-09-09')).toEqual(['11111111']);
    expect(on(replaced, '2026-09-09').leftOut).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ id: '12' }), why: 'adrift' }),
    );
    const over = [base, { ...supplement, validity: { until: '2026-09-30' } }, correction];
    expect(numbers(over, '2026-09-30')).toEqual(['22222222']);
    expect(numbers(over, '2026-10-01')).toEqual(['11111111']);
  });
});

describe('a notice that replaces one of the same day', () => {
  const anew = { ...base, replaces: ['city-1'], documentNumber: '某财购〔2026〕2号' };

  it.each(['city-0', 'city-2'])('takes its place, whatever its id (%s)', (id) => {
    expect(on([base, { ...anew, id }], '2026-09-05').notices.map((each) => each.id)).toEqual([id]);
  });

  it('of two that each claim it, one is left', () => {
    const one = { ...anew, id: 'city-0' };
    const { notices, pack } = on([{ ...base, replaces: ['city-0'] }, one], '2026-09-05');
    expect(notices).toHaveLength(1);
    expect(pack.following?.force ?? 'in-force').toBe('in-force');
  });
});

describe('what another notice in force forbids, issued later', () => {
  const province = (publishedOn: string, verdict: 'forbids' | 'allows' = 'forbids') =>
    makePack({
      id: 'province-9',
      documentNumber: '某省财购〔2026〕9号',
      region: text('某省'),
      signedOn: publishedOn,
      publishedOn,
      permissions: [
        {
          id: 'stop',
          action: 'unbind-old',
          verdict,
          from: '2026-09-15',
          until: '2026-09-30',
          text: text('系统升级期间全省暂停解绑。'),
          cite: '一',
        },
      ],
    });

  it('is forbidden, and says by which notice, though the nearer one allows it', () => {
    const packs = [base, province('2026-09-14')];
    const explained = told(packs, '2026-09-20');
    expect(explained.allows).toEqual([]);
    expect(explained.forbids).toEqual(['unbind-old']);
    expect(explained.rules?.find(({ action }) => action === 'unbind-old')).toMatchObject({
      verdict: 'forbids',
      cite: '某省财购〔2026〕9号 一',
    });
    expect(told(packs, '2026-09-14').allows).toEqual(['unbind-old']);
    expect(told(packs, '2026-10-01').allows).toEqual(['unbind-old']);
  });

  it('counts as well against one that answers where the one followed is silent', () => {
    const district = makePack({
      id: 'district-3',
      documentNumber: '某区财购〔2026〕3号',
      region: text('某省某市某区'),
      signedOn: '2026-03-01',
      publishedOn: '2026-03-01',
    });
    expect(told([district, base], '2026-09-20').allows).toEqual(['unbind-old']);
    expect(told([district, base, province('2026-09-14')], '2026-09-20')).toMatchObject({
      allows: [],
      forbids: ['unbind-old'],
    });
    expect(told([district, base, province('2026-02-14')], '2026-09-20').allows).toEqual(['unbind-old']);
  });

  it('is as late as the supplement that brought it into an older notice', () => {
    const older = { ...province('2026-02-14'), permissions: [] };
    const stop = {
      ...province('2026-09-14'),
      id: 'province-19',
      documentNumber: '某省财购〔2026〕19号',
      supplements: ['province-9'],
    };
    expect(told([base, older, stop], '2026-09-20').forbids).toEqual(['unbind-old']);
    expect(told([base, older, stop], '2026-10-01').allows).toEqual(['unbind-old']);
    // A supplement that says nothing of it makes an old prohibition no younger.
    const contacts = { ...stop, permissions: [] };
    expect(told([base, province('2026-02-14'), contacts], '2026-09-20').allows).toEqual(['unbind-old']);
  });

  it('issued earlier, the nearer and later one stands', () => {
    expect(told([base, province('2026-02-14')], '2026-09-20').allows).toEqual(['unbind-old']);
  });

  it('what it allows opens nothing that the nearer one forbids', () => {
    const closed = {
      ...base,
      permissions: base.permissions.map((each) => ({ ...each, verdict: 'forbids' as const })),
    };
    expect(told([closed, province('2026-09-14', 'allows')], '2026-09-20').forbids).toEqual(['unbind-old']);
  });
});

describe('a change with days of its own', () => {
  const number = (parts: Partial<NonNullable<NoticePack['amendments']>[number]>) =>
    moving('9', '2026-09-05', '2026-09-20', {
      supplements: ['city-1'],
      amendments: [
        {
          id: 'number',
          list: 'contacts',
          fact: 'office',
          text: text('自10月1日起电话改为33333333。'),
          cite: '一',
          ...parts,
        },
      ],
    });
  const numbers = (packs: readonly NoticePack[], today: string) =>
    told(packs, today).contacts.map((each) => each.number);

  it('changes the fact from that day; before it the fact is as it was, and the change is told ahead', () => {
    const packs = [base, number({ number: '33333333', validFrom: '2026-10-01' })];
    expect(numbers(packs, '2026-09-30')).toEqual(['11111111']);
    expect(numbers(packs, '2026-10-01')).toEqual(['33333333']);
    const said = (today: string) => on(packs, today).pack.following?.amendments.map((each) => each.text.zh);
    expect(said('2026-09-30')).toEqual(['自10月1日起电话改为33333333。']);
    expect(said('2026-10-01')).toEqual(['自10月1日起电话改为33333333。']);
  });

  it('until a day changes it no longer after that day', () => {
    const packs = [base, number({ number: '33333333', validUntil: '2026-09-30' })];
    expect(numbers(packs, '2026-09-30')).toEqual(['33333333']);
    expect(numbers(packs, '2026-10-01')).toEqual(['11111111']);
    expect(on(packs, '2026-10-01').pack.following?.amendments).toEqual([]);
  });

  it('withdraws from that day', () => {
    const packs = [base, number({ withdrawn: true, validFrom: '2026-10-01' })];
    expect(numbers(packs, '2026-09-30')).toEqual(['11111111']);
    expect(numbers(packs, '2026-10-01')).toEqual([]);
  });

  it('that gives days and nothing else gives them to the fact', () => {
    const packs = [base, number({ validUntil: '2026-09-30' })];
    expect(numbers(packs, '2026-09-30')).toEqual(['11111111']);
    expect(numbers(packs, '2026-10-01')).toEqual([]);
  });

  it('a deadline stands until the change of it begins', () => {
    const [amendment] = moving('9', '2026-09-05', '2026-10-08', {}).amendments ?? [];
    if (!amendment) throw new Error('no amendment');
    const packs = [
      base,
      moving('9', '2026-09-05', '2026-10-08', {
        supplements: ['city-1'],
        amendments: [{ ...amendment, validFrom: '2026-09-15' }],
      }),
    ];
    expect(dueOf(packs, '2026-09-07')).toBe('2026-09-10');
    expect(dueOf(packs, '2026-09-15')).toBe('2026-10-08');
  });
});
