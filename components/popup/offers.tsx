import { useSpeech } from '@/components/ui/language';
import { findGuide } from '@/lib/guide/journey';
import type { Fact, GuidePlan, SubjectCase } from '@/lib/guide/model';
import { guideByFacts, offersFor, wordsToPick } from '@/lib/guide/offers';
import type { PersonsWord } from '@/lib/guide/word-place';
import type { NoticePack } from '@/lib/notice/model';

/** 「我要办」: the other guides, in words a clerk would use. The card on the page follows what is picked. */
export function Offers(props: {
  readonly pack: NoticePack;
  readonly subject: SubjectCase;
  readonly facts: readonly Fact[];
  readonly plan: GuidePlan;
  readonly today: string;
  readonly busy: boolean;
  readonly onPick: (...words: readonly PersonsWord[]) => void;
}) {
  const { t, say } = useSpeech();
  const { pack, subject, facts, plan, today, busy, onPick } = props;
  const day = { today, phase: plan.phase?.id ?? null };
  const offers = offersFor(pack, subject, facts, day, plan.guide);
  const due = plan.isPicked ? findGuide(pack, guideByFacts(pack, subject, facts, today)) : null;
  return (
    <details data-part="offers">
      <summary>{t('popup.guide.other')}</summary>
      <ul className="guide-rows">
        {due && (
          <li>
            <button
              type="button"
              className="button button--primary"
              data-offer="back"
              disabled={busy}
              onClick={() => onPick({ kind: 'chosen', guide: null })}
            >
              {t('popup.guide.back', { title: say(due.title) })}
            </button>
          </li>
        )}
        {offers.map((each) => {
          const { guide, offer, state } = each;
          return (
            <li key={guide.id} className="ask-row">
              <button
                type="button"
                className="button"
                data-offer={guide.id}
                aria-current={state === 'current' || undefined}
                disabled={busy || (state === 'current' && !plan.finished)}
                onClick={() => onPick(...wordsToPick(pack, each, day, state !== 'begun'))}
              >
                {say(offer.say)}
              </button>
              {state === 'current' && <span className="fine">{t('popup.guide.current')}</span>}
              {state === 'begun' && <span className="fine">{t('popup.guide.begun')}</span>}
              {state !== 'new' && guide.repeats && !plan.finished && (
                <button
                  type="button"
                  className="button button--quiet"
                  data-again={guide.id}
                  disabled={busy}
                  onClick={() => onPick(...wordsToPick(pack, each, day, true))}
                >
                  {t('popup.guide.again')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
