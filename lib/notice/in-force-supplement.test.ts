import { describe, expect, it } from 'vitest';
import type { Amendment } from './amendment';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack } from './model';
import { makePack } from './testing/make-pack';
import { base, checked, dues, later, moves, obligation, supplement, text, unit } from './testing/two-notices';

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
      ['mainSystem nothingToName', 'systems emptyList'],
    ],
  ] as const)('%s', (_, pack, expected) => {
    expect(codes(pack)).toEqual(expected);
  });
});
