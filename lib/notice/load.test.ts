import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import changzhou from '@/notices/changzhou-2023-12.json';
import { builtinPack, builtinPacks, findBuiltinPack } from './builtin';
import { LARGEST_PACK, loadPack } from './load';
import { PROBLEM_CODES } from './problem';
import { sayProblem } from './say-problem';
import { makePack } from './testing/make-pack';
import { rounds } from './testing/rounds';

const t = createTranslate(zh);

function problemsOf(json: unknown) {
  const loaded = loadPack(json);
  return loaded.ok ? [] : loaded.problems;
}
const summaryOf = (json: unknown) => problemsOf(json).map((each) => `${each.path} ${each.code}`);

/** The built-in notice with the values at these paths replaced; undefined takes one away. */
function spoilt(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const pack: Record<string, unknown> = structuredClone(changzhou);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Record<string, unknown>>(
      (node, key) => node[key] as Record<string, unknown>,
      pack,
    );
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return pack;
}
const spoil = (changes: Readonly<Record<string, unknown>>) => summaryOf(spoilt(changes));

describe('a right pack', () => {
  it('is the built-in one, as text, as value and with a byte order mark', () => {
    for (const json of [changzhou, JSON.stringify(changzhou), `\ufeff${JSON.stringify(changzhou)}`]) {
      expect(loadPack(json)).toEqual({ ok: true, pack: builtinPack, ignored: [] });
    }
    expect(builtinPacks.map((each) => each.id)).toEqual(['changzhou-2023-12']);
    expect(findBuiltinPack('changzhou-2023-12')).toBe(builtinPack);
    expect(findBuiltinPack('elsewhere')).toBeUndefined();
  });

  it('may be as small as identity, one system and its audiences', () => {
    expect(loadPack(makePack()).ok).toBe(true);
  });

  it("keeps what it knows of a newer pack's optional fields and names the rest", () => {
    const loaded = loadPack(
      spoilt({
        colour: 'red',
        'phases[1].untill': '2023-09-10',
        'guides[0].steps[0].sound': { file: 'ding' },
      }),
    );
    expect(loaded).toMatchObject({
      ok: true,
      ignored: ['phases[1].untill', 'guides[0].steps[0].sound', 'colour'],
    });
    if (loaded.ok) expect(loaded.pack).toEqual(builtinPack);
  });

  it('is not misled by fields named like an object’s own', () => {
    const json = JSON.stringify(changzhou).replace('{', '{"__proto__":{"basis":"inferred"},"constructor":1,');
    expect(loadPack(json)).toMatchObject({ ok: true });
    expect(({} as { basis?: string }).basis).toBeUndefined();
  });
});

describe('a file that is no pack', () => {
  it.each([
    ['', 1, 1],
    ['{"format": ', 1, 12],
    ['{\n  "a": 1,\n}', 3, 1],
    ['\ufeff{\n"a"', 2, 4],
  ])('%j breaks off at line %i, column %i', (json, line, column) => {
    expect(problemsOf(json)).toMatchObject([{ path: '', code: 'json', params: { line, column } }]);
  });

  it.each([null, 7, true, [], [1, 2], '"text"'])('%j is no object', (value) => {
    expect(problemsOf(value)).toMatchObject([{ path: '', code: 'object' }]);
  });

  it('has another format', () => {
    expect(summaryOf({})).toEqual(['format format']);
    expect(summaryOf({ format: 'rebind.notice' })).toEqual(['format format']);
    expect(summaryOf({ format: 'rebind.notice/2' })).toEqual(['format newerFormat']);
    expect(summaryOf({ format: 1 })).toEqual(['format format']);
  });

  it('is far too large, nested without end or leads back into itself: never an exception', () => {
    expect(summaryOf(' '.repeat(LARGEST_PACK + 1))).toEqual([' tooLarge']);
    expect(loadPack('['.repeat(500_000)).ok).toBe(false);
    const circle = spoilt({});
    circle.id = circle;
    expect(summaryOf(circle)).toEqual(['id id']);
  });
});

describe('an ability this version has not', () => {
  it('refuses the pack by name, and complains of nothing else', () => {
    const pack = spoilt({ requires: ['phases', 'telepathy', 'time-travel'], phases: 'newer shape' });
    const problems = problemsOf(pack);
    expect(problems).toMatchObject([
      { path: 'requires', code: 'unknownAbilities', params: { names: 'telepathy, time-travel' } },
    ]);
    expect(problems[0] && sayProblem(problems[0], t)).toBe(
      'requires：通知包需要本版本没有的能力：telepathy, time-travel。请先升级Rebind，或请制作人只用本版本有的能力，例如 "requires": ["phases", "fees"]',
    );
  });

  it('cannot paint a message with invisible characters', () => {
    const [problem] = problemsOf(spoilt({ requires: ['a\u202eb'] }));
    expect(problem?.params.names).toBe('a\\u{202e}b');
  });
});

describe('one value', () => {
  it.each([
    ['id', 'Changzhou 2023', 'id'],
    ['version', '1.0', 'version'],
    ['signedOn', '2023-9-1', 'date'],
    ['signedOn', '2023-02-29', 'dateUnreal'],
    ['signedOn', 20230901, 'date'],
    ['timeZone', 'Asia/Changzhou', 'timeZone'],
    ['timeZone', '+08:00', 'timeZone'],
    // Real ones too: the worker counts every day in China's.
    ['timeZone', 'Asia/Tokyo', 'timeZone'],
    ['timeZone', 'Asia/Urumqi', 'timeZone'],
    ['timeZone', 'UTC', 'timeZone'],
    ['documentNumber', '', 'words'],
    ['documentNumber', ' 12号', 'blanks'],
    ['documentNumber', 'x'.repeat(121), 'tooLong'],
    ['documentNumber', '常财购\u202e〔2023〕', 'invisible'],
    ['documentNumber', '常财购\u200b〔2023〕', 'invisible'],
    ['documentNumber', 'a\ufff9b', 'invisible'],
    ['documentNumber', 'a\u3164b', 'invisible'],
    ['documentNumber', 'a\ud800b', 'invisible'],
    ['documentNumber', 'a\nb', 'invisible'],
    ['title', '通知', 'text'],
    ['phases', {}, 'list'],
    ['validity', [], 'object'],
    ['source', 'javascript:alert(1)', 'url'],
    ['source', 'not an address', 'url'],
    ['systems', [], 'emptyList'],
  ] as const)('%s %j is refused: %s', (key, value, code) => {
    expect(spoil({ [key]: value })).toContain(`${key} ${code}`);
  });

  it('that is missing is named with what was expected there', () => {
    const problems = problemsOf(spoilt({ signedOn: undefined }));
    expect(problems).toMatchObject([{ path: 'signedOn', code: 'date', found: null }]);
    expect(problems[0] && sayProblem(problems[0], t)).toBe(
      'signedOn：没有填写。应为日期，写成年-月-日，例如 2023-09-11',
    );
  });

  it('deep inside is named by its whole path, with what stood there', () => {
    const [problem, ...others] = problemsOf(spoilt({ 'phases[2].until': '2023/10/11' }));
    expect(others).toEqual([]);
    expect(problem && sayProblem(problem, t)).toBe(
      'phases[2].until：应为日期，写成年-月-日，例如 2023-09-11。现为 "2023/10/11"',
    );
    expect(problem && sayProblem(problem, createTranslate(en))).toBe(
      'phases[2].until: Expected a date as year-month-day, e.g. 2023-09-11. Found "2023/10/11"',
    );
  });

  it('without its clause is refused', () => {
    expect(spoil({ 'warnings[0].cite': undefined })).toEqual(['warnings[0].cite cite']);
  });

  it('must be one of a closed list, which is named', () => {
    expect(problemsOf(spoilt({ 'permissions[0].action': 'destroy' }))).toMatchObject([
      {
        path: 'permissions[0].action',
        code: 'choice',
        params: { options: expect.stringContaining('unbind-old') },
      },
    ]);
  });

  it('of many kinds must name its kind', () => {
    expect(spoil({ 'obligations[0].due': { kind: 'someday' } })).toEqual(['obligations[0].due.kind choice']);
  });

  it.each(['.*解绑', '^国信', '国信|江苏', '[解]绑', '解绑\\d', '/解绑/i', '解{2}绑'])(
    'is a phrase, not the pattern %s',
    (pattern) => {
      expect(spoil({ 'certificates[0].issuerPhrases': [pattern] })).toEqual([
        'certificates[0].issuerPhrases[0] phrase',
      ]);
    },
  );

  it.each([
    'http://jszfcg.jsczt.cn',
    'jszfcg.jsczt.cn:80',
    'JSZFCG.jsczt.cn',
    'localhost',
    '*.jsczt.cn',
    '127.0.0.1',
  ])('%s is no host name', (host) => {
    expect(spoil({ 'systems[0].hosts': [host] })).toEqual(['systems[0].hosts[0] host']);
  });

  it.each([-1, 1.005, Number.NaN, '97', 2_000_000])('%j is no amount', (amount) => {
    const said = spoil({ 'fees.tariffs[0].ca': amount });
    expect(said).toEqual(['fees.tariffs[0].ca money']);
  });
});

describe('values that do not go together', () => {
  it.each([
    [
      'an end before its start',
      'phases[2].until endBeforeStart',
      { 'phases[2].from': '2023-10-11', 'phases[2].until': '2023-09-11' },
    ],
    ['overlapping phases', 'phases[2] overlap', { 'phases[2].from': '2023-09-10' }],
    ['an open end over the next phase', 'phases[3] overlap', { 'phases[2].until': undefined }],
    [
      'a due day before the first',
      'obligations[7].due.date endBeforeStart',
      { 'obligations[7].due.date': '2023-09-01' },
    ],
    [
      'mattering less long than it is due',
      'obligations[0].mattersUntil endBeforeStart',
      { 'obligations[0].mattersUntil': '2023-09-03' },
    ],
    ['published before it was signed', 'publishedOn signedAfterPublished', { publishedOn: '2023-08-31' }],
    ['two of one id', 'phases[1].id duplicateId', { 'phases[1].id': 'before-publication' }],
    [
      'an unknown certificate',
      'systems[0].accepts[0].certificates[0] unknownReference',
      { 'systems[0].accepts[0].certificates[0]': 'older-ca' },
    ],
    ['an unknown tariff', 'fees.charges[0].tariff unknownReference', { 'fees.charges[0].tariff': 'cheap' }],
    [
      'an unknown material',
      'obligations[0].materials[0] unknownReference',
      { 'obligations[0].materials': ['form-9'] },
    ],
    [
      'an unknown phase of a guide',
      'guides[0].phases[0] unknownReference',
      { 'guides[0].phases': ['someday'] },
    ],
    [
      'an audience the pack does not list',
      'permissions[0].when.audiences[0] unknownReference',
      { audiences: changzhou.audiences.filter((each) => each.id !== 'budget-unit') },
    ],
    [
      'an inference nobody answers for',
      'phases[0].inferredBy inferredBy',
      { 'phases[0].inferredBy': undefined },
    ],
    [
      'silence that permits',
      'permissions[9].basis basisContradiction',
      { 'permissions[9].basis': 'not-stated' },
    ],
    [
      'silence that names a certificate',
      'systems[0].accepts[1].certificates emptyAcceptance',
      { 'systems[0].accepts[1].certificates': ['new-ca'] },
    ],
    ['a wrong sum', 'fees.tariffs[0].total total', { 'fees.tariffs[0].total': 193 }],
  ])('%s', (_, expected, changes) => {
    expect(spoil(changes)).toContain(expected);
  });

  it('refuses a narrower window outside its phase, and takes one inside', () => {
    const phase = (id: string, from: string, until: string, within?: string) => ({
      id,
      name: { zh: id },
      text: { zh: id },
      from,
      until,
      ...(within && { within }),
      cite: '一',
    });
    const outer = phase('outer', '2026-03-01', '2026-03-31');
    expect(
      summaryOf(makePack({ phases: [outer, phase('inner', '2026-03-10', '2026-03-12', 'outer')] })),
    ).toEqual([]);
    expect(
      summaryOf(makePack({ phases: [outer, phase('inner', '2026-03-10', '2026-04-01', 'outer')] })),
    ).toEqual(['phases[1].within outsideParent']);
    expect(
      summaryOf(makePack({ phases: [outer, phase('inner', '2026-03-10', '2026-03-12', 'other')] })),
    ).toEqual(['phases[1].within unknownReference']);
  });
});

describe('messages', { timeout: 180_000 }, () => {
  it('exist for every code in both languages, with an example or what to do', () => {
    for (const messages of [zh, en]) {
      const translate = createTranslate(messages);
      for (const code of PROBLEM_CODES) {
        expect(translate(`notice.problem.${code}`)).not.toBe(`notice.problem.${code}`);
      }
    }
  });

  it('are said, with no hole left, for any one value of a pack replaced by anything', () => {
    const paths: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (path !== '') paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, item] of Object.entries(value)) walk(item, path === '' ? key : `${path}.${key}`);
    };
    walk(changzhou, '');
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const loaded = loadPack(JSON.stringify(spoilt({ [path]: value })));
        for (const problem of loaded.ok ? [] : loaded.problems) {
          // Holes are left when a code's sentence asks for a value the problem does not bring.
          expect(t(`notice.problem.${problem.code}`, problem.params)).not.toMatch(/\{[A-Za-z]+\}/);
          expect(sayProblem(problem, t)).toContain(problem.path);
          expect(problem.code).not.toBe('value');
        }
      }),
      rounds(50),
    );
  });
});

describe('site profiles', () => {
  const control = { target: 'unbind', name: '更换介质', role: 'button', near: ['证书'], css: '.list a' };
  const withProfile = (change: object) => ({
    siteProfiles: [{ system: 'sucaiyun', controls: [{ ...control, ...change }] }],
  });

  it('are optional, and kept', () => {
    const loaded = loadPack(spoilt(withProfile({})));
    expect(loaded).toMatchObject({ ok: true, ignored: [], pack: withProfile({}) });
  });

  it.each<[string, object, string]>([
    ['a selector that may run without end', { css: 'a:has(b:has(c))' }, 'css selector'],
    ['a pattern for a name', { name: '更换.*' }, 'name phrase'],
    ['the opposite', { name: '绑定' }, 'name taughtName'],
    ['a forbidden word', { name: '注销' }, 'name taughtName'],
    ['a message', { target: 'result' }, 'target choice'],
    ['a role of its own', { role: 'robot' }, 'role choice'],
  ])('refuse %s', (_, change, problem) => {
    expect(spoil(withProfile(change))).toEqual([`siteProfiles[0].controls[0].${problem}`]);
  });

  it('refuse an unknown system, and a control taught twice', () => {
    const { siteProfiles } = withProfile({});
    expect(spoil({ siteProfiles: [{ ...siteProfiles[0], system: 'elsewhere' }] })).toEqual([
      'siteProfiles[0].system unknownReference',
    ]);
    expect(spoil({ siteProfiles: [{ system: 'sucaiyun', controls: [control, control] }] })).toEqual([
      'siteProfiles[0].controls[1].target duplicateId',
    ]);
  });
});
