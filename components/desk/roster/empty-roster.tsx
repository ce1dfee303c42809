import { useSpeech } from '@/components/ui/language';

export function EmptyRoster() {
  const { t } = useSpeech();
  return (
    <div className="note roster-none" data-part="roster-empty">
      <strong>{t('roster.empty.title')}</strong>
      <p>{t('roster.empty.what')}</p>
    </div>
  );
}

const KEYS = [
  ['/', 'search'],
  ['↑ ↓', 'move'],
  ['Space', 'select'],
  ['Shift + ↑ ↓', 'extend'],
  ['Ctrl + A', 'all'],
  ['Enter', 'open'],
  ['Ctrl + Z', 'undo'],
  ['Ctrl + Y', 'redo'],
  ['Esc', 'escape'],
] as const;

/** What the keys do, folded. */
export function Keys() {
  const { t } = useSpeech();
  return (
    <details className="roster-keys">
      <summary className="button button--quiet">{t('roster.action.keys')}</summary>
      <dl className="roster-keys-list">
        {KEYS.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`roster.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
