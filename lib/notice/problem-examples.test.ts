import { describe, expect, it } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';
import { abilitiesOf, unnamedAbilities } from './abilities';
import { builtinPack } from './builtin';
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
