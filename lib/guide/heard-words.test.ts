import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantBy } from './heard-words';
import { foldWords } from './trouble-choices';

describe('what was meant', () => {
  it.each([
    ['meiyou jiance dao ukey', '没有检测到ukey'],
    ['kou ling cuo wu', '口令错误'],
    ['zhengshu guoqi le', '证书过期了'],
    ['ca suo', 'ca锁'],
    ['没捡册到ukey', '没检测到ukey'],
    ['末检测到', '未检测到'],
    ['正书己过七', '证书已过期'],
    ['控健未注册', '控件未注册'],
    ['错误代码e0010000', '错误代码0xe0010000'],
    ['0xa000024', '0x0a000024'],
    ['oxe0000027', '0xe0000027'],
  ])('by “%s” is “%s”', (typed, meant) => expect(meantBy(typed)).toBe(meant));

  it.each([
    'pin',
    'ukey',
    'chrome 148',
    'windows',
    'badgateway',
    '0519-85681829',
    '18912397618',
    'edge',
    'https',
  ])('by “%s” is that', (typed) => expect(meantBy(typed)).toBe(typed));

  it('is settled at once: what is meant by it is itself, and nothing makes it slow', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z检捡测册证正书锁 0-9x]{0,60}$/), (typed) => {
        const meant = meantBy(typed);
        expect(foldWords(meantBy(meant))).toBe(foldWords(meant));
      }),
      { numRuns: 200 },
    );
    const begun = performance.now();
    meantBy('zhengshu'.repeat(2000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
