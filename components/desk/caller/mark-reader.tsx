/** 「点标着3的按钮」from the helper's side: the caller reads numbers with the words beside them, the desk says which is which. */
import { type FormEvent, useState } from 'react';
import { targetWords } from '@/components/desk/teach/words';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { refuseText } from '@/lib/certificate/refusal';
import { type MarkMeaning, meaningOf, type ReadMark, type TargetPages } from '@/lib/desk/caller/read-mark';
import { readDigits } from '@/lib/desk/help-code/digits';
import { isIrreversible } from '@/lib/page/irreversible-targets';
import type { PageState } from '@/lib/page/model';
import { PAGES } from '@/lib/page/resolve';
import type { TaughtTarget } from '@/lib/page/taught';

const { result: _, ...TARGET_PAGES } = PAGES;
const PAGES_OF: TargetPages = TARGET_PAGES;

export function MarkReader(props: {
  readonly page: PageState;
  /** What the caller's step wants pressed there; null: nothing. */
  readonly wanted: TaughtTarget | null;
}) {
  const { t } = useSpeech();
  const { page, wanted } = props;
  const [number, setNumber] = useState('');
  const [label, setLabel] = useState('');
  const [marks, setMarks] = useState<readonly ReadMark[]>([]);
  const spoken = readDigits(number.replace(/号\s*$/, ''));
  const at = spoken.stray === null && spoken.digits !== '' ? Number(spoken.digits) : 0;
  const isWhole =
    Number.isInteger(at) && at >= 1 && at <= 99 && label.trim() !== '' && refuseText(label) === null;
  const meant = marks.map((mark) => ({ mark, meaning: meaningOf(mark, page, wanted, PAGES_OF) }));
  const isTwice = meant.filter(({ meaning }) => meaning.kind === 'wanted').length > 1;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    const mark = { number: at, label: label.trim().slice(0, 40) };
    setMarks([...marks.filter((each) => each.number !== at), mark].sort((a, b) => a.number - b.number));
    setNumber('');
    setLabel('');
  };
  const sentence = ({ number: of, label: words }: ReadMark, meaning: MarkMeaning): string => {
    const holes = { number: of, label: words };
    if (meaning.kind === 'wanted') {
      const target = targetWords(t, meaning.target);
      if (isTwice) return t('desk.mark.twice', { target });
      return t(isIrreversible(meaning.target) ? 'desk.mark.wantedGrave' : 'desk.mark.wanted', {
        ...holes,
        target,
      });
    }
    if (meaning.kind === 'other') {
      const targets = meaning.targets.map((each) => targetWords(t, each)).join(t('ui.listComma'));
      return t('desk.mark.other', { ...holes, targets });
    }
    return t(`desk.mark.${meaning.kind}`, holes);
  };
  return (
    <details data-part="marks">
      <summary>{t('desk.mark.title')}</summary>
      <p className="fine">{t('desk.mark.about')}</p>
      <form className="desk-marks" onSubmit={add}>
        <TextField label={t('desk.mark.number')} value={number} error={null} onEdit={setNumber} />
        <TextField label={t('desk.mark.label')} value={label} error={null} onEdit={setLabel} />
        <button type="submit" className="button" disabled={!isWhole}>
          {t('desk.mark.add')}
        </button>
        {marks.length > 0 && (
          <button type="button" className="button button--quiet" onClick={() => setMarks([])}>
            {t('desk.mark.clear')}
          </button>
        )}
      </form>
      <div role="status">
        {meant.length > 0 && (
          <ul className="desk-list" aria-label={t('desk.mark.list')}>
            {meant.map(({ mark, meaning }) => (
              <li
                key={mark.number}
                data-mark={mark.number}
                data-kind={isTwice && meaning.kind === 'wanted' ? 'twice' : meaning.kind}
              >
                {sentence(mark, meaning)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
