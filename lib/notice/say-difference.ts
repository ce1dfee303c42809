import { textIn } from '@/lib/locale/text';
import type { Difference, PartChange } from './differences';
import { sayCode, sayList, sayPart, sayValue, type Voice } from './say-value';

function saidPath(path: PartChange['path'], voice: Voice): string {
  return path
    .map((part) => sayPart(part, voice))
    .reduce(
      (outer, inner) => (outer === '' ? inner : voice.t('noticeWords.difference.within', { outer, inner })),
      '',
    );
}

/**
 * One difference in words, a line for each part that changes:
 * 「事项“报送申请表”：截止由2023年9月4日（周一）前（是否含当日，通知未写）改为…（一（二）1）」.
 */
export function sayDifference(difference: Difference, voice: Voice): readonly string[] {
  const { t, language } = voice;
  const { kind, changes } = difference;
  const list = sayList(difference.list, voice);
  const words = textIn(difference.name, language);
  const name = sayCode(words, voice) ?? words;
  const cite = difference.cite === null ? '' : t('noticeWords.difference.clause', { cite: difference.cite });
  if (kind === 'moved') return [t('noticeWords.difference.moved', { list })];
  if (kind !== 'changed') return [t(`noticeWords.difference.${kind}`, { list, name, cite })];
  return changes.map(({ path, before, after }) =>
    t('noticeWords.difference.changed', {
      list,
      name,
      part: saidPath(path, voice),
      before: sayValue(before, path.at(-1), voice),
      after: sayValue(after, path.at(-1), voice),
      cite,
    }),
  );
}

/** All differences in words; one sentence where there are none. */
export function sayDifferences(differences: readonly Difference[], voice: Voice): readonly string[] {
  if (differences.length === 0) return [voice.t('noticeWords.difference.none')];
  return differences.flatMap((each) => sayDifference(each, voice));
}
