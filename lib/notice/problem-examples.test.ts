import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { abilitiesOf, unnamedAbilities } from './abilities';
import { builtinPack } from './builtin';
import { loadPack } from './load';
import { ABILITIES } from './model';
import { type PackProblem, PROBLEM_CODES } from './problem';
import { exampleOf } from './problem-examples';
import { sayProblem } from './say-problem';

const problem = (code: PackProblem['code'], params: PackProblem['params'] = {}): PackProblem => ({
  path: 'phases[1].until',
  code,
  params,
  found: '"x"',
});

describe.each([
  ['Chinese', createTranslate(zh), '例如'],
  ['English', createTranslate(en), 'e.g.'],
])('in %s', (_, t, mark) => {
  it.each(PROBLEM_CODES)('%s says where, what was expected, and one example', (code) => {
    const said = sayProblem(problem(code), t);
    expect(said).toContain('phases[1].until');
    expect(said).toContain(`${mark} ${exampleOf(problem(code))}`);
    expect(said.split(mark)).toHaveLength(2);
  });
});

it('names a value that fits where the values are known', () => {
  expect(exampleOf(problem('choice', { options: 'may, must' }))).toBe('"may"');
  expect(exampleOf(problem('unknownReference', { known: 'transition, new-only' }))).toBe('"transition"');
  expect(exampleOf(problem('unknownReference', { known: '' }))).not.toBe('""');
});

describe('what is wrong in one place is said so that it can be mended there', () => {
  const t = createTranslate(zh);
  const saidOf = (changes: Readonly<Record<string, unknown>>) => {
    const loaded = loadPack(JSON.stringify({ ...builtinPack, ...changes }));
    return loaded.ok ? [] : loaded.problems.map((each) => sayProblem(each, t));
  };
  const withDue = (due: unknown) => ({
    obligations: builtinPack.obligations.map((each, index) => (index === 0 ? { ...each, due } : each)),
  });
  const relative = (anchor: unknown) =>
    withDue({ kind: 'relative', anchor, side: 'after', lead: { count: 2, unit: 'days' }, inclusive: true });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    [
      'blanks around a text are named, not its form, which is right',
      { title: { zh: '关于更换CA的通知\n' } },
      'title.zh：首尾有空格或换行，请删去，例如 过渡阶段。现为 "关于更换CA的通知\\n"',
    ],
    [
      'no copies at all are no copies to hand in',
      {
        materials: [
          { id: 'form', name: { zh: '申请表' }, forms: [{ kind: 'paper', copies: 0 }], cite: '三、1' },
        ],
      },
      'materials[0].forms[0].copies：0份没有意义，应为1到3650的整数；通知没写几份的，删去这一项，例如 2。现为 0',
    ],
    [
      'the kinds that fit here',
      relative({ kind: 'expiry' }),
      'obligations[0].due.anchor.kind：应为以下之一：certificate-expiry, phase-from, phase-until, batch-from, batch-until, publication, signing, receipt, event，例如 "certificate-expiry"。现为 "expiry"',
    ],
    [
      'no day for an anchor',
      relative('publication'),
      'obligations[0].due.anchor：应为一个对象，并写明种类，请对照已有的通知包，例如 {"kind": "publication"}。现为 "publication"',
    ],
    [
      'a list of phases is not one of words',
      { phases: undefined },
      'phases：没有填写。应为一个列表，即方括号括起的内容，例如 []',
    ],
    [
      'a list of words is',
      { systems: [{ ...builtinPack.systems[0], hosts: 'jszfcg.jsczt.cn' }] },
      'systems[0].hosts：应为一个列表，即方括号括起的内容，例如 ["jszfcg.jsczt.cn"]。现为 "jszfcg.jsczt.cn"',
    ],
    [
      'an object by what it holds',
      { fees: undefined },
      'fees：没有填写。应为一个对象，即花括号括起的内容，例如 {"tariffs": [], "charges": []}',
    ],
    [
      'what could be named is not there yet',
      {
        requires: [...builtinPack.requires, 'event-dates'],
        ...relative({ kind: 'event', event: 'approval' }),
      },
      'obligations[0].due.anchor.event：找不到所指的条目，events里还没有内容，请先补上那一项，例如 {"id": "approval", "name": {"zh": "收到批复"}}。现为 "approval"',
    ],
  ])('%s', (_, changes, sentence) => {
    expect(saidOf(changes)).toContain(sentence);
  });

  it('a file that is no object is shown how a pack begins', () => {
    const loaded = loadPack('[1, 2]');
    expect(loaded.ok ? '' : sayProblem(loaded.problems[0] as PackProblem, t)).toContain(
      '"format": "rebind.notice/1"',
    );
  });

  it('days that overlap are told as days', () => {
    const [first] = builtinPack.phases;
    const said = saidOf({ phases: [...builtinPack.phases, { ...first, id: 'again' }] });
    expect(said.join()).toContain('现为 "… – 2023-09-03"');
  });
});

describe('abilities a pack uses', () => {
  it('are found whatever the pack says of itself', () => {
    const [first, ...others] = builtinPack.requires;
    expect(unnamedAbilities(builtinPack)).toEqual([]);
    expect(unnamedAbilities({ ...builtinPack, requires: others })).toEqual([first]);
  });

  it('can each be found: none is known that nothing would ask for', () => {
    const lead = { amount: 2, unit: 'working-days' };
    const everything = {
      phases: [{ audiences: ['supplier'], levels: ['city'], within: 'a' }],
      permissions: [{ byApplication: { wait: lead } }],
      obligations: [
        { soft: true, after: ['a'], due: { kind: 'announced-later' } },
        { due: { kind: 'date', inclusive: 'not-stated' }, from: { kind: 'relative' } },
        { due: { anchor: { kind: 'receipt' } } },
        { due: { anchor: { kind: 'event' }, lead: { count: 1, unit: 'months' } } },
        { due: { anchor: { kind: 'signing' } } },
      ],
      batches: [{}],
      fees: { charges: [{ business: 'issue', certificates: ['a'], when: { projectFrom: '2026-01-01' } }] },
      activities: [{}],
      certificates: [{ role: 'main' }],
      materials: [{ forms: ['paper'] }],
      silences: [{}],
      guides: [{ onlyChosen: true, unbinds: 'unbind', steps: [{ optional: true, levels: ['city'] }] }],
      amendments: [{}],
      renewals: [{ opens: lead }],
      corrects: ['a'],
      siteProfiles: [{ notIt: [{}] }],
    };
    expect([...abilitiesOf(everything)].sort()).toEqual([...ABILITIES].sort());
  });
});
