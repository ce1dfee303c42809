import { describe, expect, it } from 'vitest';
import { builtinPack, builtinPacks } from './builtin';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import { makePack } from './testing/make-pack';
import { base, checked, obligation, supplement, text, unit } from './testing/two-notices';

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

  it('void it where the pack gives one end alone', () => {
    const on = (days: object) =>
      noticeInForce(
        [
          checked({
            ...base,
            warnings: [{ id: 'w', kind: 'rule', text: text('提醒'), cite: '六', ...days }],
          }),
        ],
        {
          today: '2026-04-02',
        },
      ).pack.warnings;
    expect(on({ validUntil: '2026-04-01' })).toHaveLength(0);
    expect(on({ validFrom: '2026-04-03' })).toHaveLength(0);
    expect(on({ validFrom: '2026-04-02' })).toHaveLength(1);
  });
});

describe('versions of one pack', () => {
  it('count as the newest', () => {
    const newer = { ...base, version: '1.10.0' };
    expect(noticeInForce([newer, { ...base, version: '1.9.9' }], { today: '2026-03-05' }).pack).toBe(newer);
    expect(noticeInForce([base, newer], { today: '2026-03-05' }).pack).toBe(newer);
  });
});
