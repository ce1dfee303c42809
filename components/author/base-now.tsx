import { useSpeech } from '@/components/ui/language';
import { findFact } from '@/lib/author/base';
import type { NoticePack } from '@/lib/notice/model';
import { sayPart, sayValue } from '@/lib/notice/say-value';

/** Parts that an amendment can change, under the fact's own names. */
const PARTS = [
  'text',
  'from',
  'until',
  'due',
  'soft',
  'mattersUntil',
  'makeUps',
  'person',
  'number',
  'areaCode',
  'address',
  'hours',
  'ca',
  'seal',
  'total',
  'payer',
  'opensDaysBefore',
  'closesDaysBefore',
  'opens',
  'closes',
  'graceAfter',
] as const;

/** What the notice that is changed says of a fact, beside what it becomes. */
export function BaseNow(props: { readonly base: NoticePack | null; readonly fact: string }) {
  const { t, language } = useSpeech();
  const found = findFact(props.base, props.fact);
  if (!found || !props.base) return null;
  const voice = { t, language, pack: props.base };
  const values = PARTS.filter((part) => found.fact[part] !== undefined && found.fact[part] !== false).map(
    (part) =>
      t('author.pair', { name: sayPart(part, voice), value: sayValue(found.fact[part], part, voice) }),
  );
  return (
    <p className="note" data-part="base-now">
      {t('author.baseNow', {
        cite: String(found.fact.cite ?? ''),
        values: values.join(t('author.semicolon')),
      })}
    </p>
  );
}
