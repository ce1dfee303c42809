/** Hours of a number, envelopes, who is in a batch: from the notice's words over the form into the pack, and what a colleague says. */
import { describe, expect, it } from 'vitest';
import { adviseOn } from './advice';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { completeDraft, type Draft, removeEntry, setField } from './draft';
import { postsIn } from './reading/post';
import { reviewDraft } from './review';
import type { Entry } from './sections';
import { readNotice } from './testing/read-notice';
import { PARTS } from './testing/sample-draft';
import { IN_BATCHES, SWITCH } from './testing/trial-notices';
import { blankXihe, withEntries, XIHE } from './testing/xihe-draft';
import { writePack } from './to-pack';

const read = (noticeText: string) => readNotice(noticeText, 2027);

const codes = (draft: Draft) =>
  adviseOn(draft, splitClauses(draft.noticeText)).map(({ code, entry }) => `${code} ${entry?.id ?? ''}`);

/** Without what the pack calls them. */
const bare = (facts: unknown) =>
  (facts as readonly Record<string, unknown>[]).map(({ id, role, ...fact }) => fact);

describe('what the form writes is what the example says', () => {
  it('contacts with their hours', () => {
    const draft = withEntries(
      blankXihe(),
      'contacts',
      ...XIHE.contacts.map((each) => ({
        name: each.name.zh,
        number: each.number,
        areaCode: each.areaCode ?? '',
        about: each.about.zh,
        hours: each.hours?.zh ?? '',
        cite: each.cite,
      })),
    );
    expect(bare(writePack(draft, PARTS, null).value.contacts)).toEqual(bare(XIHE.contacts));
  });

  it('a place one goes to, and an envelope', () => {
    const draft = withEntries(
      blankXihe(),
      'places',
      {
        name: '市民中心二楼B区21号窗口',
        address: '汐河市云水路100号',
        hours: '周一至周五9:00至12:00\n13:30至17:00',
        cite: '三（二）2',
      },
      {
        name: '海西数证公司',
        address: '汐河市文昌路9号',
        byPost: true,
        // Written before it was marked as an envelope: not asked any more, and not told.
        hours: '工作日',
        recipient: '海西数证公司换证组收',
        postcode: '229900',
        postNumber: '0500-88000704',
        postNote: '用EMS，信封注明“换证”，不收到付件。',
        cite: '三（二）1',
      },
    );
    const [counter, post] = writePack(draft, PARTS, null).value.places as readonly object[];
    expect(counter).toMatchObject({ hours: { zh: '周一至周五9:00至12:00；13:30至17:00' } });
    expect(counter).not.toHaveProperty('post');
    expect(bare([post])).toEqual(bare(XIHE.places.slice(1)));
    const sheet = checkSheet(draft, []).find(({ id }) => id === 'places-2');
    expect(sheet?.values.map(({ field }) => field)).toEqual([
      'name',
      'address',
      'byPost',
      'recipient',
      'postcode',
      'postNumber',
      'postNote',
    ]);
  });

  it('batches that no name tells', () => {
    const draft = withEntries(
      blankXihe(),
      'batches',
      ...XIHE.batches.map(({ name, who, from = '', until = '', cite }) => ({
        name: name.zh,
        who: who?.zh ?? '',
        from,
        until,
        cite,
      })),
    );
    expect(bare(writePack(draft, PARTS, null).value.batches)).toEqual(bare(XIHE.batches));
  });

  it('hours of another notice’s number, changed', () => {
    const draft = withEntries({ ...blankXihe(), supplements: [XIHE.id] }, 'amendments', {
      fact: 'contacts/system-vendor',
      text: '接听时间改了。',
      hours: '每天8:00至18:00',
      cite: '一',
    });
    expect(writePack(draft, PARTS, XIHE).value.amendments).toMatchObject([
      { list: 'contacts', fact: 'system-vendor', hours: { zh: '每天8:00至18:00' } },
    ]);
  });
});

it('an envelope without a recipient is no pack, and says so at its entry', () => {
  const draft = withEntries(blankXihe(), 'places', {
    name: '某公司',
    address: '某路9号',
    byPost: true,
    cite: '三',
  });
  expect(reviewDraft(draft, [], PARTS).problems).toContainEqual(
    expect.objectContaining({ entry: { section: 'places', id: 'places-1' }, field: 'recipient' }),
  );
});

it('a draft of an older form opens, and its places are places', () => {
  const { byPost, recipient, postcode, postNumber, postNote, ...older } = withEntries(blankXihe(), 'places', {
    name: '窗口',
    address: '某路1号',
    hours: '工作日',
    cite: '三',
  }).entries.places[0] as Entry<'places'>;
  const draft = completeDraft({
    ...blankXihe(),
    entries: { ...blankXihe().entries, places: [older] },
  } as never);
  expect(writePack(draft, PARTS, null).value.places).toMatchObject([{ hours: { zh: '工作日' } }]);
  expect(draft.entries.places[0]).toMatchObject({ byPost: false, recipient: '' });
});

describe('what is read of a notice', () => {
  it('where papers are posted to, with what is asked of the letter', () => {
    expect(read(IN_BATCHES).entries.places).toMatchObject([
      {
        name: '海西数证公司',
        address: '临汐市文昌路9号',
        byPost: true,
        recipient: '海西数证公司收',
        postcode: '229900',
        postNumber: '0588-6677001',
        postNote: '用EMS，信封注明“苏采云换证”，不接受到付件。',
        cite: '三（二）1',
      },
      { address: '临汐市云水路100号', byPost: false },
    ]);
    // It is told once: not as another statement too.
    expect(
      read(IN_BATCHES)
        .entries.statements.map(({ text }) => text)
        .join(),
    ).not.toContain('文昌路');
  });

  it.each([
    '收到材料后3个工作日内制证并寄回，邮费由公司承担。',
    '也可通过邮政快递寄送，收件人：某某公司服务站，电话0577-62220011。',
    '审核通过后可选择邮寄到付或到市便民服务中心4楼15号窗口领取。',
    '材料寄至某市某路9号。',
  ])('half an address is none: %s', (text) => {
    expect(postsIn({ cite: '一', text, isHeading: false })).toEqual([]);
  });

  it('an address behind its name, a house with a floor', () => {
    const text = '邮寄地址：某市文昌路9号2号楼301室，收件人：某某公司换证组，邮编229900，电话0588-6677001。';
    expect(postsIn({ cite: '一', text, isHeading: false })).toEqual([
      {
        name: '某某公司',
        address: '某市文昌路9号2号楼301室',
        byPost: true,
        recipient: '某某公司换证组',
        postcode: '229900',
        postNumber: '0588-6677001',
        postNote: '',
      },
    ]);
  });

  it('hours of each number, and none of the next one’s', () => {
    const hours = (text: string) =>
      read(`某局通知（示例）\n一、咨询电话\n${text}`).entries.contacts.map((each) => [
        each.number,
        each.hours,
      ]);
    expect(hours('某公司0588-6677000（8:00—20:00）。')).toEqual([['6677000', '8:00—20:00']]);
    expect(hours('甲公司400-6677-889，乙公司0588-6677000（每天8:00-22:00）。')).toEqual([
      ['400-6677-889', ''],
      ['6677000', '每天8:00-22:00'],
    ]);
    expect(hours('某公司：0566-5551000（7×24小时）。')).toEqual([['5551000', '7×24小时']]);
    expect(hours('某公司：0566-5551000，工作日9:00-17:00，请提前预约。')).toEqual([
      ['5551000', '工作日9:00-17:00'],
    ]);
    expect(read(SWITCH).entries.contacts[0]).toMatchObject({ hours: '工作日8:30—11:30、14:00—17:30' });
  });

  it('who is in a batch, where no name tells', () => {
    expect(read(IN_BATCHES).entries.batches.map(({ units, who }) => [units, who])).toEqual([
      ['党政机关', ''],
      ['学校、医院', ''],
      ['', '其他事业单位、国有企业和市政府采购中心'],
    ]);
  });
});

describe('a colleague says', () => {
  const TEXT = `某局通知（示例）
一、用EMS寄至某市文昌路9号某某公司收（邮编：229900），电话：0588-6677001。
二、某公司：0588-6677000（工作日9:00—17:00）。
三、第一批9月1日办理。`;
  const good = withEntries(
    withEntries({ ...blankXihe(), noticeText: TEXT }, 'places', {
      name: '某某公司',
      address: '某市文昌路9号',
      byPost: true,
      recipient: '某某公司收',
      postcode: '229900',
      postNumber: '0588-6677001',
      cite: '一',
    }),
    'contacts',
    {
      name: '某公司',
      number: '6677000',
      areaCode: '0588',
      hours: '工作日9:00—17:00',
      about: '办理',
      cite: '二',
    },
  );

  it('nothing of what is right', () => {
    expect(codes(good).filter((code) => /places-1|contacts-1/.test(code))).toEqual([]);
  });

  it.each([
    ['places', 'postcode', '', 'noPostcode places-1'],
    ['places', 'postcode', '229901', 'postcodeNotInClause places-1'],
    ['places', 'postNumber', '6677001', 'noAreaCode places-1'],
    ['places', 'postNumber', '0588-6677002', 'numberNotInClause places-1'],
    ['places', 'byPost', false, 'placeByPost places-1'],
    ['contacts', 'hours', '', 'hoursNotTaken contacts-1'],
    ['contacts', 'hours', '工作日9:00—18:00', 'timeNotInClause contacts-1'],
  ] as const)('%s.%s %s: %s', (section, field, value, code) => {
    expect(codes(setField(good, section, `${section}-1`, field, value))).toContain(code);
    expect(codes(good)).not.toContain(code);
  });

  it('that hours stand in the wrong field, and that a batch is nobody’s', () => {
    const moved = setField(
      setField(good, 'contacts', 'contacts-1', 'hours', ''),
      'contacts',
      'contacts-1',
      'about',
      '办理（工作日9:00—17:00）',
    );
    expect(codes(moved)).toContain('hoursInAbout contacts-1');
    const batched = withEntries(good, 'batches', {
      name: '第一批',
      from: '2026-09-01',
      until: '2026-09-01',
      cite: '三',
    });
    expect(codes(batched)).toContain('batchNobody batches-1');
    expect(codes(setField(batched, 'batches', 'batches-1', 'who', '其余单位'))).not.toContain(
      'batchNobody batches-1',
    );
    expect(codes(removeEntry(batched, 'batches', 'batches-1'))).not.toContain('batchNobody batches-1');
  });
});
