import { useState } from 'react';
import { NoticeView } from '@/components/notice/notice-view';
import { AUDIENCE_NAMES } from '@/components/popup/names';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import type { Review } from '@/lib/author/review';
import { isCalendarDate } from '@/lib/notice/days';
import { AUDIENCES, type Audience } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { AudienceCard } from './audience-card';
import { Changes } from './changes';
import type { AuthorServices } from './services';

/** What each audience will see on any day: the card and the whole notice, growing with the draft. */
export function Preview(props: {
  readonly review: Review;
  /** The notice that is changed, where it is at hand. */
  readonly base: NoticePack | null;
  readonly services: AuthorServices;
}) {
  const { t } = useSpeech();
  const { base, review } = props;
  // A change is seen in the notice it changes.
  const pack = review.pack && (review.together ?? review.pack);
  const [audience, setAudience] = useState<Audience>('budget-unit');
  const [date, setDate] = useState('');
  const first = review.together
    ? (review.pack?.publishedOn ?? '')
    : (pack?.phases.find(({ from }) => from !== undefined)?.from ?? pack?.publishedOn ?? '');
  const today = isCalendarDate(date) ? date : first;
  return (
    <section className="panel author-preview" aria-labelledby="preview-title" data-part="preview">
      <h2 id="preview-title" className="panel-title">
        {t('author.preview')}
      </h2>
      {pack === null ? (
        <p>{t('author.previewNotYet')}</p>
      ) : (
        <>
          <div className="notice-choice">
            <Select
              label={t('noticePage.whom')}
              value={audience}
              options={AUDIENCES.map((value) => ({ value, label: t(AUDIENCE_NAMES[value]) }))}
              onChoose={setAudience}
            />
            <TextField label={t('noticePage.day')} type="date" value={today} error={null} onEdit={setDate} />
          </div>
          {base && review.together && (
            <Changes base={base} together={review.together} asked={{ today, audience }} />
          )}
          {review.pack !== null && review.together === null && review.pack.systems.length === 0 && (
            <p className="note note--amber">{t('author.previewAlone')}</p>
          )}
          <div className="author-pictures">
            <AudienceCard pack={pack} audience={audience} today={today} />
            <NoticeView pack={pack} asked={{ today, audience }} />
          </div>
        </>
      )}
    </section>
  );
}
