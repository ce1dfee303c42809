/** Packs are untrusted data: what a hostile one may try in any of its strings, refused wherever it stands. */
import { describe, expect, it } from 'vitest';
import { loadPack } from './load';
import { describeFound, findInvisible } from './problem';
import { LONGEST_LIST, LONGEST_TEXT } from './schema-leaves';
import { examplePacks } from './testing/examples';
import { makePack } from './testing/make-pack';

type Path = readonly (string | number)[];

function stringsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    stringsOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  const next = (value as Record<string | number, unknown>)[key];
  if (Array.isArray(value)) return value.with(Number(key), withValue(next, rest, put));
  return { ...(value as object), [key]: withValue(next, rest, put) };
}

const HOSTILE: Readonly<Record<string, string>> = {
  script: '过渡阶段<script>alert(1)</script>',
  image: '<img src=x onerror=alert(1)>',
  closing: '过渡阶段</p>',
  comment: '过渡阶段<!-- -->',
  reference: '过渡&lt;阶段',
  direction: '过渡\u202e阶段',
  isolate: '过渡\u2066阶段',
  'zero width': '过渡\u200b阶段',
  'soft hyphen': '过渡\u00ad阶段',
  'tag characters': '过渡\u{e0041}阶段',
  // Marks heaped on one sign paint over the lines above and below.
  'heaped marks': `过渡${'\u0301'.repeat(12)}阶段`,
  'a letter that turns figures round': '9月10日\u05d09月20日',
  'a word struck through': '不\u0336得\u0336解绑',
  'a sign crossed out': '可\u20e0以',
  'a character that is none': '过渡\ufdd0阶段',
  'an object that is not there': '过渡\ufffc阶段',
  null: '过渡\u0000阶段',
  surrogate: '过渡\ud800阶段',
  'new line': '过渡\n阶段',
  long: '长'.repeat(2100),
};

/** One path of each kind: which entry of a list it is in makes no difference. */
const kinds = new Map<string, { readonly pack: unknown; readonly path: Path }>();
for (const pack of Object.values(examplePacks)) {
  for (const path of stringsOf(pack)) {
    const kind = path.filter((part) => typeof part === 'string').join('.');
    if (!kinds.has(kind)) kinds.set(kind, { pack, path });
  }
}

describe('every kind of string in a pack', () => {
  it('is looked at: there are many', () => {
    expect(kinds.size).toBeGreaterThan(120);
  });

  it.each(Object.entries(HOSTILE))('refuses %s', (_, text) => {
    const passed = [...kinds].flatMap(([kind, { pack, path }]) =>
      loadPack(withValue(pack, path, text)).ok ? [kind] : [],
    );
    expect(passed).toEqual([]);
  });

  it('takes a plain sign', () => {
    const pack = { ...makePack(), title: { zh: '金额<30万元 & 不足 > 10万元' } };
    expect(loadPack(pack).ok).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://a.example/',
    '//a.example/',
    'http://czj.example@evil.example/',
    'https://czj.example:pass@evil.example/',
    'https://a.example/ b',
    'https://a.example/\u202e',
    'chrome-extension://x/y',
    `https://a.example/${'x'.repeat(2100)}`,
  ])('is not %s', (source) => {
    const loaded = loadPack({ ...makePack(), source });
    expect(loaded.ok ? [] : loaded.problems.map(({ path }) => path)).toEqual(['source']);
  });

  it.each(['http://czj.example/a?b=c#d', 'https://czj.example:8443/'])('may be %s', (source) => {
    expect(loadPack({ ...makePack(), source }).ok).toBe(true);
  });
});

describe('a control’s place on the page', () => {
  const withCss = (css: string) => ({
    ...makePack(),
    siteProfiles: [{ system: 'system', controls: [{ target: 'bind', name: '绑定', role: 'button', css }] }],
  });
  it.each([
    ':has(*)',
    'a:hover',
    '*{}',
    'a/**/b',
    '\\61',
    '@import "x"',
    'a;b',
    `a${' > a'.repeat(30)}`,
    'x'.repeat(201),
    'input[value^="a"]:not(b)',
  ])('is not %s', (css) => {
    expect(loadPack(withCss(css)).ok).toBe(false);
  });
  it('may be tags, classes and positions', () => {
    expect(loadPack(withCss('.table a:nth-child(2)')).ok).toBe(true);
  });
});

describe('size', () => {
  it('is held: lists, texts', () => {
    const warning = { id: 'w', kind: 'rule', text: { zh: '提醒' }, cite: '一' };
    const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...warning, id: `w-${at}` }));
    expect(loadPack({ ...makePack(), warnings: many(LONGEST_LIST) }).ok).toBe(true);
    expect(loadPack({ ...makePack(), warnings: many(LONGEST_LIST + 1) })).toMatchObject({
      problems: [{ path: 'warnings', code: 'tooMany' }],
    });
    const title = (length: number) => ({ ...makePack(), title: { zh: '长'.repeat(length) } });
    expect(loadPack(title(LONGEST_TEXT)).ok).toBe(true);
    // Signs are counted, not halves of them.
    expect(loadPack({ ...makePack(), title: { zh: '𠮷'.repeat(LONGEST_TEXT) } }).ok).toBe(true);
    expect(loadPack(title(LONGEST_TEXT + 1))).toMatchObject({ problems: [{ code: 'tooLong' }] });
  });

  it('of what is read in vain is held too: a pack of mistakes does not grow without end', () => {
    const loaded = loadPack({ ...makePack(), phases: Array.from({ length: 100_000 }, () => 7) });
    expect(loaded.ok ? 0 : loaded.problems.length).toBeLessThanOrEqual(1001);
  });
});

describe('a name that nobody knows', () => {
  it('is told with its hidden signs as escapes, and short', () => {
    const loaded = loadPack({ ...makePack(), '已核实\u202e放心使用': 1, ['长'.repeat(5000)]: 2 });
    expect(loaded.ok && loaded.ignored).toEqual(['已核实\\u{202e}放心使用', `${'长'.repeat(59)}…`]);
  });

  it('is told a thousand times at most', () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`x${at}`, at]));
    const loaded = loadPack({ ...makePack(), ...many });
    expect(loaded.ok && loaded.ignored.length).toBe(1000);
  });

  it('of an ability is told eight times at most', () => {
    const loaded = loadPack({
      ...makePack(),
      requires: Array.from({ length: 50_000 }, (_, at) => `new-${at}`),
    });
    expect(loaded.ok ? null : loaded.problems[0]?.params.names).toBe(
      'new-0, new-1, new-2, new-3, new-4, new-5, new-6, new-7 …',
    );
  });
});

it('no sign that draws nothing is taken for a plain one, and no heap of marks', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code));
  const hidden = codes.filter((sign) => /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u.test(sign));
  expect(hidden.length).toBeGreaterThan(6000);
  expect(hidden.filter((sign) => findInvisible(`过渡${sign}阶段`) === null)).toEqual([]);
  const marks = codes.filter((sign) => /\p{M}/u.test(sign));
  expect(marks.filter((mark) => findInvisible(`渡${mark}${mark}${mark}`) === null)).toEqual([]);
  // Two are a language's own.
  expect(findInvisible('e\u0302\u0301')).toBeNull();
});

it('a message that quotes such a text shows its signs as escapes', () => {
  expect(describeFound('过渡\u202e阶段')).toBe('"过渡\\u{202e}阶段"');
  expect(describeFound(`渡${'\u0301'.repeat(3)}`)).toBe('"渡\u0301\u0301\\u{301}"');
});
