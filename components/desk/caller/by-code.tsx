import { useMemo } from 'react';
import type { DeskServices } from '@/components/desk/services';
import { formatDate } from '@/components/ui/dates';
import { TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { type CallerView, viewOfCode } from '@/lib/desk/caller/caller-plan';
import { readHelpCode } from '@/lib/desk/help-code/codes';
import { readDigits } from '@/lib/desk/help-code/digits';
import { packOf } from '@/lib/desk/help-code/place';
import { dateIn } from '@/lib/notice/days';
import { CallerPanel } from './caller-panel';
import { StateLine } from './state-line';

/** The code a caller reads out, checked as it is typed. */
export function ByCode({
  services,
  typed,
  onType,
}: {
  readonly services: DeskServices;
  /** Kept by the desk, for as long as its page is open. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
}) {
  const { t } = useSpeech();
  const read = useMemo(() => readHelpCode(typed), [typed]);
  // Half a code is no mistake yet.
  const isUnfinished =
    !read.ok && (read.problem === 'empty' || (read.problem === 'length' && Number(read.params.count) < 16));
  const error = read.ok || isUnfinished ? null : t(`desk.code.problem.${read.problem}`, read.params);
  return (
    <>
      <p className="note">{t('desk.opening')}</p>
      <div className="desk-code">
        <TextField
          label={t('desk.code.field')}
          hint={t(isUnfinished && typed.trim() !== '' ? 'desk.code.more' : 'desk.code.how')}
          holds="code"
          value={typed}
          error={error}
          onEdit={onType}
        />
      </div>
      {read.ok && <Caller services={services} code={typed} />}
    </>
  );
}

function Caller({ services, code }: { readonly services: DeskServices; readonly code: string }) {
  const { t, language } = useSpeech();
  const read = readHelpCode(code);
  const { packs } = services;
  const pack = read.ok ? packOf(read.state, packs) : null;
  const today = dateIn(services.now(), packs[0]?.timeZone ?? 'Asia/Shanghai');
  const view = useMemo(
    () => (read.ok && pack ? viewOfCode(pack, read.state, today) : null),
    [read, pack, today],
  );
  if (!read.ok) return null;
  const { digits } = readDigits(code);
  return (
    <>
      <StateLine state={read.state} pack={pack} />
      {!pack && (
        <p className="note note--amber" role="status">
          {t('desk.code.otherPack', {
            list: packs.map((each) => `${each.documentNumber} ${each.version}`).join(t('ui.listComma')),
          })}
        </p>
      )}
      {view?.place &&
        [view.place.guide, view.place.step, view.place.trouble, view.place.phase].includes('beyond') && (
          <p className="note note--amber">{t('desk.code.beyond')}</p>
        )}
      {view?.isOtherPhase && (
        <p className="note note--red" role="alert" data-part="other-phase">
          {t('desk.code.otherPhase', { date: formatDate(today, language) })}
        </p>
      )}
      {view && !view.isExact && <Inexact view={view} />}
      {view?.isBehindUnbinding && <p className="note note--amber">{t('desk.code.answersUnknown')}</p>}
      {pack && view?.plan && (
        <CallerPanel
          // Another code is another moment, if not another caller: nothing noted or chosen for the last one stays.
          key={digits}
          pack={pack}
          plan={view.plan}
          page={read.state.page}
          picture={{ by: 'code', pack: pack.id, code: digits }}
          audience={read.state.audience ?? undefined}
          level={read.state.level ?? undefined}
          trouble={view.place?.trouble ?? null}
          signs={read.state}
          services={services}
        />
      )}
    </>
  );
}

/** Why the card below is another than the caller's. */
function Inexact({ view: { place } }: { readonly view: CallerView }) {
  const { t, say } = useSpeech();
  const { guide = null, step = null } = place ?? {};
  // Said already, for whatever lies beyond the table.
  if (guide === 'beyond' || step === 'beyond') return null;
  const words = () => {
    if (guide === null) return t('desk.code.noGuide');
    if (step === null) return t('desk.code.notExactDone', { guide: say(guide.title) });
    return t('desk.code.notExact', { step: say(step.title) });
  };
  return (
    <p className="note note--amber" data-part="inexact">
      {words()}
    </p>
  );
}
