import { describe, expect, it } from 'vitest';
import type { Amendment } from './amendment';
import { builtinPack, builtinPacks } from './builtin';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack, Obligation } from './model';
import { makePack } from './testing/make-pack';

const text = (zh: string) => ({ zh });

function obligation(id: string, due: string, parts: Partial<Obligation> = {}): Obligation {
  return {
    id,
    text: text(`办理${id}`),
    due: { kind: 'date', date: due, inclusive: true },
    soft: false,
    where: [],
    materials: [],
    cite: '二',
    ...parts,
  };
}

/** The notice that the others are about. */
const city = makePack({
  id: 'city-1',
  title: text('市通知'),
  documentNumber: '市〔2026〕1号',
  region: text('江苏省常州市'),
  signedOn: '2026-03-01',
  publishedOn: '2026-03-02',
  phases: [
    {
      id: 'file',
      name: text('报送'),
      from: '2026-03-02',
      until: '2026-04-30',
      text: text('报送'),
      cite: '三',
    },
    {
      id: 'swap',
      name: text('更换'),
      from: '2026-05-01',
      until: '2026-05-31',
      text: text('更换'),
      cite: '三',
    },
  ],
  obligations: [obligation('form', '2026-04-04'), obligation('ledger', '2026-04-20')],
  contacts: [
    {
      role: 'vendor',
      name: text('某公司'),
      number: '11111111',
      about: text('证书'),
      publishedOn: '2026-03-02',
      cite: '五',
    },
  ],
});

function later(parts: Partial<NoticePack>): NoticePack {
  return makePack({
    id: 'city-2',
    title: text('补充通知'),
    documentNumber: '市〔2026〕2号',
    region: text('江苏省常州市'),
    signedOn: '2026-03-20',
    publishedOn: '2026-03-20',
    supplements: ['city-1'],
    requires: ['amendments'],
    systems: [],
    audiences: [],
    certificates: [],
    ...parts,
  });
}

const moves: Amendment = {
  id: 'later-form',
  list: 'obligations',
  fact: 'form',
  due: { kind: 'date', date: '2026-04-15', inclusive: true },
  text: text('申请表报送截止日期延至4月15日。'),
  cite: '一',
};

/** A pack that the schema takes, so that no test rests on one it would refuse. */
function checked(pack: NoticePack): NoticePack {
  const loaded = loadPack(pack);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

const base = checked(city);
const supplement = checked(later({ amendments: [moves] }));
const unit = (today: string) => ({ today, audience: 'budget-unit' as const });
const dues = (packs: readonly NoticePack[], today: string) =>
  explain(noticeInForce(packs, { today }).pack, unit(today)).obligations.map(({ id, due, cite }) => [
    id,
    due,
    cite,
  ]);

describe('one notice at hand', () => {
  it('is followed as it is, the very same object', () => {
    for (const today of ['2023-09-20', '2026-11-22']) {
      expect(noticeInForce(builtinPacks, { today }).pack).toBe(builtinPack);
    }
  });

  it('gives the same object for the same list and day', () => {
    const packs = [base, supplement];
    const at = (today: string) => noticeInForce(packs, { today }).pack;
    expect(at('2026-03-25')).toBe(at('2026-03-25'));
    expect(at('2026-03-25')).not.toBe(at('2026-03-19'));
  });

  it('that is still to come is named as such, and as lapsed keeps no rule', () => {
    const pack = checked({ ...base, validity: { from: '2026-03-10', until: '2026-12-31' } });
    expect(noticeInForce([pack], { today: '2026-03-05' }).pack.following).toMatchObject({
      force: 'not-yet',
      turns: '2026-03-10',
    });
    const over = noticeInForce([pack], { today: '2027-01-01' }).pack;
    expect(over.following).toMatchObject({ force: 'lapsed', turns: '2027-01-01' });
    const told = explain(over, unit('2027-01-01'));
    expect(told).toMatchObject({ phase: null, obligations: [], allows: [], forbids: [], deadline: null });
    expect(told.contacts).toHaveLength(1);
    expect(told.notices).toMatchObject([{ part: 'followed', force: 'lapsed' }]);
  });
});

describe('a supplement', () => {
  it('that moves one deadline changes just that obligation, and names its notice', () => {
    expect(dues([base, supplement], '2026-03-25')).toEqual([
      ['form', '2026-04-15', '二；市〔2026〕2号 一'],
      ['ledger', '2026-04-20', '二'],
    ]);
    const { pack } = noticeInForce([base, supplement], { today: '2026-03-25' });
    const { obligations, following, ...rest } = pack;
    const { obligations: before, ...untouched } = base;
    expect(rest).toEqual(untouched);
    expect(obligations[1]).toBe(before[1]);
    expect(following?.amendedBy.map(({ documentNumber }) => documentNumber)).toEqual(['市〔2026〕2号']);
    expect(obligations[0]?.notes?.at(-1)).toEqual({ text: moves.text, cite: '市〔2026〕2号 一' });
  });

  it('changes nothing before it is published', () => {
    expect(noticeInForce([base, supplement], { today: '2026-03-19' }).pack).toBe(base);
  });

  it('works whatever the order of the packs', () => {
    expect(dues([supplement, base], '2026-03-25')).toEqual(dues([base, supplement], '2026-03-25'));
  });

  it('adds facts of its own, and takes the place of those of the same id', () => {
    const pack = checked(
      later({
        warnings: [{ id: 'new', kind: 'rule', text: text('提醒'), cite: '二' }],
        contacts: [
          {
            role: 'vendor',
            name: text('某公司'),
            number: '22222222',
            about: text('证书'),
            publishedOn: '2026-03-20',
            cite: '三',
          },
        ],
      }),
    );
    const told = explain(noticeInForce([base, pack], { today: '2026-03-25' }).pack, unit('2026-03-25'));
    expect(told.warnings).toMatchObject([{ id: 'new', cite: '市〔2026〕2号 二' }]);
    expect(told.contacts).toMatchObject([{ number: '22222222', cite: '市〔2026〕2号 三' }]);
  });

  it('takes the place of one number, and not of all numbers of its role', () => {
    const vendor = {
      ...base.contacts[0],
      role: 'vendor',
      about: text('证书'),
      publishedOn: '2026-03-02',
      cite: '五',
    };
    const several = checked({
      ...base,
      contacts: [
        { ...vendor, name: text('某公司'), number: '11111111' },
        { ...vendor, name: text('另一家公司'), number: '33333333' },
      ],
    });
    const numbers = (name: string, more: object = {}) => {
      const pack = checked(
        later({
          contacts: [
            {
              ...vendor,
              name: text(name),
              number: '22222222',
              publishedOn: '2026-03-20',
              cite: '三',
              ...more,
            },
          ],
        }),
      );
      return noticeInForce([several, pack], { today: '2026-03-25' }).pack.contacts.map(
        ({ number }) => number,
      );
    };
    expect(numbers('另一家公司')).toEqual(['11111111', '22222222']);
    // Under another name it takes the place of both.
    expect(numbers('新的公司')).toEqual(['22222222']);
    // A number for some people is no number for all.
    expect(numbers('新的公司', { when: { levels: ['district'] } })).toEqual([
      '11111111',
      '33333333',
      '22222222',
    ]);
  });

  it('may point at what the earlier notice declares', () => {
    const pack = checked(later({ obligations: [obligation('more', '2026-05-10', { after: ['form'] })] }));
    expect(dues([base, pack], '2026-03-25').map(([id]) => id)).toEqual(['form', 'ledger', 'more']);
  });

  it('of a supplement is worked in after it: the later word stands', () => {
    const again = checked(
      later({
        id: 'city-3',
        documentNumber: '市〔2026〕3号',
        publishedOn: '2026-04-01',
        supplements: ['city-2'],
        amendments: [{ ...moves, due: { kind: 'date', date: '2026-04-25', inclusive: true } }],
      }),
    );
    expect(dues([again, supplement, base], '2026-04-02')[0]?.[1]).toBe('2026-04-25');
    expect(dues([again, supplement, base], '2026-03-25')[0]?.[1]).toBe('2026-04-15');
  });

  it('may withdraw a fact', () => {
    const pack = checked(
      later({
        amendments: [
          {
            id: 'no-ledger',
            list: 'obligations',
            fact: 'ledger',
            withdrawn: true,
            text: text('不再报送。'),
            cite: '一',
          },
        ],
      }),
    );
    expect(dues([base, pack], '2026-03-25').map(([id]) => id)).toEqual(['form']);
  });

  it('that does not go together with its notice changes nothing, and says why', () => {
    const amend = (parts: Partial<Amendment>): Amendment => ({ ...moves, ...parts });
    const overlaps = later({
      amendments: [
        { id: 'a', list: 'phases', fact: 'file', until: '2026-05-10', text: text('延长。'), cite: '一' },
      ],
    });
    const unknown = later({ amendments: [amend({ fact: 'nothing' })] });
    for (const [pack, code] of [
      [overlaps, 'overlap'],
      [unknown, 'unknownFact'],
      [
        later({ obligations: [obligation('more', '2026-05-10', { after: ['nowhere'] })] }),
        'unknownReference',
      ],
    ] as const) {
      const found = noticeInForce([base, checked(pack)], { today: '2026-03-25' });
      expect(found.pack).toBe(base);
      expect(found.leftOut).toMatchObject([{ notice: { id: 'city-2' }, why: 'unfit', problems: [{ code }] }]);
    }
  });

  it('whose notice is not at hand, or is itself, is adrift', () => {
    const other = makePack({ id: 'other' });
    const found = noticeInForce([other, supplement], { today: '2026-03-25' });
    expect(found.pack).toBe(other);
    expect(found.leftOut).toMatchObject([{ why: 'adrift' }]);
    const circle = [later({ id: 'a', supplements: ['b'] }), later({ id: 'b', supplements: ['a'] })];
    expect(noticeInForce([other, ...circle], { today: '2026-03-25' }).leftOut).toMatchObject([
      { notice: { id: 'a' }, why: 'adrift' },
      { notice: { id: 'b' }, why: 'adrift' },
    ]);
  });
});

describe('a pack’s word about others is refused where it cannot be meant', () => {
  const codes = (pack: NoticePack) => {
    const loaded = loadPack(pack);
    return loaded.ok ? [] : loaded.problems.map(({ path, code }) => `${path} ${code}`);
  };
  it.each([
    ['itself', later({ supplements: ['city-2'] }), ['supplements[0] ownRelation']],
    [
      'a notice that it changes and replaces at once',
      later({ supplements: ['city-1'], replaces: ['city-0', 'city-1'] }),
      ['replaces[1] relationTwice'],
    ],
    [
      'a notice that it corrects and replaces at once',
      later({
        requires: ['amendments', 'corrections'],
        supplements: [],
        corrects: ['city-1'],
        replaces: ['city-1'],
      }),
      ['replaces[0] relationTwice'],
    ],
    ['no notice', { ...base, amendments: [moves] }, ['requires abilityMissing', 'amendments amendsNothing']],
    [
      'a part of another list',
      later({ amendments: [{ ...moves, hours: text('9时') }] }),
      ['amendments[0].hours amendmentPart'],
    ],
    [
      'no part',
      later({ amendments: [{ id: 'a', list: 'obligations', fact: 'form', text: text('改。'), cite: '一' }] }),
      ['amendments[0] amendmentPart'],
    ],
    [
      'no system by a notice that stands alone',
      { ...base, systems: [] },
      ['mainSystem unknownReference', 'systems emptyList'],
    ],
  ] as const)('%s', (_, pack, expected) => {
    expect(codes(pack)).toEqual(expected);
  });
});

describe('a notice that replaces another', () => {
  const next = checked(
    makePack({
      id: 'city-9',
      documentNumber: '市〔2026〕9号',
      region: text('江苏省常州市'),
      signedOn: '2026-06-01',
      publishedOn: '2026-06-01',
      validity: { from: '2026-07-01', until: '2026-12-31' },
      replaces: ['city-1'],
    }),
  );

  it('does so from the first day of its force, with all that amended the other', () => {
    const packs = [base, supplement, next];
    expect(noticeInForce(packs, { today: '2026-06-30' }).pack.id).toBe('city-1');
    const found = noticeInForce(packs, { today: '2026-07-01' });
    expect(found.pack).toBe(next);
    expect(found.leftOut).toMatchObject([
      { notice: { id: 'city-1' }, why: 'replaced', by: { id: 'city-9' } },
      { notice: { id: 'city-2' }, why: 'adrift' },
    ]);
  });

  it('does not bring it back by lapsing', () => {
    const found = noticeInForce([base, next], { today: '2027-01-01' });
    expect(found.pack).toMatchObject({ id: 'city-9', following: { force: 'lapsed' } });
    expect(found.leftOut).toMatchObject([{ why: 'replaced' }]);
  });

  it('is not one issued earlier, so that two cannot replace each other', () => {
    const early = { ...base, replaces: ['city-9'] };
    expect(noticeInForce([early, next], { today: '2026-07-01' }).pack.id).toBe('city-9');
  });
});

describe('several notices in force at once', () => {
  const province = checked(
    makePack({
      id: 'province-1',
      documentNumber: '省〔2026〕1号',
      region: text('江苏省'),
      signedOn: '2026-04-01',
      publishedOn: '2026-04-01',
      obligations: [obligation('form', '2026-05-20'), obligation('report', '2026-06-01')],
      permissions: [{ id: 'bind', action: 'bind', verdict: 'allows', text: text('可以绑定'), cite: '四' }],
      fees: {
        tariffs: [{ id: 't', name: text('费用'), ca: 10, seal: 5, total: 15, cite: '五' }],
        charges: [{ id: 'c', business: 'renew', tariff: 't', payer: 'self', cite: '五' }],
      },
    }),
  );

  it('follows the one nearer to the place; the other answers where it is silent, naming itself', () => {
    const { pack, notices } = noticeInForce([province, base], {
      today: '2026-04-02',
      region: '江苏省常州市',
    });
    expect(notices.map(({ id }) => id)).toEqual(['city-1', 'province-1']);
    const told = explain(pack, unit('2026-04-02'));
    expect(told.pack.id).toBe('city-1');
    expect(told.phase?.id).toBe('file');
    expect(told.obligations.map(({ id, cite }) => [id, cite])).toEqual([
      ['form', '二'],
      ['ledger', '二'],
      ['province-1/form', '省〔2026〕1号 二'],
      ['province-1/report', '省〔2026〕1号 二'],
    ]);
    expect(told.allows).toEqual(['bind']);
    expect(told.rules?.find(({ action }) => action === 'bind')?.cite).toBe('省〔2026〕1号 四');
    expect(told.fees.renew).toMatchObject({ total: 15, cite: '省〔2026〕1号 五' });
    expect(told.notices).toMatchObject([{ part: 'followed' }, { part: 'beside' }]);
  });

  it('never lets the other loosen what the one followed forbids', () => {
    const strict = {
      ...base,
      permissions: [
        { id: 'bind', action: 'bind', verdict: 'forbids', text: text('不得绑定'), cite: '四' } as const,
      ],
    };
    const { pack } = noticeInForce([strict, province], { today: '2026-04-02' });
    expect(explain(pack, unit('2026-04-02')).forbids).toEqual(['bind']);
  });

  it('of one place follows the later', () => {
    const second = checked(
      makePack({
        id: 'city-5',
        region: text('江苏省常州市'),
        signedOn: '2026-04-01',
        publishedOn: '2026-04-01',
      }),
    );
    expect(noticeInForce([base, second], { today: '2026-04-02' }).pack.id).toBe('city-5');
  });

  it('leaves other places and other systems alone', () => {
    const wuxi = { ...base, id: 'wuxi', region: text('江苏省无锡市'), publishedOn: '2026-05-01' };
    const other = makePack({
      id: 'other-system',
      mainSystem: 'expert-system',
      region: text('江苏省常州市'),
      systems: base.systems.map((system) => ({ ...system, id: 'expert-system' })),
    });
    const found = noticeInForce([base, wuxi, other], { today: '2026-05-02' });
    expect(found.pack).toBe(base);
    expect(found.leftOut).toMatchObject([
      { notice: { id: 'wuxi' }, why: 'elsewhere' },
      { notice: { id: 'other-system' }, why: 'other-system' },
    ]);
    expect(noticeInForce([base, wuxi, other], { today: '2026-05-02', system: 'expert-system' }).pack).toBe(
      other,
    );
    expect(noticeInForce([base, wuxi, other], { today: '2026-05-02', region: '江苏省无锡市' }).pack).toBe(
      wuxi,
    );
  });

  it('lends steps to one that has none', () => {
    const guides = builtinPack.guides.slice(0, 1);
    const old = { ...builtinPack, guides };
    const bare = makePack({
      id: 'bare',
      region: text('江苏省常州市'),
      mainSystem: 'sucaiyun',
      systems: builtinPack.systems,
    });
    const { pack } = noticeInForce([old, bare], { today: '2026-11-22' });
    expect(pack.id).toBe('bare');
    expect(pack.guides.map(({ id }) => id)).toEqual(guides.map(({ id }) => id));
    expect(pack.guides[0]?.steps[0]?.cite[0]).toContain('常财购〔2023〕12号 ');
  });
});

describe('a fact’s own days', () => {
  const pack = checked({
    ...base,
    warnings: [{ id: 'w', kind: 'rule', text: text('提醒'), cite: '六', validUntil: '2026-04-01' }],
    obligations: [
      obligation('form', '2026-04-04', {
        notes: [{ text: text('注'), cite: '二', validUntil: '2026-04-01' }],
      }),
    ],
    places: [{ id: 'p', name: text('某处'), address: text('某路'), cite: '二', validFrom: '2026-04-02' }],
  });

  it('void it everywhere, notes and places too', () => {
    const on = (today: string) => noticeInForce([pack], { today }).pack;
    expect(on('2026-04-01').warnings).toHaveLength(1);
    expect(on('2026-04-01').places).toHaveLength(0);
    expect(on('2026-04-02').warnings).toHaveLength(0);
    expect(on('2026-04-02').obligations[0]?.notes).toEqual([]);
    expect(on('2026-04-02').places).toHaveLength(1);
  });
});

describe('versions of one pack', () => {
  it('count as the newest', () => {
    const newer = { ...base, version: '1.10.0' };
    expect(noticeInForce([newer, { ...base, version: '1.9.9' }], { today: '2026-03-05' }).pack).toBe(newer);
    expect(noticeInForce([base, newer], { today: '2026-03-05' }).pack).toBe(newer);
  });
});
