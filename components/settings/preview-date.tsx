import { useRef, useState } from 'react';
import { formatDate } from '@/components/ui/dates';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { checkDay, LIKELY_DAYS } from '@/lib/certificate/entry';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import { Section } from './section';
import type { SettingsServices } from './services';

/** For trainers and helpdesk: what the pages would say on another day, over data of its own. */
export function PreviewDate(props: {
  readonly preview: CalendarDate | null;
  readonly services: SettingsServices;
}) {
  const { t, language } = useSpeech();
  const { preview, services } = props;
  const [date, setDate] = useState(() => preview ?? dateIn(services.now(), services.pack.timeZone));
  const [tried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const action = useAction();
  const problem = checkDay(date);
  return (
    <Section id="preview" title={t('settings.preview.title')}>
      <p>{t('settings.preview.what')}</p>
      {preview !== null && (
        <p className="note note--amber">
          {t('settings.preview.now', { date: formatDate(preview, language) })}{' '}
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() => void action.run(() => services.setPreview(null))}
          >
            {t('settings.preview.leave')}
          </button>
        </p>
      )}
      <form
        noValidate
        className="settings-row"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (problem === null) void action.run(() => services.setPreview(date));
          else input.current?.focus();
        }}
      >
        <TextField
          label={t('settings.preview.date')}
          type="date"
          min={LIKELY_DAYS.from}
          max={LIKELY_DAYS.until}
          value={date}
          inputRef={input}
          error={tried && problem ? t(PROBLEM_SENTENCES[problem]) : null}
          onEdit={setDate}
        />
        <button type="submit" className="button button--primary" disabled={action.busy}>
          {t('settings.preview.enter')}
        </button>
      </form>
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </Section>
  );
}
