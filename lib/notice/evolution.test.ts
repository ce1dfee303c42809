/** Yesterday's reader, frozen, and today's writer: what an older client does with a newer pack, and the reverse. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packJsonSchema, writePackJsonSchema } from '@/scripts/notice/json-schema';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { LATER_ABILITIES } from './abilities';
import { builtinPack } from './builtin';
import { loadPack as loadWithOldReader, ABILITIES as OLD_ABILITIES } from './fixtures/reader-1-1.mjs';
import { loadPack } from './load';
import { ABILITIES, type NoticePack } from './model';
import { windowsOn } from './phases';
import { examplePack } from './testing/examples';
import { makePack } from './testing/make-pack';

const supplement = makePack({
  id: 'later',
  requires: ['amendments'],
  supplements: [builtinPack.id],
  amendments: [
    {
      id: 'a',
      list: 'obligations',
      fact: 'file-application',
      soft: true,
      text: { zh: '放宽。' },
      cite: '一',
    },
  ],
});

describe('yesterday’s reader', () => {
  it('reads the built-in pack as today’s does', () => {
    const old = loadWithOldReader(builtinPack);
    // The old reader tells the supervising unit's day as the unit's own: too early for some, too late for none.
    // And it takes every duty for done with once the new CA is in hand, as it always has, whatever ends it.
    expect(old).toMatchObject({ ok: true });
    const ignored = old.ok ? old.ignored.map((path) => path.replace(/^obligations\[\d+\]\./, '')) : [];
    expect([...new Set(ignored)].sort()).toEqual(['dueOf', 'endedBy']);
    const plain = builtinPack.obligations.map(({ dueOf, endedBy, ...duty }) => duty);
    if (old.ok) expect(old.pack).toEqual({ ...builtinPack, obligations: plain });
  });

  it('ignores newer parts that nothing hangs on, and names them', () => {
    const pack: NoticePack = { ...makePack(), corrects: [] };
    expect(loadPack(pack)).toMatchObject({ ok: true, ignored: [] });
    expect(loadWithOldReader(pack)).toMatchObject({ ok: true, ignored: ['corrects'] });
    const farther = { ...makePack(), moonPhases: [{ id: 'full' }] };
    for (const read of [loadPack, loadWithOldReader]) {
      expect(read(farther)).toMatchObject({ ok: true, ignored: ['moonPhases'] });
    }
  });

  it('refuses what it needs and does not know, says which, and complains of nothing else', () => {
    expect(loadPack(supplement)).toMatchObject({ ok: true });
    const old = loadWithOldReader({ ...supplement, systems: [], phases: 'not what it knows' });
    expect(old).toMatchObject({
      ok: false,
      problems: [{ path: 'requires', code: 'unknownAbilities', params: { names: 'amendments' } }],
    });
  });

  it('would misread a pack whose writer forgot to say what it needs: today’s reader refuses that', () => {
    const forgotten = { ...supplement, requires: [] };
    expect(loadWithOldReader(forgotten)).toMatchObject({ ok: true });
    expect(loadPack(forgotten)).toMatchObject({ ok: false, problems: [{ code: 'abilityMissing' }] });
  });

  it.each([
    ['corrections', { corrects: [builtinPack.id] }],
    [
      'profile-denials',
      {
        siteProfiles: [
          {
            system: 'system',
            controls: [{ target: 'bind', name: '证书关联', role: 'button' }],
            notIt: [{ target: 'bind', name: '绑定银行卡', role: 'button' }],
          },
        ],
      },
    ],
  ] as const)('would misread %s: a pack that uses it must name it, and then it refuses', (name, part) => {
    const pack = { ...makePack(), ...part };
    expect(loadWithOldReader(pack)).toMatchObject({ ok: true });
    expect(loadPack(pack)).toMatchObject({
      ok: false,
      problems: [{ path: 'requires', code: 'abilityMissing', params: { name } }],
    });
    const named = { ...pack, requires: [name] };
    expect(loadPack(named)).toMatchObject({ ok: true });
    expect(loadWithOldReader(named)).toMatchObject({
      ok: false,
      problems: [{ code: 'unknownAbilities', params: { names: name } }],
    });
  });

  it('would show a window of the districts to everybody, so a pack that has one must name it', () => {
    const open = { id: 'open', name: { zh: '过渡期' }, text: { zh: '过渡期' }, cite: '一' };
    const window = {
      ...open,
      id: 'window',
      from: '2026-11-02',
      until: '2026-11-13',
      within: 'open',
      levels: ['district' as const],
    };
    const pack = makePack({ phases: [{ ...open, from: '2026-10-26', until: '2026-11-27' }, window] });
    expect(loadPack(pack)).toMatchObject({
      ok: false,
      problems: [{ path: 'requires', code: 'abilityMissing', params: { name: 'level-phases' } }],
    });
    const named = { ...pack, requires: ['level-phases'] };
    const loaded = loadPack(named);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const windows = (level?: 'city' | 'district') =>
      windowsOn(loaded.pack, '2026-11-03', 'budget-unit', level).map(({ id }) => id);
    expect([windows('district'), windows('city'), windows()]).toEqual([['window'], [], []]);
    expect(loadWithOldReader(named)).toMatchObject({ ok: false, problems: [{ code: 'unknownAbilities' }] });
    // Two phases of one time are no contradiction where nobody is in both.
    const ofLevel = (...levels: ('city' | 'district')[]) => ({
      ...open,
      id: `of-${levels.join('-')}`,
      levels,
    });
    const apart = makePack({ requires: ['level-phases'], phases: [ofLevel('city'), ofLevel('district')] });
    expect(loadPack(apart)).toMatchObject({ ok: true });
    expect(loadPack({ ...apart, phases: [ofLevel('city'), ofLevel('city', 'district')] })).toMatchObject({
      ok: false,
      problems: [{ code: 'overlap' }],
    });
  });

  it('cannot read a day counted from receipt, and is told why where the pack names it', () => {
    const duty = examplePack('qingxi-2026-6').obligations.find(({ id }) => id === 'duties-3');
    const pack = makePack({ obligations: duty ? [duty] : [] });
    expect(loadWithOldReader(pack)).toMatchObject({ ok: false, problems: [{ code: 'kind' }] });
    expect(loadPack(pack)).toMatchObject({
      ok: false,
      problems: [{ path: 'requires', code: 'abilityMissing', params: { name: 'receipt-dates' } }],
    });
    const named = { ...pack, requires: ['receipt-dates'] };
    expect(loadPack(named)).toMatchObject({ ok: true });
    expect(loadWithOldReader(named)).toMatchObject({
      ok: false,
      problems: [{ code: 'unknownAbilities', params: { names: 'receipt-dates' } }],
    });
  });

  it('cannot count from the day a notice was signed, and is told why where the pack names it', () => {
    const duty = examplePack('qingxi-2026-6').obligations.find(({ id }) => id === 'duties-2');
    const named = makePack({ obligations: duty ? [duty] : [], requires: ['signing-dates'] });
    expect(loadPack(named)).toMatchObject({ ok: true });
    expect(loadPack({ ...named, requires: [] })).toMatchObject({
      ok: false,
      problems: [{ path: 'requires', code: 'abilityMissing', params: { name: 'signing-dates' } }],
    });
    expect(loadWithOldReader(named)).toMatchObject({
      ok: false,
      problems: [{ code: 'unknownAbilities', params: { names: 'signing-dates' } }],
    });
  });

  it('knows every field but those that an ability stands for', () => {
    // A new field: say here what an older reader does without it, and give it an ability where that is harm.
    const fields = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties } = schema as { readonly properties?: object };
      for (const name of Object.keys(properties ?? {})) fields.add(name);
      for (const each of Object.values(schema)) walk(each);
    };
    walk(packJsonSchema());
    const source = readFileSync(inRoot('lib', 'notice', 'fixtures', 'reader-1-1.mjs'), 'utf8');
    const unknown = [...fields].filter((name) => !new RegExp(`\\b${name}\\b`).test(source));
    expect(unknown.sort()).toEqual([
      'begins',
      'closes', // renewal-leads
      'corrects',
      'dueOf',
      'endedBy',
      'event', // event-dates
      'events',
      'fact',
      'graceAfter',
      // Without: a missed day is overdue sooner, an address shows as a place.
      'makeUps',
      'notIt',
      'opens',
      'per', // key-prices
      'post',
      'postcode',
      'recipient',
      'who',
      'withdrawn',
    ]);
  });

  it('could do nothing that today’s cannot', () => {
    expect(ABILITIES).toEqual(expect.arrayContaining([...OLD_ABILITIES]));
    const added = ABILITIES.filter((each) => !OLD_ABILITIES.includes(each));
    expect(added).toEqual(Object.keys(LATER_ABILITIES));
  });
});

describe('today’s reader', () => {
  it('takes every pack that yesterday’s took', () => {
    for (const pack of [builtinPack, makePack()]) {
      expect(loadWithOldReader(pack).ok).toBe(true);
      expect(loadPack(pack).ok).toBe(true);
    }
  });
});

describe('the JSON Schema', () => {
  it('stands in docs as it is now: npm run notice:schema writes it', () => {
    expect(readFileSync(inRoot('docs', 'notice-pack.schema.json'), 'utf8')).toBe(writePackJsonSchema());
  });

  const reader = z.fromJSONSchema(packJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);

  it('takes every pack of ours', () => {
    const folders = [inRoot('notices'), inRoot('notices', 'examples')];
    const files = folders.flatMap((folder) =>
      readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [`${folder}/${name}`] : [])),
    );
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      const read = reader.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      expect(read.success, `${file}: ${read.error?.message}`).toBe(true);
    }
  });

  it.each([
    ['a day written otherwise', { signedOn: '2023/9/1' }],
    ['an id with capitals', { id: 'Some-Where' }],
    ['a missing part', { phases: undefined }],
    ['an unknown duty', { audiences: [{ ...makePack().audiences[0], duty: 'perhaps' }] }],
  ])('refuses %s', (_, part) => {
    expect(reader.safeParse(JSON.parse(JSON.stringify({ ...makePack(), ...part }))).success).toBe(false);
  });
});
