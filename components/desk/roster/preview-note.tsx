import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { dateIn } from '@/lib/notice/days';
import type { HeardRoster, RosterServices } from './services';

/** Whoever left a preview on would hand out a report and reminders as of another day: it stands above them, on paper too. */
export function PreviewNote(props: { readonly roster: HeardRoster; readonly services: RosterServices }) {
  const { t, language } = useSpeech();
  const { today } = props.roster;
  if (today === dateIn(props.services.now(), props.services.pack.timeZone)) return null;
  return (
    <p className="note note--amber" role="status" data-part="previewed">
      {t('roster.previewed', { date: formatDate(today, language) })}
    </p>
  );
}
