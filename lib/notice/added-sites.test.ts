import { describe, expect, it } from 'vitest';
import { addedSites, patternsOfHost, speaksOfHost } from './added-sites';
import { builtinPack } from './builtin';
import type { NoticePack } from './model';
import { isNarrowHost } from './narrow-host';

const OWN = ['jszfcg.jsczt.cn'];
const DAY = '2026-11-26';
const system = builtinPack.systems[0];
if (!system) throw new Error('the built-in notice has no system');

const other: NoticePack = {
  ...builtinPack,
  id: 'yunhai-1',
  documentNumber: '云财示例1号',
  region: { zh: '云海省' },
  mainSystem: 'yunhai',
  systems: [
    { ...system, id: 'yunhai', name: { zh: '云海采购系统' }, hosts: ['zfcg.yunhai.example'] },
    { ...system, id: 'contracts', name: { zh: '合同系统' }, hosts: ['ht.yunhai.example'] },
  ],
};

describe('sites that packs add', () => {
  it('are none for the notice that ships with the product', () => {
    expect(addedSites([builtinPack], DAY, OWN)).toEqual([]);
  });

  it('are those of the system a notice is about, and no others it speaks of', () => {
    const sites = addedSites([builtinPack, other], DAY, OWN);
    expect(sites).toEqual([
      {
        host: 'zfcg.yunhai.example',
        system: 'yunhai',
        name: { zh: '云海采购系统' },
        documentNumber: '云财示例1号',
      },
    ]);
    expect(speaksOfHost(other, 'zfcg.yunhai.example')).toBe(true);
    expect(speaksOfHost(other, 'ht.yunhai.example')).toBe(false);
  });

  it('include another host of 苏采云 that a newer notice names', () => {
    const moved: NoticePack = {
      ...builtinPack,
      version: '9.0.0',
      systems: builtinPack.systems.map((each) =>
        each.id === builtinPack.mainSystem ? { ...each, hosts: [...each.hosts, 'new.jsczt.cn'] } : each,
      ),
    };
    expect(addedSites([moved], DAY, OWN).map(({ host }) => host)).toEqual(['new.jsczt.cn']);
  });

  it('are matched host by host', () => {
    expect(patternsOfHost('a.example.cn')).toEqual(['http://a.example.cn/*', 'https://a.example.cn/*']);
  });
});

describe('a host narrow enough to be asked for', () => {
  it.each(['jszfcg.jsczt.cn', 'jsczt.cn', 'zfcg.czj.gov.cn', 'czj.gov.cn', 'a.b.yunhai.example'])(
    '%s is one',
    (host) => expect(isNarrowHost(host)).toBe(true),
  );
  it.each(['jszfcg.jsczt.cn', 'jiangsu.gov.cn', 'github.io'])(
    '%s is asked for without the sites below it, which are others’',
    (host) => {
      const covers = (address: string) =>
        patternsOfHost(host).some((pattern) => address.startsWith(pattern.slice(0, -1)));
      expect(covers(`https://${host}/login`)).toBe(true);
      expect(covers(`https://other.${host}/`)).toBe(false);
      expect(covers(`https://${host}.example/`)).toBe(false);
    },
  );
  it.each([
    'cn',
    'gov.cn',
    'com.cn',
    'js.cn',
    'com',
    'localhost',
    '*.gov.cn',
    '*',
    '',
    '10.1.2.3',
    'gov.cn/',
    'co.uk',
    // Addresses in other clothes, to a browser.
    '0x7f.1',
    '1.2.3',
    'a.0x10',
    'a.cn:80',
    'a.cn.',
    'http://a.cn',
  ])('%s is none', (host) => expect(isNarrowHost(host)).toBe(false));
});
