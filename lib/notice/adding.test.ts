import { describe, expect, test } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { type AddingScene, considerPack } from './adding';
import { packsAtHand, regionsOf } from './available';
import { builtinPack, builtinPacks } from './builtin';
import { noticeInForce } from './in-force';
import type { NoticePack } from './model';
import { sayDifferences } from './say-difference';
import { examplePack } from './testing/examples';

const scene = (more: Partial<AddingScene> = {}): AddingScene => ({
  builtin: builtinPacks,
  added: [],
  region: null,
  system: 'sucaiyun',
  today: '2026-11-25',
  cases: [{ audience: 'budget-unit', level: 'city' }],
  ...more,
});

const next = (more: Partial<NoticePack> = {}): NoticePack => ({ ...builtinPack, version: '9.0.0', ...more });
const consider = (pack: unknown, more: Partial<AddingScene> = {}) =>
  considerPack(JSON.stringify(pack), scene(more));

const withNumber = (number: string): NoticePack =>
  next({
    contacts: builtinPack.contacts.map((contact, at) => (at === 0 ? { ...contact, number } : contact)),
  });

describe('a file considered as a pack', () => {
  test('that is none says what is wrong, and where', () => {
    expect(considerPack('没有', scene())).toMatchObject({
      ok: false,
      why: 'unreadable',
      problems: [{ code: 'json' }],
    });
    expect(consider({ ...next(), phases: '九月' })).toMatchObject({
      ok: false,
      why: 'unreadable',
      problems: [{ path: 'phases', found: '"九月"' }],
    });
  });

  test('newer than what is here tells each change, for the case and for all', () => {
    const adding = consider(withNumber('0519-12345678'));
    if (!adding.ok) throw new Error(JSON.stringify(adding));
    expect(adding.replacesVersion).toBe(builtinPack.version);
    expect(adding.effect).toMatchObject({ day: '2026-11-25', region: null, leftOut: null });
    const voice = { t: createTranslate(zh), language: 'zh', pack: adding.effect.after } as const;
    const contact = sayDifferences(adding.effect.all, voice).filter((line) => line.includes('0519-12345678'));
    expect(contact).toHaveLength(1);
    expect(contact[0]).toContain(builtinPack.contacts[0]?.number);
  });

  test.each([
    ['0.0.1', {}, 'older'],
    [builtinPack.version, {}, 'same'],
    [builtinPack.version, { documentNumber: '常财购〔2023〕13号' }, 'clash'],
  ])('of version %s with %o is %s and not used', (version, more, why) => {
    expect(consider({ ...builtinPack, version, ...more })).toMatchObject({
      ok: false,
      why,
      here: builtinPack.version,
    });
  });

  test('is measured by the newest version here, added or built in', () => {
    const added = [next({ version: '2.0.0' })];
    expect(consider(next({ version: '1.9.0' }), { added })).toMatchObject({ why: 'older', here: '2.0.0' });
  });

  test('written with its parts in another order is the same pack', () => {
    const turned = Object.fromEntries(Object.entries(builtinPack).reverse());
    expect(consider(turned)).toMatchObject({ why: 'same' });
  });

  test('not in force yet is looked at from its first day', () => {
    const later = next({
      id: 'changzhou-2027-1',
      documentNumber: '常财购〔2027〕1号',
      signedOn: '2026-11-01',
      publishedOn: '2026-11-02',
      validity: { from: '2027-03-01' },
      replaces: [builtinPack.id],
    });
    const adding = consider(later);
    if (!adding.ok) throw new Error(JSON.stringify(adding));
    expect(adding.effect).toMatchObject({ day: '2027-03-01', leftOut: null });
    expect(adding.effect.before.id).toBe(builtinPack.id);
    expect(adding.effect.after.id).toBe('changzhou-2027-1');
  });

  test('of another region takes effect once that region is chosen', () => {
    const suzhou = next({ id: 'suzhou-1', region: { zh: '江苏省苏州市' }, publishedOn: '2023-09-02' });
    const adding = consider(suzhou);
    if (!adding.ok) throw new Error(JSON.stringify(adding));
    expect(adding.effect).toMatchObject({ region: '江苏省苏州市', leftOut: null });
    expect(adding.effect.after.id).toBe('suzhou-1');
    // Added and not chosen: nothing changes.
    const asked = { today: '2026-11-25', system: 'sucaiyun' };
    const followed = (region: string | null) =>
      noticeInForce(packsAtHand(builtinPacks, [suzhou], region), asked).pack.id;
    expect([followed(null), followed('江苏省苏州市'), followed('江苏省')]).toEqual([
      builtinPack.id,
      'suzhou-1',
      builtinPack.id,
    ]);
    expect(regionsOf([builtinPack, suzhou, examplePack('yunhai-2026-2')], 'sucaiyun')).toEqual([
      builtinPack.region.zh,
      '江苏省苏州市',
    ]);
  });

  test('about another system, or adding to what is not here, changes nothing and says why', () => {
    const other = consider(examplePack('yunhai-2026-2'));
    expect(other).toMatchObject({ ok: true, effect: { leftOut: { why: 'other-system' }, all: [] } });
    const adrift = consider(examplePack('yunlan-2026-7'));
    expect(adrift).toMatchObject({ ok: true, effect: { leftOut: { why: 'adrift' }, all: [] } });
  });
});
