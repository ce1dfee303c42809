import type { PlannedPhase } from '@/lib/guide/model';
import { formatDay } from '@/lib/locale/dates';
import { textIn } from '@/lib/locale/text';
import { useCard } from './context';

/** 过渡阶段 至10月11日（周三）· 还剩12个工作日（含今天） */
export function PhaseLine({ phase }: { readonly phase: PlannedPhase }) {
  const { translate, language } = useCard();
  const { until, from, daysLeft } = phase;
  const parts: string[] = [];
  if (until && daysLeft !== null) {
    parts.push(translate('card.phase.until', { date: formatDay(until, language, { weekday: true }) }));
  } else if (from && until) {
    // A phase that is over, or yet to come, is told with its years.
    const [first, last] = [from, until].map((day) => formatDay(day, language, { year: true }));
    parts.push(translate('card.phase.between', { from: first ?? '', until: last ?? '' }));
  } else if (from) {
    parts.push(translate('card.phase.since', { date: formatDay(from, language, { year: true }) }));
  }
  return (
    <p className="phase">
      <strong>{textIn(phase.name, language)}</strong> {parts.join(' ')}
      <DaysLeft phase={phase} />
    </p>
  );
}

function DaysLeft({ phase: { daysLeft, workingDaysLeft } }: { readonly phase: PlannedPhase }) {
  const { translate } = useCard();
  if (daysLeft === null) return null;
  const left =
    daysLeft === 0
      ? translate('card.phase.lastDay')
      : workingDaysLeft === null
        ? translate('card.phase.days', { count: daysLeft })
        : translate('card.phase.workingDays', { count: workingDaysLeft });
  return (
    <>
      {' '}
      <span className={daysLeft <= 7 ? 'left soon' : 'left'}>{left}</span>
    </>
  );
}
