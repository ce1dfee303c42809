import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import { rounds } from '@/lib/notice/testing/rounds';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { checkEnvironment, type EnvironmentParts } from './check';
import type { FindingId, MachineReading, PageReading, PermissionAnswer } from './model';
import { writeFindings, writeLine } from './write';

const t = createTranslate(zh);
const FLOOR = { chromium: 109, firefox: 128 };
const NOW = new Date('2026-11-22T04:05:00Z');

const chrome = (version: number): MachineReading => ({
  userAgent: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/${version}.0.0.0 Safari/537.36`,
  brands: [],
  now: NOW,
  offset: -480,
});
const page = (
  protocol: string,
  loopbackNetwork: PermissionAnswer = 'unsupported',
  localNetworkAccess: PermissionAnswer = 'unsupported',
): PageReading => ({ protocol, loopbackNetwork, localNetworkAccess });

function check(parts: Partial<EnvironmentParts> = {}) {
  const findings = checkEnvironment({ machine: chrome(150), page: null, floor: FLOOR, said: {}, ...parts });
  return (id: FindingId) => {
    const found = findings.find((each) => each.id === id);
    if (!found) throw new Error(`no ${id}`);
    const text = [found.say, ...found.cures].map((line) => writeLine(line, t, 'zh')).join('\n');
    return { ...found, text };
  };
}

describe('access to the local assistant', () => {
  it.each([142, 145, 150])(
    'on http, Chromium %i refuses without asking: said so, with the cures, blaming nobody',
    (version) => {
      const found = check({ machine: chrome(version), page: page('http:', 'denied', 'denied') })('access');
      expect(found).toMatchObject({ known: 'seen', tone: 'caution' });
      expect(found.text).toContain('拒绝http页面');
      expect(found.text).toContain('https地址');
      expect(found.text).toContain('LocalNetworkAccessAllowedForUrls');
      expect(found.text).toContain('LoopbackNetworkAllowedForUrls');
    },
  );

  it.each([
    ['granted', 'ok', 'seen'],
    ['prompt', 'ask', 'seen'],
    ['denied', 'caution', 'seen'],
    ['unsupported', 'ask', 'unknown'],
  ] as const)('on https, %s is %s, %s', (answer, tone, known) => {
    expect(check({ page: page('https:', answer) })('access')).toMatchObject({ tone, known });
  });

  it('goes by the older name where the current one is not known', () => {
    const machine = chrome(143);
    expect(check({ machine, page: page('https:', 'unsupported', 'granted') })('access').tone).toBe('ok');
    expect(check({ machine, page: page('https:', 'unsupported', 'denied') })('access').tone).toBe('caution');
  });

  it('was no matter before Chromium 142', () => {
    for (const version of [109, 132, 141]) {
      expect(check({ machine: chrome(version), page: page('http:') })('access')).toMatchObject({
        tone: 'ok',
      });
    }
  });

  it('is unknown without a page, and in an engine we know nothing of', () => {
    expect(check()('access')).toMatchObject({ known: 'unknown', tone: 'ask' });
    const machine = { ...chrome(1), userAgent: 'Mozilla/5.0 Gecko/20100101 Firefox/140.0' };
    expect(check({ machine, page: page('https:') })('access').known).toBe('unknown');
    expect(check({ page: page('chrome-extension:', 'denied') })('access').known).toBe('unknown');
  });

  it('never says that the person refused', () => {
    const answer = fc.constantFrom<PermissionAnswer>('granted', 'denied', 'prompt', 'unsupported');
    fc.assert(
      fc.property(
        fc.constantFrom('http:', 'https:', 'about:'),
        answer,
        answer,
        fc.integer({ min: 80, max: 200 }),
        (protocol, one, other, version) => {
          const parts = { machine: chrome(version), page: page(protocol, one, other) };
          expect(check(parts)('access').text).not.toMatch(/您(点|按|选|拒|禁)|禁止/);
        },
      ),
      rounds(100),
    );
  });
});

describe('browser and address', () => {
  it.each([
    [109, 'ok'],
    [108, 'caution'],
  ] as const)('Chromium %i against the floor: %s', (version, tone) => {
    expect(check({ machine: chrome(version) })('browser')).toMatchObject({ known: 'seen', tone });
  });

  it('names browser and engine where told', () => {
    const edge = {
      ...chrome(142),
      brands: [
        { brand: 'Not_A Brand', version: '99' },
        { brand: 'Chromium', version: '142' },
        { brand: 'Microsoft Edge', version: '142' },
      ],
    };
    expect(check({ machine: edge })('browser').text).toContain('Microsoft Edge，Chromium内核142');
    const firefox = { ...chrome(1), userAgent: 'Mozilla/5.0 (X11; rv:128.0) Gecko/20100101 Firefox/128.0' };
    expect(check({ machine: firefox })('browser')).toMatchObject({ tone: 'ok' });
    expect(check({ machine: { ...firefox, userAgent: 'Trident/7.0; rv:11.0' } })('browser').known).toBe(
      'unknown',
    );
  });

  it.each([
    ['http:', 'caution', 'seen'],
    ['https:', 'ok', 'seen'],
    ['chrome-extension:', 'ask', 'unknown'],
  ] as const)('%s is %s, %s', (protocol, tone, known) => {
    expect(check({ page: page(protocol) })('address')).toMatchObject({ tone, known });
  });

  it('is not in IE mode where the page could be read; unknown otherwise', () => {
    expect(check({ page: page('http:') })('mode')).toMatchObject({ known: 'seen', tone: 'ok' });
    expect(check()('mode')).toMatchObject({ known: 'unknown', tone: 'ask' });
  });
});

describe('the clock', () => {
  it('is shown in Shanghai time, for the person to compare, whatever the zone', () => {
    for (const offset of [-480, 0, 300]) {
      const found = check({ machine: { ...chrome(150), offset } })('clock');
      expect(found).toMatchObject({ known: 'seen', tone: 'ask' });
      expect(found.text).toMatch(/2026年11月22日.*12:05/);
    }
  });

  it.each([
    [-480, 'ok', '北京时间'],
    [0, 'caution', 'UTC+0'],
    [-540, 'caution', 'UTC+9'],
    [210, 'caution', 'UTC−3:30'],
  ] as const)('zone %i is %s', (offset, tone, words) => {
    const found = check({ machine: { ...chrome(150), offset } })('zone');
    expect(found.tone).toBe(tone);
    expect(found.text).toContain(words);
  });
});

describe('what is asked', () => {
  it('is unknown until said, and then said', () => {
    for (const id of ['keys', 'assistants'] as const) {
      expect(check()(id)).toMatchObject({ known: 'unknown', tone: 'ask', question: { said: null } });
    }
    const said = {
      'environment-keys': { answer: 'no', fact: 'k' },
      'environment-assistants': { answer: 'yes', fact: 'a' },
    } as const;
    expect(check({ said })('keys')).toMatchObject({ known: 'said', tone: 'caution' });
    expect(check({ said })('assistants')).toMatchObject({ known: 'said', tone: 'caution' });
    const well = {
      'environment-keys': { answer: 'yes', fact: 'k' },
      'environment-assistants': { answer: 'no', fact: 'a' },
    } as const;
    expect(check({ said: well })('keys').tone).toBe('ok');
    expect(check({ said: well })('assistants').tone).toBe('ok');
  });
});

describe('the text for the telephone', () => {
  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)('tells each result with how it is known, no hole left open (%s)', (language, locale) => {
    const findings = checkEnvironment({
      machine: chrome(150),
      page: page('http:', 'denied'),
      floor: FLOOR,
      said: {},
    });
    const translate = createTranslate(locale);
    const text = writeFindings(findings, translate, language);
    expect(text).not.toMatch(/[{}]|environment\./);
    for (const { id, known } of findings) {
      const line = text.split('\n').find((each) => each.startsWith(translate(`environment.${id}.title`)));
      expect(line).toContain(translate(`environment.known.${known}`));
    }
  });
});
