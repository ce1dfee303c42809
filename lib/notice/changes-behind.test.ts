import { expect, test } from 'vitest';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { builtinPack } from './builtin';
import { changesBehind } from './changes-behind';
import { differencesBetween } from './differences';
import type { NoticePack } from './model';
import { sayDifferences } from './say-difference';
import { makePack } from './testing/make-pack';

const amendment = (id: string, date: string, published: string): NoticePack => ({
  ...makePack(),
  id,
  documentNumber: `常财购${id}号`,
  requires: ['amendments'],
  supplements: [builtinPack.id],
  publishedOn: published,
  systems: [],
  certificates: [],
  audiences: [],
  amendments: [
    {
      id: 'later',
      list: 'obligations',
      fact: 'file-application',
      due: { kind: 'date', date, inclusive: true },
      text: { zh: '延期。' },
      cite: '一',
    },
  ],
});
const first = amendment('first', '2023-09-08', '2023-09-03');
const second = amendment('second', '2023-09-10', '2023-09-05');
const newer = { ...builtinPack, version: '9.0.0' };
const next: NoticePack = {
  ...builtinPack,
  id: 'next',
  replaces: [builtinPack.id],
  publishedOn: '2026-01-01',
};

const said = ({ before, after }: { before: NoticePack; after: NoticePack }) =>
  sayDifferences(differencesBetween(before, after), {
    t: createTranslate(zh),
    language: 'zh',
    pack: after,
  }).join('\n');
const told = (pack: NoticePack, kept: readonly NoticePack[]) =>
  changesBehind(pack, kept).map(({ why, before, after, other }) => [
    why,
    `${before.id} ${before.version}`,
    `${after.id} ${after.version}`,
    other.id,
  ]);

test('of a notice by itself there is nothing to compare', () => {
  expect(changesBehind(builtinPack, [builtinPack])).toEqual([]);
  expect(changesBehind(builtinPack, [])).toEqual([]);
});

test('an older version, and what was replaced, from both sides', () => {
  const own = `${builtinPack.id} ${builtinPack.version}`;
  expect(told(newer, [builtinPack, newer])).toEqual([
    ['version', own, `${builtinPack.id} 9.0.0`, builtinPack.id],
  ]);
  expect(told(builtinPack, [builtinPack, newer])).toEqual([]);
  expect(told(next, [builtinPack, next])).toEqual([
    ['replaces', own, `next ${next.version}`, builtinPack.id],
  ]);
  expect(told(builtinPack, [builtinPack, next])).toEqual([['replaced', own, `next ${next.version}`, 'next']]);
});

test('each amendment upon the ones before it, in words with both clauses', () => {
  // The later is named first: the order of issue counts.
  const pairs = changesBehind(builtinPack, [second, builtinPack, first]);
  expect(pairs.map(({ why, other }) => [why, other.id])).toEqual([
    ['amended', 'first'],
    ['amended', 'second'],
  ]);
  expect(pairs[0] && said(pairs[0])).toMatch(/由2023年9月4日.*改为2023年9月8日.*常财购first号 一/);
  expect(pairs[1] && said(pairs[1])).toMatch(/由2023年9月8日.*改为2023年9月10日.*常财购second号 一/);
  expect(told(first, [builtinPack, first, second])[0]?.slice(0, 2)).toEqual([
    'amends',
    `${builtinPack.id} ${builtinPack.version}`,
  ]);
});

test('one that does not fit changes nothing, and nothing is told of it', () => {
  const stray: NoticePack = {
    ...first,
    amendments: first.amendments?.map((each) => ({ ...each, fact: 'no-such-fact' })),
  };
  expect(changesBehind(builtinPack, [builtinPack, stray])).toEqual([]);
  expect(changesBehind(stray, [builtinPack, stray])).toEqual([]);
});
