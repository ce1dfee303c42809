import { useMemo } from 'react';
import { CardPicture } from '@/components/card/card-picture';
import { useSpeech } from '@/components/ui/language';
import { planAway } from '@/lib/guide/plan';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { Audience } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';

/** The card a unit of this audience would meet on that day, with nothing done yet. */
export function AudienceCard(props: {
  readonly pack: NoticePack;
  readonly audience: Audience;
  readonly today: CalendarDate;
}) {
  const { t } = useSpeech();
  const { pack, audience, today } = props;
  const plan = useMemo(() => {
    if (pack.guides.length === 0) return null;
    const subject = { id: 'preview', audience, level: 'city', oldCa: 'valid', newCa: 'none' } as const;
    return planAway(pack, subject, [], today);
  }, [pack, audience, today]);
  return plan === null ? (
    <p className="note note--amber">{t('author.noCard')}</p>
  ) : (
    <CardPicture plan={plan} />
  );
}
