import { describe, expect, it } from 'vitest';
import { translatorFor } from '@/scripts/notice/command-line';
import { builtinPack } from './builtin';
import { differencesBetween, differencesForCase } from './differences';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import type { NoticePack } from './model';
import { sayDifferences } from './say-difference';
import { makePack } from './testing/make-pack';

const say = (before: NoticePack, after: NoticePack, language: 'zh' | 'en' = 'zh') =>
  sayDifferences(differencesBetween(before, after), { t: translatorFor(language), language, pack: after });

const change = (part: (pack: NoticePack) => Partial<NoticePack>) => ({
  ...builtinPack,
  ...part(builtinPack),
});

describe('two versions of a pack', () => {
  it('that say the same, whatever the order of their keys, have no differences', () => {
    const turned = Object.fromEntries(Object.entries(builtinPack).reverse()) as unknown as NoticePack;
    expect(differencesBetween(builtinPack, turned)).toEqual([]);
    expect(say(builtinPack, turned)).toEqual(['两个版本内容相同。']);
  });

  it('tell a moved deadline as one, with both days and the clause', () => {
    const after = change(({ obligations: [first, ...rest] }) => ({
      version: '9.0.0',
      obligations: first
        ? [{ ...first, due: { kind: 'date', date: '2023-09-08', inclusive: true } }, ...rest]
        : [],
    }));
    expect(say(builtinPack, after)).toEqual([
      `通知本身“常财购〔2023〕12号”：版本由“${builtinPack.version}”改为“9.0.0”`,
      '事项“填写《预算单位CA数字证书及电子签章申请表》，盖单位公章，彩色扫描件和纸质件一并交主管预算单位。”：' +
        '截止由2023年9月4日（周一）前（是否含当日，通知未写）改为2023年9月8日（周五）前（含当日）（一（二）1）',
    ]);
  });

  it('tell a price paid once in yuan, not in yuan a year', () => {
    const priced = (total: number) =>
      makePack({
        fees: {
          tariffs: [{ id: 'key', name: { zh: '主锁' }, ca: total, total, per: 'once', cite: '六' }],
          charges: [],
        },
      });
    expect(say(priced(100), priced(120))).toEqual([
      '收费标准“主锁”：CA（元）由100改为120（六）',
      '收费标准“主锁”：合计（元）由100改为120（六）',
    ]);
  });

  it('tell what is new, gone, and in another order', () => {
    const after = change(({ warnings, contacts, silences }) => ({
      warnings: warnings.slice(1),
      silences: [...silences, { id: 'more', text: { zh: '没有写别的' }, cite: '二' }],
      contacts: [...contacts].reverse(),
    }));
    const told = say(builtinPack, after);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^联系电话的先后顺序有变$/);
    expect(told[1]).toMatch(/^删去提醒：.+（.+）$/);
    expect(told[2]).toBe('新增通知未写：没有写别的（二）');
  });

  it('name the step inside a guide', () => {
    const after = change(({ guides }) => ({
      guides: guides.map((guide, at) =>
        at > 0 ? guide : { ...guide, steps: guide.steps.map((step) => ({ ...step, irreversible: true })) },
      ),
    }));
    expect(say(builtinPack, after)[0]).toContain('步骤的报送申请表的不可恢复由无改为是');
    expect(say(builtinPack, after, 'en')[0]).toMatch(/changes from none to yes/);
  });

  it('tell every part that was put in, once', () => {
    const bare = makePack();
    const all = differencesBetween(bare, builtinPack);
    const lists = new Set(all.map(({ list }) => list));
    expect(lists).toContain('tariffs');
    const added = all.filter(({ kind, list }) => kind === 'added' && list === 'obligations');
    expect(added.map(({ id }) => id)).toEqual(builtinPack.obligations.map(({ id }) => id));
  });
});

describe('what changes for one case', () => {
  it('is what its own answers say, and nothing else', () => {
    const [phase] = builtinPack.phases.filter(({ id }) => id === 'transition');
    if (!phase) throw new Error('no transition');
    const supplement = makePack({
      id: 'changzhou-2023-15',
      documentNumber: '常财购〔2023〕15号',
      region: builtinPack.region,
      requires: ['amendments'],
      signedOn: '2023-09-15',
      publishedOn: '2023-09-15',
      supplements: [builtinPack.id],
      systems: [],
      audiences: [],
      certificates: [],
      contacts: [],
      amendments: [
        {
          id: 'a',
          list: 'tariffs',
          fact: 'new',
          ca: 90,
          seal: 90,
          total: 180,
          text: { zh: '降价。' },
          cite: '一',
        },
      ],
    });
    const today = '2023-09-20';
    const asked = { today, audience: 'supplier', oldCa: 'none' } as const;
    const { pack } = noticeInForce([builtinPack, supplement], { today });
    const tariff = builtinPack.fees.tariffs[0]?.id;
    expect(tariff).toBe('new');
    const told = differencesForCase(explain(builtinPack, asked), explain(pack, asked));
    expect(told.map(({ list, id }) => `${list}/${id}`)).toEqual(['fees/issue']);
    const words = sayDifferences(told, { t: translatorFor('zh'), language: 'zh', pack });
    expect(words[0]).toMatch(/^费用“新办”：合计（元）由192改为180/);
  });
});
