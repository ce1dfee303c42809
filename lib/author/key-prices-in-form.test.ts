/** Prices of one key, of the first or a further set, not parted or paid once: the form writes what the example of the format says. */
import { describe, expect, it } from 'vitest';
import { explain } from '@/lib/notice/explain';
import type { NoticePack } from '@/lib/notice/model';
import { adviseOn } from './advice';
import { checkSheet } from './check-sheet';
import { splitClauses } from './clauses';
import { completeDraft, type Draft, setField } from './draft';
import { takeDown } from './first-draft';
import { tariffsIn } from './reading/money';
import { reviewDraft } from './review';
import type { Entry } from './sections';
import { PARTS } from './testing/sample-draft';
import { IN_BATCHES, IN_STEPS, JOINT, SWITCH } from './testing/trial-notices';
import { CLERKS } from './testing/whole-notices';
import { blankXihe, withEntries, XIHE } from './testing/xihe-draft';
import { writePack } from './to-pack';

/** Keys, prices and who pays of the example, as a clerk puts them into the form. */
function xihe(): Draft {
  const keyOf = new Map([
    ['main', 'keys-1'],
    ['sub', 'keys-2'],
  ]);
  const tariffOf = new Map([
    ['main', 'tariffs-1'],
    ['sub', 'tariffs-2'],
    ['lost', 'tariffs-3'],
  ]);
  const keyed = withEntries(
    withEntries(blankXihe(), 'audiences', { audience: 'budget-unit', duty: 'must', cite: '一' }),
    'keys',
    {
      kind: 'ca',
      generation: 'new',
      name: '单位主锁',
      phrases: '海西数证',
      holder: 'unit',
      role: 'main',
      cite: '一',
    },
    {
      kind: 'ca',
      generation: 'new',
      name: '单位副锁',
      phrases: '海西数证',
      holder: 'unit',
      role: 'sub',
      cite: '一',
    },
  );
  const priced = withEntries(
    keyed,
    'tariffs',
    { name: '主锁', ca: '100', seal: '80', cite: '四（一）' },
    { name: '副锁', ca: '60', cite: '四（一）' },
    { name: '遗失补办工本费', total: '40', per: 'once', cite: '四（三）' },
  );
  return withEntries(
    priced,
    'charges',
    ...XIHE.fees.charges.map((each) => ({
      business: each.business,
      audiences: each.when?.audiences ?? [],
      tariff: tariffOf.get(each.tariff ?? '') ?? '',
      payer: each.payer as 'finance',
      keys: (each.certificates ?? []).map((id) => keyOf.get(id) ?? ''),
      set: each.set ?? ('any' as const),
      cite: each.cite,
    })),
  );
}

const codes = (draft: Draft) => adviseOn(draft, []).map(({ code, entry }) => `${code} ${entry?.id ?? ''}`);

describe('prices by key', () => {
  const { pack, problems } = reviewDraft(xihe(), [], PARTS);

  it('are a pack that names what its readers need', () => {
    expect(problems).toEqual([]);
    expect(pack?.requires).toEqual(expect.arrayContaining(['fees', 'key-kinds', 'key-prices']));
  });

  it.each(['replace', 'renew', 'reissue', 'issue'] as const)(
    'say of %s what the example says',
    (business) => {
      const told = (of: NoticePack) =>
        explain(of, { audience: 'budget-unit', level: 'city', today: '2026-09-08' }).fees[business];
      const plain = ({ cite, inWords, ...answer }: ReturnType<typeof told>) => answer;
      if (!pack) throw new Error('no pack');
      expect(plain(told(pack))).toEqual(plain(told(XIHE)));
    },
  );

  it('that are of a set as ever need nothing new of a reader', () => {
    const draft = withEntries(blankXihe(), 'tariffs', { name: '更换', ca: '60', seal: '40', cite: '二' });
    const charged = withEntries(draft, 'charges', {
      business: 'replace',
      tariff: 'tariffs-1',
      payer: 'self',
      cite: '二',
    });
    const { value } = writePack(charged, PARTS, null);
    expect(value.requires).not.toContain('key-prices');
    expect(value.fees).toMatchObject({ tariffs: [{ ca: 60, seal: 40, total: 100 }] });
  });
});

it('the check sheet says how often a price is paid and whose it is, and of a whole set no more than before', () => {
  const sheet = checkSheet(xihe(), []);
  const fieldsIn = (id: string) =>
    sheet.find((fact) => fact.id === id)?.values.map(({ field, value }) => [field, value]);
  expect(fieldsIn('tariffs-3')).toEqual([
    ['name', '遗失补办工本费'],
    ['total', '40'],
    ['per', 'once'],
  ]);
  expect(fieldsIn('charges-3')).toEqual(
    expect.arrayContaining([
      ['keys', ['单位副锁']],
      ['set', 'further'],
    ]),
  );
  expect(fieldsIn('charges-7')?.map(([field]) => field)).not.toContain('set');
});

it('a whole beside a seal’s price is told as written, and what does not add up is told at it', () => {
  const draft = withEntries(blankXihe(), 'tariffs', { name: '签章', seal: '40', total: '50', cite: '二' });
  expect(reviewDraft(draft, [], PARTS).problems).toContainEqual(
    expect.objectContaining({ entry: { section: 'tariffs', id: 'tariffs-1' }, field: 'total' }),
  );
  // Once the CA's own is written, the whole is not asked any more, and is summed.
  const parted = setField(draft, 'tariffs', 'tariffs-1', 'ca', '60');
  expect(writePack(parted, PARTS, null).value.fees).toMatchObject({
    tariffs: [{ ca: 60, seal: 40, total: 100 }],
  });
});

it('no price at all is missing once', () => {
  const draft = withEntries(blankXihe(), 'tariffs', { name: '更换', cite: '二' });
  const { problems } = reviewDraft(draft, [], PARTS);
  expect(problems.filter(({ entry }) => entry?.section === 'tariffs').map(({ field }) => field)).toEqual([
    'total',
  ]);
});

it('another notice’s price that was never parted is changed as a whole, one of a CA alone stays one', () => {
  const change = (known: Partial<Entry<'amendments'>>) =>
    reviewDraft(
      withEntries(
        { ...blankXihe(), supplements: [XIHE.id], header: { ...blankXihe().header, packId: 'xihe-2026-40' } },
        'amendments',
        {
          text: '价格改了。',
          cite: '一',
          ...known,
        },
      ),
      [],
      PARTS,
      XIHE,
    );
  const tariffOf = (found: ReturnType<typeof change>, id: string) =>
    found.together?.fees.tariffs.find((each) => each.id === id);
  expect(tariffOf(change({ fact: 'tariffs/lost', total: '50' }), 'lost')).toMatchObject({
    total: 50,
    per: 'once',
  });
  expect(tariffOf(change({ fact: 'tariffs/sub', ca: '70' }), 'sub')).toMatchObject({ ca: 70, total: 70 });
  expect(tariffOf(change({ fact: 'tariffs/main', ca: '110' }), 'main')).toMatchObject({
    ca: 110,
    seal: 80,
    total: 190,
  });
  expect(change({ fact: 'tariffs/main', total: '150' }).problems).toContainEqual(
    expect.objectContaining({ entry: { section: 'amendments', id: 'amendments-1' }, field: 'total' }),
  );
});

it('a draft of an older form opens, and its prices are of a set a year', () => {
  const draft = xihe();
  const older = {
    ...draft,
    entries: {
      ...draft.entries,
      tariffs: [{ id: 'tariffs-1', cite: '二', name: '更换', ca: '60', seal: '40', basis: 'stated' }],
      charges: [
        {
          id: 'charges-1',
          cite: '二',
          business: 'replace',
          tariff: 'tariffs-1',
          payer: 'self',
          basis: 'stated',
        },
      ],
    },
  };
  const opened = completeDraft(older as never);
  expect(opened.entries.tariffs[0]).toMatchObject({ total: '', per: 'year' });
  expect(opened.entries.charges[0]).toMatchObject({ keys: [], set: 'any' });
  const { fees } = writePack(opened, PARTS, null).value as { fees: NoticePack['fees'] };
  expect(fees.tariffs).toMatchObject([{ ca: 60, seal: 40, total: 100 }]);
  expect(fees.charges[0]).not.toHaveProperty('set');
});

describe('what is read of a notice', () => {
  const read = (noticeText: string) =>
    takeDown({ ...blankXihe(), noticeText }, splitClauses(noticeText), {
      year: 2027,
      known: PARTS.audiences,
      base: null,
      initials: () => 'x',
    }).entries;

  it('a price once for a lost key, with nobody who pays it', () => {
    const { tariffs, charges } = read(SWITCH);
    expect(tariffs.at(-1)).toMatchObject({
      name: '补办工本费',
      ca: '',
      total: '40',
      per: 'once',
      cite: '五、3',
    });
    expect(charges.at(-1)).toMatchObject({
      business: 'reissue',
      payer: 'not-stated',
      tariff: tariffs.at(-1)?.id,
    });
    expect(read(JOINT).tariffs).toMatchObject([
      { name: '补办', total: '100', per: 'once', cite: '五（三）' },
    ]);
  });

  it('a price that is not taken apart, of a business that is named', () => {
    const { tariffs, charges } = read(CLERKS);
    expect(tariffs).toMatchObject([{ name: '新办', ca: '', seal: '', total: '260', per: 'year' }]);
    expect(
      charges.filter(({ tariff }) => tariff !== '').map(({ business, payer }) => [business, payer]),
    ).toEqual([['issue', 'self']]);
  });

  it.each([IN_BATCHES, IN_STEPS])('who pays for the first set, and who for more: %#', (text) => {
    const { charges, statements } = read(text);
    expect(
      charges.filter(({ set }) => set !== 'any').map(({ set, payer, tariff }) => [set, payer, tariff]),
    ).toEqual([
      ['first', 'finance', 'tariffs-1'],
      ['further', 'self', 'tariffs-1'],
    ]);
    expect(statements.map((each) => each.text).join()).not.toMatch(/第二个起|加办/);
  });

  it.each([
    '单位锁150元/年,个人锁80元/年;电子签章60元/年。',
    '主锁每套每年180元。副锁每套每年60元。',
    '企业每套每年180元。个人每套每年60元。',
    '电子签章每个60元/年。',
    '副锁　新办100元　更换50元　续期50元　补办40元',
    '超出部分每套每年80元。',
    '每套每年200元,续期打八折。',
    '证书丢失的,补办费用60元/个。',
    '预算单位主锁费用由市财政承担，副锁每把80元，由单位自行承担。',
  ])('%s is no one price', (text) => {
    expect(tariffsIn({ cite: '四', text, isHeading: false })).toEqual([]);
  });

  it('main and sub keys paid by two are left to the author', () => {
    expect(read(SWITCH).charges.every(({ set }) => set === 'any')).toBe(true);
  });
});

describe('a colleague asks', () => {
  it('nothing of the example', () => {
    expect(codes(xihe()).filter((code) => /tariffs-|charges-/.test(code))).toEqual([]);
  });

  it.each([
    ['charges', 'charges-1', 'keys', [], 'chargeWhose charges-1'],
    ['charges', 'charges-3', 'payer', 'finance', null],
    ['charges', 'charges-3', 'set', 'any', 'firstAlone charges-2'],
    ['charges', 'charges-7', 'tariff', '', 'priceNotUsed tariffs-3'],
    ['tariffs', 'tariffs-3', 'per', 'year', 'oncePrice tariffs-3'],
  ] as const)('%s %s.%s %o: %s', (section, id, field, value, code) => {
    const said = codes(setField(xihe(), section, id, field, value));
    expect(said.filter((each) => /tariffs-|charges-/.test(each) && !each.startsWith('entryWithout'))).toEqual(
      code === null ? [] : expect.arrayContaining([code]),
    );
  });
});
