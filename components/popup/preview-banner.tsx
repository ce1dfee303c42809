import { formatDate } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { PopupServices } from './services';

/** A previewed date must never be taken for today's. */
export function PreviewBanner(props: { readonly date: CalendarDate; readonly services: PopupServices }) {
  const { t, language } = useSpeech();
  const action = useAction();
  return (
    <section className="preview-banner" data-part="preview" data-preview={props.date}>
      <p>
        <strong>{t('popup.preview.title', { date: formatDate(props.date, language) })}</strong>{' '}
        {t('popup.preview.apart')}
      </p>
      <button
        type="button"
        className="button"
        disabled={action.busy}
        onClick={() => void action.run(() => props.services.leavePreview())}
      >
        {t('popup.preview.leave')}
      </button>
      {action.failure && <StoreFailureNotice kind={action.failure} />}
    </section>
  );
}
