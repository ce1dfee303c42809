import { formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { MessageKey } from '@/lib/locale/translate';
import type { Explanation } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';

const DUTIES = {
  must: 'noticePage.duty.must',
  may: 'noticePage.duty.may',
  nothing: 'noticePage.duty.nothing',
  'not-stated': 'noticePage.duty.notStated',
} as const satisfies Record<NonNullable<Explanation['duty']>, MessageKey>;

/** Which notice this is, from whom and when, and what it means for this reader in one sentence. */
export function NoticeHead(props: { readonly pack: NoticePack; readonly explanation: Explanation }) {
  const { t, say, language } = useSpeech();
  const { pack, explanation } = props;
  const audience = pack.audiences.find(({ id }) => id === explanation.audience);
  const lapsed = pack.validity.until !== undefined && pack.validity.until < explanation.today;
  return (
    <header className="notice-head">
      <h2>{say(pack.title)}</h2>
      <p className="fine">
        {t('noticePage.issued', {
          issuer: say(pack.issuer),
          number: pack.documentNumber,
          signed: formatDay(pack.signedOn, language),
          published: formatDay(pack.publishedOn, language),
        })}
      </p>
      {pack.restsOn.map((each) => (
        <p key={each.title.zh} className="fine">
          {t('noticePage.restsOn', { title: say(each.title), number: each.documentNumber ?? '' })}
        </p>
      ))}
      <p className="fine">
        {pack.source === undefined ? (
          t('noticePage.noSource')
        ) : (
          <>
            {t('noticePage.source')}{' '}
            <a href={pack.source} target="_blank" rel="noreferrer noopener">
              {new URL(pack.source).host}
            </a>
          </>
        )}
      </p>
      {lapsed && (
        <p className="note note--amber">
          {t('noticePage.lapsed', { date: formatDay(pack.validity.until ?? '', language) })}
        </p>
      )}
      <p className={`note${explanation.duty === 'must' ? '' : ' note--amber'}`} data-duty={explanation.duty}>
        {t(DUTIES[explanation.duty ?? 'not-stated'], { audience: audience ? say(audience.name) : '' })}
        {audience?.note && <> {say(audience.note)}</>}
      </p>
    </header>
  );
}
