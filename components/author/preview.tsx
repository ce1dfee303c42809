import { useMemo, useState } from 'react';
import { CaseChoice } from '@/components/notice/case-choice';
import { NoticeView } from '@/components/notice/notice-view';
import { LEVEL_NAMES } from '@/components/popup/names';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import type { Draft } from '@/lib/author/draft';
import { packOn } from '@/lib/author/pack-on';
import type { Review } from '@/lib/author/review';
import { packSoFar } from '@/lib/author/so-far';
import { askedBy, type Said, settle } from '@/lib/notice/circumstances';
import { dateIn, isCalendarDate } from '@/lib/notice/days';
import { type Audience, LEVELS, type Level } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { TIME_ZONE } from '@/lib/notice/schema-leaves';
import { AudienceCard } from './audience-card';
import { Changes } from './changes';
import type { AuthorServices } from './services';

/** What each audience will see on any day: the card and the whole notice, growing with the draft. */
export function Preview(props: {
  readonly draft: Draft;
  readonly review: Review;
  /** The notice that is changed, where it is at hand. */
  readonly base: NoticePack | null;
  readonly services: AuthorServices;
}) {
  const { t } = useSpeech();
  const { base, draft, review, services } = props;
  // A change is seen in the notice it changes.
  const whole = review.pack && (review.together ?? review.pack);
  const soFar = useMemo(
    () => (whole ? null : packSoFar(draft, services, base, dateIn(services.now(), TIME_ZONE))),
    [whole, draft, services, base],
  );
  const shown = whole ?? soFar?.pack;
  const [audience, setAudience] = useState<Audience>('budget-unit');
  const [level, setLevel] = useState<Level>('city');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [date, setDate] = useState('');
  const first = review.together
    ? (review.pack?.publishedOn ?? '')
    : (shown?.phases.find(({ from }) => from !== undefined)?.from ?? shown?.publishedOn ?? '');
  const today = isCalendarDate(date) ? date : first;
  const onDay = useMemo(() => packOn(review, base, today), [review, base, today]);
  const pack = onDay?.pack ?? soFar?.pack ?? null;
  const circumstances = pack ? settle(askedBy(pack, { audience, level }), said) : {};
  const asked = { today, audience, level, ...circumstances };
  return (
    <section className="panel author-preview" aria-labelledby="preview-title" data-part="preview">
      <h2 id="preview-title" className="panel-title">
        {t('author.preview')}
      </h2>
      {pack === null ? (
        <p>{t('author.previewNotYet')}</p>
      ) : (
        <>
          {soFar && (
            <p className="note note--amber" data-part="so-far">
              {soFar.leftOut > 0 ? t('author.soFar', { count: soFar.leftOut }) : t('author.soFarHeader')}
            </p>
          )}
          <div className="notice-choice">
            <CaseChoice
              packs={[]}
              pack={pack}
              audience={audience}
              level={level}
              said={said}
              onSay={setSaid}
              onPack={() => {}}
              onAudience={setAudience}
            />
            <Select
              label={t('noticePage.level')}
              value={level}
              options={LEVELS.map((value) => ({ value, label: t(LEVEL_NAMES[value]) }))}
              onChoose={setLevel}
            />
            <TextField label={t('noticePage.day')} type="date" value={today} error={null} onEdit={setDate} />
          </div>
          {base && review.together && onDay && (
            <Changes base={base} together={review.together} onDay={onDay} asked={asked} />
          )}
          {review.pack !== null && review.together === null && review.pack.systems.length === 0 && (
            <p className="note note--amber">{t('author.previewAlone')}</p>
          )}
          <div className="author-pictures">
            <AudienceCard pack={pack} asked={asked} />
            <NoticeView pack={pack} asked={asked} />
          </div>
        </>
      )}
    </section>
  );
}
