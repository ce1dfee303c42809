/** Yesterday's reader, frozen, and today's writer: what an older client does with a newer pack, and the reverse. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packJsonSchema, writePackJsonSchema } from '@/scripts/notice/json-schema';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { builtinPack } from './builtin';
import { loadPack as loadWithOldReader, ABILITIES as OLD_ABILITIES } from './fixtures/reader-1-1.mjs';
import { loadPack } from './load';
import { ABILITIES, type NoticePack } from './model';
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
    expect(old).toMatchObject({ ok: true, ignored: [] });
    if (old.ok) expect(old.pack).toEqual(builtinPack);
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

  it('could do nothing that today’s cannot', () => {
    expect(ABILITIES).toEqual(expect.arrayContaining([...OLD_ABILITIES]));
    const added = ABILITIES.filter((each) => !OLD_ABILITIES.includes(each));
    expect(added).toEqual(['amendments']);
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
