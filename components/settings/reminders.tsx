import { useRef, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { failureKindOf, StoreFailureNotice } from '@/components/ui/store-failure';
import { SOON_THRESHOLDS } from '@/lib/certificate/status';
import { isTimeOfDay, USUAL_QUIET_HOURS } from '@/lib/reminder/quiet-hours';
import type { StoreFailureKind } from '@/lib/store/model';
import { Section } from './section';
import type { SettingsServices, ShownSettings } from './services';

/** When to remind, and what no setting can change: nothing fires while the browser is closed. */
export function Reminders(props: { readonly settings: ShownSettings; readonly services: SettingsServices }) {
  const { t } = useSpeech();
  const { services } = props;
  const { shown, failure, change } = useChoice(props.settings, services);
  const { thresholds, quiet } = shown;
  const choose = (days: number, on: boolean) => {
    const next = SOON_THRESHOLDS.filter((each) => (each === days ? on : thresholds.includes(each)));
    change({ thresholds: next, quiet });
  };
  const setQuiet = (next: Choice['quiet']) => change({ thresholds, quiet: next });
  return (
    <Section id="reminders" title={t('settings.reminders.title')}>
      <fieldset className="choice">
        <legend className="field-label">{t('settings.reminders.when')}</legend>
        <div className="choice-options">
          {SOON_THRESHOLDS.map((days) => (
            <label key={days} className="choice-option">
              <input
                type="checkbox"
                checked={thresholds.includes(days)}
                onChange={(event) => choose(days, event.currentTarget.checked)}
              />
              <span>{t('settings.reminders.days', { count: days })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {thresholds.length === 0 && <p className="note note--amber">{t('settings.reminders.none')}</p>}
      <label className="switch">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) => setQuiet(event.currentTarget.checked ? USUAL_QUIET_HOURS : null)}
        />
        {t('settings.reminders.quiet')}
      </label>
      {quiet && (
        <div className="settings-row">
          {(['from', 'until'] as const).map((end) => (
            <label key={end} className="field">
              <span className="field-label">{t(`settings.reminders.${end}`)}</span>
              <input
                className="field-input"
                type="time"
                value={quiet[end]}
                onChange={(event) => {
                  const time = event.currentTarget.value;
                  if (isTimeOfDay(time)) setQuiet({ ...quiet, [end]: time });
                }}
              />
            </label>
          ))}
        </div>
      )}
      {quiet && quiet.from === quiet.until && (
        <p className="note note--amber">{t('settings.reminders.quietNever')}</p>
      )}
      <p className="fine">{t('settings.reminders.closed')}</p>
      {failure && <StoreFailureNotice kind={failure} />}
    </Section>
  );
}

type Choice = Pick<ShownSettings, 'thresholds' | 'quiet'>;

/**
 * The choice as the person sees it. Boxes are ticked faster than rows are written: each tick builds on the one
 * before, writes follow one another, and the last one stands. A failed write shows what is kept.
 */
function useChoice(kept: Choice, services: SettingsServices) {
  const [wanted, setWanted] = useState<Choice | null>(null);
  const [failure, setFailure] = useState<StoreFailureKind | null>(null);
  const latest = useRef<Choice | null>(null);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const change = (next: Choice) => {
    latest.current = next;
    setWanted(next);
    setFailure(null);
    writing.current = writing.current
      .then(() => services.setReminders(next))
      .catch((error) => setFailure(failureKindOf(error)))
      .finally(() => {
        if (latest.current === next) setWanted(null);
      });
  };
  return { shown: wanted ?? kept, failure, change };
}
