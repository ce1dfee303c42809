import { formatDay } from '@/lib/locale/dates';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import { dateIn } from '@/lib/notice/days';
import { announcementsDue, rememberAnnounced, rememberSnoozed } from '@/lib/reminder/announcements';
import { isQuiet } from '@/lib/reminder/quiet-hours';
import type { Namespace, Store } from '@/lib/store/model';

export interface AnnounceParts {
  readonly store: (namespace: Namespace) => Promise<Store>;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly translate: Translate;
  readonly language: Language;
  readonly notify: (id: string, title: string, message: string) => Promise<void>;
}

/** How many are told one by one at a time; after a long absence, or a restored backup, there may be hundreds. */
const AT_ONCE = 3;

/**
 * Announces what is due today in the real database; a preview or a rehearsal announces nothing. Written
 * down before it is shown: told once and perhaps unseen is better than told every hour, and the popup
 * shows the same date all the time. The text holds the kind and the days, no unit and no name.
 */
export async function announceDue({
  store,
  now,
  timeZone,
  translate,
  language,
  notify,
}: AnnounceParts): Promise<void> {
  const real = await store('real');
  const rows = await real.certificates.list();
  const certificates = rows.map((row) => ({
    ...row,
    enteredOn: dateIn(new Date(row.createdAt), timeZone),
  }));
  const [announced, thresholds, quiet, snoozed] = await Promise.all([
    real.settings.get('announced'),
    real.settings.get('thresholds'),
    real.settings.get('quiet'),
    real.settings.get('snoozed'),
  ]);
  const at = now();
  // Nothing is remembered as told: the first hour after the quiet ones tells it.
  if (isQuiet(quiet, at, timeZone)) return;
  const today = dateIn(at, timeZone);
  const due = announcementsDue(certificates, announced, today, { thresholds, snoozed });
  if (due.length === 0) return;
  await real.settings.set('announced', rememberAnnounced(announced, due, certificates));
  await real.settings.change('snoozed', (now) => rememberSnoozed(now, due, certificates, today));
  const title = translate('reminder.title');
  const messages = due.slice(0, AT_ONCE).map(({ key, kind, generation, validUntil, daysLeft }) => {
    const what = translate(`reminder.${kind}.${generation}`);
    const date = formatDay(validUntil, language, { year: true });
    const message =
      daysLeft < 0
        ? translate('reminder.expired', { what, date })
        : daysLeft === 0
          ? translate('reminder.lastDay', { what, date })
          : translate('reminder.soon', { what, date, count: daysLeft });
    return { key, message };
  });
  const more = due.length - messages.length;
  if (more > 0) messages.push({ key: 'more', message: translate('reminder.more', { count: more }) });
  // One that the browser refuses keeps none of the others back.
  const shown = await Promise.allSettled(messages.map(({ key, message }) => notify(key, title, message)));
  const refused = shown.find((each) => each.status === 'rejected');
  if (refused) throw refused.reason;
}
