import { useMemo } from 'react';
import { CardPicture } from '@/components/card/card-picture';
import { useSpeech } from '@/components/ui/language';
import { planAway } from '@/lib/guide/plan';
import type { Level, NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';

/** The card a unit of this audience would meet on that day, with nothing done yet. */
export function AudienceCard(props: {
  readonly pack: NoticePack;
  /** Whom it is for, and on which day. */
  readonly asked: NoticeCase & { readonly level: Level };
}) {
  const { t } = useSpeech();
  const { pack, asked } = props;
  const plan = useMemo(() => {
    if (pack.guides.length === 0) return null;
    const { today, audience, level, ...circumstances } = asked;
    const subject = { id: 'preview', audience, level, oldCa: 'valid', newCa: 'none', circumstances } as const;
    return planAway(pack, subject, [], today);
  }, [pack, asked]);
  return plan === null ? (
    <p className="note note--amber">{t('author.noCard')}</p>
  ) : (
    <CardPicture plan={plan} />
  );
}
