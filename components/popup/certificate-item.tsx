/** One certificate or seal in the list: its status first, what was noted of it after. */
import { Pencil } from 'lucide-react';
import { Cite } from '@/components/ui/cite';
import { formatDate, formatDay } from '@/components/ui/dates';
import { useSpeech } from '@/components/ui/language';
import type { BindingState } from '@/lib/certificate/bindings';
import type { CertificateEvent } from '@/lib/certificate/details';
import type { MessageKey, MessageParams } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import type { RenewalAnswer } from '@/lib/notice/explanation';
import type { NoticeSystem } from '@/lib/notice/model';
import type { CertificateRow } from '@/lib/store/model';
import { GENERATION_NAMES, KIND_NAMES } from './names';
import { Snooze } from './snooze';
import type { Judged } from './view';

const SOURCES = {
  hand: 'popup.details.byHand',
  file: 'popup.details.byFile',
  page: 'popup.details.byPage',
} as const satisfies Record<CertificateEvent['by'], MessageKey>;

type Tone = 'calm' | 'soon' | 'overdue' | 'done';

/** A status in words, and how loud it may be: red for the overdue alone, and only where nothing covers. */
export function describeStatus({ status, uncovered }: Pick<Judged, 'status' | 'uncovered'>): {
  readonly key: MessageKey;
  readonly params: MessageParams;
  readonly tone: Tone;
} {
  switch (status.kind) {
    case 'not-yet-valid':
      return { key: 'popup.status.notYetValid', params: { count: status.startsIn }, tone: 'calm' };
    case 'valid':
      return { key: 'popup.status.daysLeft', params: { count: status.daysLeft }, tone: 'calm' };
    case 'renewal-open':
      return { key: 'popup.status.renewalOpen', params: { count: status.daysLeft }, tone: 'done' };
    case 'soon':
      return { key: 'popup.status.daysLeft', params: { count: status.daysLeft }, tone: 'soon' };
    case 'last-day':
      return { key: 'popup.status.lastDay', params: {}, tone: 'soon' };
    case 'expired':
      return {
        key: 'popup.status.expired',
        params: { count: status.daysAgo },
        tone: uncovered ? 'overdue' : 'done',
      };
    case 'superseded':
      return { key: 'popup.status.superseded', params: {}, tone: 'done' };
  }
}

export function CertificateItem(props: {
  readonly judged: Judged;
  readonly bindings: readonly BindingState[];
  readonly systems: readonly NoticeSystem[];
  readonly timeZone: string;
  readonly snooze: {
    readonly today: CalendarDate;
    readonly until: CalendarDate | null;
    readonly onSnooze: (until: CalendarDate) => Promise<void>;
  } | null;
  readonly onEdit: (row: CertificateRow) => void;
}) {
  const { t, language } = useSpeech();
  const { certificate } = props.judged;
  const status = describeStatus(props.judged);
  const { validFrom, validUntil, details } = certificate;
  return (
    <li className="certificate" data-certificate={certificate.id} data-status={props.judged.status.kind}>
      <div>
        <strong>{certificate.label}</strong>{' '}
        <span className="fine">
          {t(GENERATION_NAMES[certificate.generation])}
          {' · '}
          {t(KIND_NAMES[certificate.kind])}
          {certificate.holder && ` · ${certificate.holder}`}
        </span>
        <p>
          <span className={`chip chip--${status.tone}`}>{t(status.key, status.params)}</span>{' '}
          {t('popup.certificates.until', { date: formatDate(validUntil, language) })}
        </p>
        {validFrom && (
          <p className="fine">{t('popup.certificates.from', { date: formatDay(validFrom, language) })}</p>
        )}
        {props.judged.status.kind !== 'superseded' && <Renewal renewal={props.judged.renewal} />}
        {details?.history.at(-1)?.by === 'page' && <p className="fine">{t('popup.details.datesSeen')}</p>}
        <Bindings bindings={props.bindings} systems={props.systems} />
        {details?.look && <p className="fine">{details.look}</p>}
        {details?.keeper && <p className="fine">{t('popup.details.keptBy', { who: details.keeper })}</p>}
        {details?.keptBecause && (
          <p className="fine">{t('popup.details.kept', { why: details.keptBecause })}</p>
        )}
        {details?.notes && <p className="fine">{details.notes}</p>}
        {props.snooze && props.judged.status.kind === 'soon' && (
          <Snooze {...props.snooze} daysLeft={props.judged.status.daysLeft} />
        )}
        {details && details.history.length > 1 && (
          <History history={details.history} timeZone={props.timeZone} />
        )}
      </div>
      <button
        type="button"
        className="button button--quiet"
        aria-label={t('popup.certificates.editNamed', { label: certificate.label })}
        onClick={() => props.onEdit(certificate)}
      >
        <Pencil aria-hidden="true" size="1.15em" /> {t('ui.edit')}
      </button>
    </li>
  );
}

/** When it may be renewed, where the notice says so; else the next step says whom to ask. */
export function Renewal({ renewal }: { readonly renewal: RenewalAnswer }) {
  const { t, say, language } = useSpeech();
  if (renewal.state === 'not-stated') return null;
  const sentence = {
    upcoming: 'popup.renewal.upcoming',
    open: 'popup.renewal.open',
    closed: 'popup.renewal.closed',
  } as const satisfies Record<typeof renewal.state, MessageKey>;
  return (
    <p className="fine" data-renewal={renewal.state}>
      {t(sentence[renewal.state], {
        from: formatDay(renewal.from, language),
        until: formatDay(renewal.until, language),
        year: renewal.year,
      })}{' '}
      {renewal.note && say(renewal.note)} <Cite clause={renewal.cite} />
    </p>
  );
}

/** Seen and said are told apart; of what is not known, nothing is said. */
function Bindings(props: {
  readonly bindings: readonly BindingState[];
  readonly systems: readonly NoticeSystem[];
}) {
  const { t, language, say } = useSpeech();
  const sentenceOf = ({ state, word, since }: BindingState) => {
    const stateWord = t(state === 'bound' ? 'popup.details.bound' : 'popup.details.unbound');
    if (word === 'said' && since === null) return t('popup.details.said', { state: stateWord });
    const date = since === null ? '' : formatDay(since, language);
    return t(word === 'seen' ? 'popup.details.seenOn' : 'popup.details.saidOn', { state: stateWord, date });
  };
  return props.bindings
    .filter(({ word }) => word !== null)
    .map((binding) => {
      const system = props.systems.find(({ id }) => id === binding.system);
      return (
        <p className="fine" key={binding.system} data-binding={binding.system} data-word={binding.word}>
          {system && `${say(system.name)}：`}
          {sentenceOf(binding)}
        </p>
      );
    });
}

function History(props: { readonly history: readonly CertificateEvent[]; readonly timeZone: string }) {
  const { t, language } = useSpeech();
  return (
    <details className="fine">
      <summary>{t('popup.details.history')}</summary>
      <ul className="history">
        {props.history.map(({ at, kind, by, validUntil }) => (
          <li key={`${at} ${validUntil}`}>
            {t(kind === 'added' ? 'popup.details.historyAdded' : 'popup.details.historyChanged', {
              date: formatDay(dateIn(new Date(at), props.timeZone), language),
              until: formatDay(validUntil, language),
              by: t(SOURCES[by]),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
