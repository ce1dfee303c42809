import { useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { keyPart } from '@/lib/locale/key-part';
import { type ChangedPair, changesBehind } from '@/lib/notice/changes-behind';
import { differencesBetween } from '@/lib/notice/differences';
import type { NoticePack } from '@/lib/notice/model';
import { DifferenceLines } from './difference-lines';

/** What changed: against an older version, the notice replaced, and by each that supplements or corrects it. */
export function Changes(props: { readonly pack: NoticePack; readonly kept: readonly NoticePack[] }) {
  const { t } = useSpeech();
  const pairs = changesBehind(props.pack, props.kept);
  if (pairs.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="changes-title" data-part="changes">
      <h3 id="changes-title" className="panel-title">
        {t('noticePage.changes.title')}
      </h3>
      {pairs.map((pair) => (
        <Pair key={`${pair.why} ${pair.other.id} ${pair.other.version}`} pair={pair} />
      ))}
    </section>
  );
}

/** Compared when it is opened: two notices are compared fact by fact. */
function Pair({ pair }: { readonly pair: ChangedPair }) {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { why, before, after, other } = pair;
  return (
    <details data-changed={why} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`noticePage.changes.${keyPart(why)}`, { number: other.documentNumber, version: other.version })}
      </summary>
      {isOpen && <DifferenceLines differences={differencesBetween(before, after)} pack={after} />}
    </details>
  );
}
