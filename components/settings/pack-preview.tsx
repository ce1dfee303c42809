/** What using a pack would change: for the person's own subjects first, then in the whole notice. */

import { useState } from 'react';
import { DifferenceLines } from '@/components/notice/difference-lines';
import { AUDIENCE_NAMES, LEVEL_NAMES } from '@/components/popup/names';
import { formatDate, formatDay, formatSpan } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import { keyPart } from '@/lib/locale/key-part';
import type { Difference } from '@/lib/notice/differences';
import type { NoticePack } from '@/lib/notice/model';
import { sayProblem } from '@/lib/notice/say-problem';
import type { LookedAtPack } from './looked-at-pack';

export function PackPreview(props: {
  readonly found: Extract<LookedAtPack, { ok: true }>;
  /** The region whose notices are followed now. */
  readonly current: string;
  readonly busy: boolean;
  readonly onUse: (chooseRegion: boolean) => void;
  readonly onLeave: () => void;
}) {
  const { t, say, language } = useSpeech();
  const { pack, ignored, replacesVersion, effect } = props.found;
  const [chooseRegion, setChooseRegion] = useState(false);
  const { before, after, leftOut, region } = effect;
  return (
    <section className="pack-preview" data-part="pack-preview" aria-label={t('packs.preview.title')}>
      <h3>{t('packs.preview.title')}</h3>
      <p>
        <strong>{say(pack.title)}</strong>
      </p>
      <p className="fine">
        {t('packs.about', {
          issuer: say(pack.issuer),
          number: pack.documentNumber,
          version: pack.version,
          validity: formatSpan(pack.validity.from ?? pack.publishedOn, pack.validity.until ?? null, language),
        })}
      </p>
      <p className="fine">
        {t('packs.preview.published', {
          region: say(pack.region),
          date: formatDay(pack.publishedOn, language),
        })}
      </p>
      {replacesVersion !== null && <p>{t('packs.preview.replaces', { version: replacesVersion })}</p>}
      {ignored.length > 0 && (
        <p className="note note--amber">
          {t('packs.preview.ignored', { count: ignored.length, names: ignored.slice(0, 8).join('、') })}
        </p>
      )}
      {region !== null && (
        <div className="note note--amber" data-part="pack-region">
          <p>{t('packs.preview.region', { region, current: props.current })}</p>
          <label className="choice-option">
            <input
              type="checkbox"
              checked={chooseRegion}
              onChange={(event) => setChooseRegion(event.currentTarget.checked)}
            />
            <span>{t('packs.preview.chooseRegion', { region })}</span>
          </label>
        </div>
      )}
      {leftOut ? (
        <div className="note note--amber" data-left-out={leftOut.why}>
          <p>{t(`packs.preview.leftOut.${keyPart(leftOut.why)}`)}</p>
          {leftOut.problems?.map((problem) => (
            <p key={`${problem.path} ${problem.code}`}>{sayProblem(problem, t)}</p>
          ))}
        </div>
      ) : (
        <>
          <p>
            {t(before.id === after.id ? 'packs.preview.still' : 'packs.preview.turns', {
              date: formatDate(effect.day, language),
              before: before.documentNumber,
              after: after.documentNumber,
            })}
          </p>
          {effect.forCases.map(({ of, differences }) => (
            <Changes
              key={`${of.audience} ${of.level}`}
              title={t('packs.preview.forCase', {
                audience: t(AUDIENCE_NAMES[of.audience]),
                level: of.level ? t(LEVEL_NAMES[of.level]) : '',
              })}
              differences={differences}
              pack={after}
            />
          ))}
          {effect.forCases.length === 0 && <p>{t('packs.preview.noSubject')}</p>}
          <details>
            <summary>{t('packs.preview.all', { count: effect.all.length })}</summary>
            <DifferenceLines differences={effect.all} pack={after} />
          </details>
        </>
      )}
      <div className="settings-row">
        <button
          type="button"
          className="button button--primary"
          disabled={props.busy}
          onClick={() => props.onUse(chooseRegion)}
        >
          {t(props.busy ? 'ui.saving' : 'packs.preview.use')}
        </button>
        <button type="button" className="button" onClick={props.onLeave}>
          {t('packs.preview.leave')}
        </button>
      </div>
    </section>
  );
}

function Changes(props: {
  readonly title: string;
  readonly differences: readonly Difference[];
  readonly pack: NoticePack;
}) {
  return (
    <>
      <h4>{props.title}</h4>
      <DifferenceLines differences={props.differences} pack={props.pack} />
    </>
  );
}
