/** What recognition makes of the page: its state with the evidence in words, and every control in sight. */
import { useSpeech } from '@/components/ui/language';
import type { TabReading } from '@/lib/desk/teach/picker-session';
import { writeEvidences } from '@/lib/guide/evidence-words';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import type { SiteProfile } from '@/lib/page/taught';
import type { Teaching } from './use-teaching';
import { stateWords, targetWords } from './words';

export function PageReading({
  teaching,
  reading,
  profile,
}: {
  readonly teaching: Teaching;
  readonly reading: TabReading;
  /** What is taught of the system's controls. */
  readonly profile: SiteProfile | null;
}) {
  const { t, say } = useSpeech();
  const { page, controls, unsure, disagreeing } = reading;
  return (
    <section aria-labelledby="teach-reading" data-part="reading" data-state={page.state}>
      <h2 id="teach-reading">{t('teach.thinks', { state: stateWords(t, page.state) })}</h2>
      {page.evidence.length > 0 ? (
        <details>
          <summary>{t('teach.because')}</summary>
          <ul className="desk-list">
            {writeEvidences(page.evidence).map((each) => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p>{t('teach.noEvidence')}</p>
      )}
      {unsure.length > 0 && (
        <p data-part="unsure">
          {t('teach.unsure', {
            list: unsure
              .map(({ target, state }) => t(`teach.unsureOne.${state}`, { target: targetWords(t, target) }))
              .join(t('ui.listComma')),
          })}
        </p>
      )}
      {disagreeing.map(({ target, why }) => (
        <p key={target} className="note note--amber" data-part="disagreeing" data-why={why}>
          {t('teach.disagrees', {
            name: profile?.controls.find((each) => each.target === target)?.name ?? '',
            target: targetWords(t, target),
          })}{' '}
          {t(`teach.trial.reason.${keyPart(why)}` as MessageKey)}
        </p>
      ))}
      <div className="teach-row">
        <button
          type="button"
          className="button button--primary"
          aria-pressed={teaching.isPicking}
          onClick={() => void teaching.pick(!teaching.isPicking)}
        >
          {t(teaching.isPicking ? 'teach.stopPicking' : 'teach.pick')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={teaching.isNumbered}
          onClick={() => teaching.number(!teaching.isNumbered)}
        >
          {t(teaching.isNumbered ? 'teach.numbersOff' : 'teach.numbersOn')}
        </button>
        <button
          type="button"
          className="button"
          disabled={teaching.isBusy}
          onClick={() => void teaching.readAgain()}
        >
          {t('teach.readAgain')}
        </button>
      </div>
      <p className="fine" role="status">
        {teaching.isPicking ? t('teach.picking') : t('teach.untouched')}
      </p>
      {controls.length === 0 ? (
        <p>{t('teach.noControls')}</p>
      ) : (
        <table className="teach-controls" data-part="controls">
          <caption className="visually-hidden">{t('teach.controls')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('teach.column.number')}</th>
              <th scope="col">{t('teach.column.name')}</th>
              <th scope="col">{t('teach.column.role')}</th>
              <th scope="col">{t('teach.column.takenFor')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('teach.column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {controls.map((control) => (
              <tr key={control.number} data-number={control.number}>
                <td>{control.number}</td>
                <td>
                  {control.mayBePersonal ? t('teach.mayBePersonal') : control.name || t('teach.page.noName')}
                </td>
                <td>{control.role && t(`teach.role.${control.role}`)}</td>
                <td>{control.takenFor.map((target) => targetWords(t, target)).join(t('ui.listComma'))}</td>
                <td>
                  <button
                    type="button"
                    className="button button--quiet"
                    aria-label={t('teach.chooseOne', { number: control.number })}
                    onClick={() => teaching.choose(control)}
                  >
                    {t('teach.choose')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
