/** Prices that differ by key and by set, are not parted for CA and seal, or are paid once. */
import { describe, expect, it } from 'vitest';
import { writeKeyPrice } from '@/lib/guide/price-words';
import { translatorFor } from '@/scripts/notice/command-line';
import { feeFor } from './fees';
import { loadPack } from './load';
import type { Charge, NoticePack, Tariff } from './model';
import { readNotice } from './reading';
import { sayProblem } from './say-problem';
import { makePack } from './testing/make-pack';

const t = translatorFor('zh');
const text = (zh: string) => ({ zh });

const key = (id: string, zh: string) =>
  ({ id, kind: 'ca', generation: 'new', name: text(zh), issuerPhrases: [], cite: '三' }) as const;
const tariffs: readonly Tariff[] = [
  { id: 'main', name: text('主锁'), ca: 100, seal: 80, total: 180, cite: '四、1' },
  { id: 'sub', name: text('副锁'), ca: 60, total: 60, cite: '四、1' },
  { id: 'lost', name: text('工本费'), total: 40, per: 'once', cite: '五、3' },
];
const charge = (id: string, parts: Partial<Charge>): Charge => ({
  id,
  business: 'issue',
  payer: 'finance',
  cite: '四、3',
  ...parts,
});
const charges: readonly Charge[] = [
  charge('main', { tariff: 'main', certificates: ['main-key'], when: { audiences: ['budget-unit'] } }),
  charge('first-sub', {
    tariff: 'sub',
    certificates: ['sub-key'],
    set: 'first',
    when: { audiences: ['budget-unit'] },
  }),
  charge('more-subs', {
    tariff: 'sub',
    certificates: ['sub-key'],
    set: 'further',
    payer: 'self',
    when: { audiences: ['budget-unit'] },
  }),
  charge('supplier', {
    tariff: 'main',
    certificates: ['main-key'],
    payer: 'self',
    when: { audiences: ['supplier'] },
  }),
  charge('lost', { business: 'reissue', tariff: 'lost', payer: 'self' }),
];
const plain = makePack({
  requires: ['key-prices', 'fees', 'conditional-rules'],
  certificates: [key('main-key', '单位主锁'), key('sub-key', '单位副锁')],
  fees: { tariffs, charges },
});
const unit = { today: '2026-04-01', audience: 'budget-unit', level: 'city' } as const;
const lines = (pack: NoticePack, audience: 'budget-unit' | 'supplier') =>
  readNotice(pack, { ...unit, audience }, { t, language: 'zh' })
    .find(({ id }) => id === 'fees')
    ?.lines.map(({ text, cite }) => `${text}（${cite}）`);

describe('prices by key', () => {
  it('are told key by key, none for the price of a set, each with its payer and clause', () => {
    const fee = feeFor(plain, unit, 'issue');
    expect(fee).toMatchObject({ total: null, ca: null, payer: 'not-stated' });
    expect(fee.byKey?.map(({ total, set, payer }) => [total, set, payer])).toEqual([
      [180, undefined, 'finance'],
      [60, 'first', 'finance'],
      [60, 'further', 'self'],
    ]);
    expect(lines(plain, 'budget-unit')).toEqual([
      '新办（单位主锁）：每年180元（CA 100元，签章 80元），财政承担（四、3）',
      '新办（首套单位副锁）：每年60元，财政承担（四、3）',
      '新办（加办的单位副锁）：每年60元，自行承担（四、3）',
      '更换：费用通知未写（null）',
      '续期：费用通知未写（null）',
      '补办：一次40元，自行承担（四、3）',
    ]);
  });

  it('say who pays where all agree', () => {
    expect(feeFor(plain, { ...unit, audience: 'supplier' }, 'issue')).toMatchObject({
      total: null,
      payer: 'self',
      byKey: [{ total: 180 }],
    });
  });

  it('are read out as the card says them', () => {
    const said = feeFor(plain, unit, 'issue').byKey?.map((each) => writeKeyPrice(each, text('财政局')).zh);
    expect(said).toEqual([
      '单位主锁：每年180元（CA 100元，签章 80元）。费用由财政承担。',
      '首套单位副锁：每年60元。费用由财政承担。',
      '加办的单位副锁：每年60元。费用自行承担。',
    ]);
  });

  it('leave the price of a set as it was where there is one', () => {
    const whole = charge('set', { tariff: 'main', business: 'renew' });
    const further = charge('more', { tariff: 'main', business: 'renew', set: 'further', payer: 'self' });
    const pack = { ...plain, fees: { tariffs, charges: [further, whole] } };
    expect(feeFor(pack, unit, 'renew')).toMatchObject({
      total: 180,
      payer: 'finance',
      byKey: [{ names: [], set: 'further', payer: 'self' }],
    });
  });

  it('must be named in requires, or an older reader would take the first for all there is to pay', () => {
    const loaded = loadPack({ ...plain, requires: ['fees', 'conditional-rules'] });
    if (loaded.ok) throw new Error('taken');
    expect(loaded.problems.map((each) => sayProblem(each, t))).toEqual([
      expect.stringMatching(/requires.*fees.*"key-prices"/),
    ]);
    expect(loadPack(plain)).toMatchObject({ ok: true, ignored: [] });
    const parted = makePack({ fees: { tariffs: [{ ...(tariffs[0] as Tariff) }], charges: [] } });
    expect(loadPack(parted).ok).toBe(true);
  });

  it('are checked: the keys are the pack’s, the parts make the whole', () => {
    const wrong = loadPack({
      ...plain,
      fees: {
        tariffs: [{ ...tariffs[1], total: 70 }],
        charges: [{ ...charges[0], tariff: 'sub', certificates: ['other-key'] }],
      },
    });
    if (wrong.ok) throw new Error('taken');
    expect(wrong.problems.map(({ path, code }) => [path, code])).toEqual([
      ['fees.tariffs[0].total', 'total'],
      ['fees.charges[0].certificates[0]', 'unknownReference'],
    ]);
  });
});
