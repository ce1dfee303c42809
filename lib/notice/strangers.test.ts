/** Notices nobody of us had in mind: two cities, their province, another system, a correction that takes a date back. */
import { describe, expect, test } from 'vitest';
import { addedSites } from './added-sites';
import { considerPack } from './adding';
import { packsAtHand } from './available';
import { explain } from './explain';
import { noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack } from './model';
import { makePack } from './testing/make-pack';

const duty = (id: string, date: string) => ({
  id,
  text: { zh: `${id}办完。` },
  due: { kind: 'date', date, inclusive: true } as const,
  soft: false,
  where: [],
  materials: [],
  cite: '二',
});
const notice = (id: string, region: string, more: Partial<NoticePack> = {}): NoticePack =>
  makePack({
    id,
    documentNumber: `${region}〔2026〕${id}号`,
    region: { zh: region },
    publishedOn: '2026-03-02',
    signedOn: '2026-03-01',
    obligations: [duty('swap', '2026-04-30')],
    ...more,
  });

const yuncheng = notice('yuncheng', '云海省云城市');
const lincheng = notice('lincheng', '云海省林城市', { obligations: [duty('swap', '2026-05-20')] });
const province = notice('province', '云海省', { obligations: [duty('register', '2026-04-10')] });
const portal = notice('portal', '云海省云城市', {
  mainSystem: 'mall',
  systems: [
    { id: 'mall', name: { zh: '商城' }, aliases: [], hosts: ['mall.yuncheng.cn'], accepts: [], cite: '一' },
  ],
  obligations: [duty('mall', '2026-03-20')],
});
const correction = notice('correction', '云海省云城市', {
  requires: ['amendments', 'corrections'],
  corrects: ['yuncheng'],
  publishedOn: '2026-03-20',
  signedOn: '2026-03-20',
  systems: [],
  certificates: [],
  audiences: [],
  obligations: [],
  amendments: [
    {
      id: 'later',
      list: 'obligations',
      fact: 'swap',
      due: { kind: 'announced-later' },
      text: { zh: '办完的时间另行通知。' },
      cite: '一',
    },
  ],
});
const ALL = [yuncheng, lincheng, province, portal, correction];
const unit = (today: string) => ({ today, audience: 'budget-unit', level: 'city' }) as const;
const told = (packs: readonly NoticePack[], today: string, system = 'system') =>
  explain(noticeInForce(packs, { today, system }).pack, unit(today));

test('each of them is a pack', () => {
  for (const pack of ALL) expect(loadPack(JSON.stringify(pack))).toMatchObject({ ok: true, ignored: [] });
});

describe('two cities of a province', () => {
  const packs = [yuncheng, lincheng, province];

  test('each city hears its own and the province, never the other city', () => {
    const of = (region: string) =>
      told(packsAtHand([yuncheng], [lincheng, province], region), '2026-03-10').obligations.map(
        ({ id, due }) => [id, due],
      );
    expect(of('云海省云城市')).toEqual([
      ['swap', '2026-04-30'],
      ['province/register', '2026-04-10'],
    ]);
    expect(of('云海省林城市')).toEqual([
      ['swap', '2026-05-20'],
      ['province/register', '2026-04-10'],
    ]);
    // The nearer date of the two notices is the next one, whoever gave it.
    expect(told(packs, '2026-03-10').deadline?.date).toBe('2026-04-10');
    expect(told(packs, '2026-04-11').deadline?.date).toBe('2026-04-30');
  });

  test('adding the other city’s changes nothing until its place is chosen, and says so', () => {
    const scene = {
      builtin: [yuncheng],
      added: [],
      region: null,
      system: 'system',
      today: '2026-03-10',
      cases: [],
    };
    const adding = considerPack(JSON.stringify(lincheng), scene);
    expect(adding).toMatchObject({ ok: true, effect: { region: '云海省林城市', leftOut: null } });
  });
});

test('another system’s notice does not speak of this one, and the other way round', () => {
  expect(told(ALL, '2026-03-10').obligations.map(({ id }) => id)).not.toContain('mall');
  expect(told(ALL, '2026-03-10', 'mall').obligations.map(({ id }) => id)).toEqual(['mall']);
  expect(addedSites(ALL, '2026-03-10', []).map(({ host, system }) => [host, system])).toEqual([
    ['system.example.cn', 'system'],
    ['mall.yuncheng.cn', 'mall'],
  ]);
});

test('a date that a correction takes back is given no more from that day on, and counted to by nobody', () => {
  const [before] = told([yuncheng, correction], '2026-03-19').obligations;
  expect(before).toMatchObject({ id: 'swap', due: '2026-04-30' });
  const after = told([yuncheng, correction], '2026-03-20');
  expect(after.obligations[0]).toMatchObject({ id: 'swap', announcedLater: true });
  expect(after.obligations[0]?.due).toBeUndefined();
  expect(after.obligations[0]?.cite).toContain('云海省云城市〔2026〕correction号 一');
  expect(after.deadline).toBeNull();
  expect(JSON.stringify(after)).not.toContain('2026-04-30');
  // Nor is anybody late for it afterwards.
  expect(told([yuncheng, correction], '2026-05-05').obligations[0]?.state).not.toBe('overdue');
});

describe('hosts that are none', () => {
  const withHost = (host: string) => {
    const [system] = portal.systems;
    return loadPack({ ...portal, systems: [{ ...system, hosts: [host] }] });
  };

  test.each([
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '[::1]',
    'localhost',
    'mall.cn:8080',
    'http://mall.cn',
    'mall.cn/pay',
    'mall.cn.',
    'user@mall.cn',
    '*.cn',
    '*',
    'com',
    'xn--fiqs8s',
    '商城.中国',
    'mall.\u202ecn',
  ])('%s is refused, and where is said', (host) => {
    expect(withHost(host)).toMatchObject({
      ok: false,
      problems: [{ path: 'systems[0].hosts[0]', code: 'host' }],
    });
  });

  test('a name in other letters is taken as browsers write it, and so shown', () => {
    expect(withHost('xn--80ak6aa92e.com')).toMatchObject({ ok: true });
  });
});
