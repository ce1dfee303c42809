/** What a list would do, before it does it: the differences first, then what is left out and why. */
import { useSpeech } from '@/components/ui/language';
import type { Difference } from '@/lib/desk/roster/change-unit';
import { columnName } from '@/lib/desk/roster/column-names';
import {
  type ImportChoice,
  type ImportPlan,
  isRename,
  joinedUnderOtherNames,
} from '@/lib/desk/roster/plan-import';
import type { Problem } from '@/lib/desk/roster/read-units';
import { keyPart } from '@/lib/locale/key-part';
import { fieldWords } from './labels';
import { StepHeading } from './step-heading';

/** So many lines of each kind are shown; all are in the list to be downloaded. */
const SHOWN = 200;

export interface Preview {
  readonly plan: ImportPlan;
  /** Of reading and of matching. */
  readonly problems: readonly Problem[];
  readonly blank: number;
  readonly lastEdit: number;
}

const countWith = ({ changed }: ImportPlan, is: (difference: Difference) => boolean) =>
  changed.filter(({ differences }) => differences.some(is)).length;

export function ImportPreview(props: {
  readonly preview: Preview;
  readonly choice: ImportChoice;
  readonly onChoice: (choice: ImportChoice) => void;
  readonly onDownload: () => void;
}) {
  const { t } = useSpeech();
  const { plan, problems, blank } = props.preview;
  const rows = problems.filter(({ wholeRow }) => wholeRow).length;
  const cells = problems.length - rows;
  const { choice, onChoice } = props;
  const backwards = countWith(plan, (one) => one.backwards);
  const renames = countWith(plan, (one) => isRename(plan.mode, one));
  const otherNames = joinedUnderOtherNames(plan);
  const counts = [
    plan.mode === 'roster' && t('roster.import.added', { count: plan.added.length }),
    t('roster.import.changed', { count: plan.changed.length }),
    t('roster.import.same', { count: plan.same }),
    plan.merged.length > 0 && t('roster.import.merged', { count: plan.merged.length }),
    t('roster.import.bad', { count: rows }),
    cells > 0 && t('roster.import.cells', { count: cells }),
    blank > 0 && t('roster.import.blank', { count: blank }),
  ].filter((text) => text !== false);
  return (
    <section className="import-preview" data-part="import-preview">
      <StepHeading>{t('roster.import.preview')}</StepHeading>
      <ul className="import-counts" data-part="import-counts">
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {backwards > 0 && (
        <AskedFor
          says={t('roster.import.backwards', { count: backwards })}
          label={t('roster.import.backwardsDo')}
          checked={choice.backwards}
          onCheck={(on) => onChoice({ ...choice, backwards: on })}
        />
      )}
      {renames > 0 && (
        <AskedFor
          says={t('roster.import.renames', { count: renames })}
          label={t('roster.import.renamesDo')}
          checked={choice.renames}
          onCheck={(on) => onChoice({ ...choice, renames: on })}
        />
      )}
      {plan.namesakes > 0 && (
        <p className="note note--amber" data-part="import-namesakes">
          {t('roster.import.namesakes', { count: plan.namesakes })}
        </p>
      )}
      {otherNames > 0 && (
        <p className="note note--amber" data-part="import-other-names">
          {t('roster.import.otherNames', { count: otherNames })}
        </p>
      )}
      <Differences plan={plan} />
      {plan.added.length > 0 && (
        <Fold title={t('roster.import.newUnits')} count={plan.added.length}>
          {plan.added.slice(0, SHOWN).map(({ facts, line }) => (
            <li key={`${line} ${facts.code} ${facts.name}`}>
              <span className="fine">{t('roster.import.line', { line })}</span> {facts.name}
              {facts.code && <span className="fine"> {facts.code}</span>}
            </li>
          ))}
        </Fold>
      )}
      <Problems problems={problems} />
      <Merged plan={plan} />
      {(problems.length > 0 || plan.merged.length > 0) && (
        <button type="button" className="button" onClick={props.onDownload}>
          {t('roster.import.download')}
        </button>
      )}
    </section>
  );
}

/** What is done only when the person says so. */
function AskedFor(props: {
  readonly says: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onCheck: (on: boolean) => void;
}) {
  return (
    <div className="note note--amber">
      <p>{props.says}</p>
      <label className="track-form">
        <input
          type="checkbox"
          checked={props.checked}
          onChange={(event) => props.onCheck(event.currentTarget.checked)}
        />
        {props.label}
      </label>
    </div>
  );
}

function Differences({ plan }: { readonly plan: ImportPlan }) {
  const { t, language } = useSpeech();
  if (plan.changed.length === 0) return null;
  return (
    <Fold title={t('roster.import.differences')} count={plan.changed.length} open>
      {plan.changed.slice(0, SHOWN).map(({ before, line, differences }) => (
        <li key={before.id} data-changed={before.id}>
          <span className="fine">{t('roster.import.line', { line })}</span> <strong>{before.name}</strong>
          <ul>
            {differences.map((difference) => {
              const { field, from, to, backwards } = difference;
              return (
                <li key={field}>
                  {t('roster.unit.change', {
                    field: t(`roster.field.${field}`),
                    from: fieldWords(field, from, { t, language }),
                    to: fieldWords(field, to, { t, language }),
                  })}
                  {(backwards || isRename(plan.mode, difference)) && ' '}
                  {backwards && (
                    <span className="state-chip state-chip--amber">{t('roster.import.backwardsMark')}</span>
                  )}
                  {isRename(plan.mode, difference) && (
                    <span className="state-chip state-chip--amber">{t('roster.import.renamesMark')}</span>
                  )}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </Fold>
  );
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useSpeech();
  if (problems.length === 0) return null;
  return (
    <Fold title={t('roster.import.problems')} count={problems.length} open>
      {problems.slice(0, SHOWN).map(({ line, kind, column, value, wholeRow }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several, and the list does not change.
        <li key={at} data-problem={kind} data-line={line} data-whole-row={wholeRow}>
          <span className="fine">{t('roster.import.line', { line })}</span>{' '}
          {column && <strong>{columnName(column, t)} </strong>}
          {t(`roster.problem.${keyPart(kind)}`)}
          {value && <span className="fine"> {value}</span>}
        </li>
      ))}
    </Fold>
  );
}

function Merged({ plan }: { readonly plan: ImportPlan }) {
  const { t, language } = useSpeech();
  if (plan.merged.length === 0) return null;
  return (
    <Fold
      title={t('roster.import.mergedLines')}
      count={plan.merged.length}
      open={joinedUnderOtherNames(plan) > 0}
    >
      {plan.merged.slice(0, SHOWN).map(({ line, into, left }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two units may stand in one line, and the list does not change.
        <li key={at}>
          {t('roster.import.mergedInto', { line, into })}
          {left.map(({ field, to }) => (
            <span key={field} className="fine">
              {' '}
              {t('roster.import.leftOver', {
                field: t(`roster.field.${field}`),
                value: fieldWords(field, to, { t, language }),
              })}
            </span>
          ))}
        </li>
      ))}
    </Fold>
  );
}

function Fold(props: {
  readonly title: string;
  readonly count: number;
  readonly open?: boolean;
  readonly children: React.ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <details className="import-fold" open={props.open}>
      <summary>
        {props.title} <span className="fine">{props.count}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard. */}
      <ul className="import-scroll" tabIndex={0} aria-label={props.title}>
        {props.children}
      </ul>
      {props.count > SHOWN && (
        <p className="fine">{t('roster.import.more', { count: props.count - SHOWN })}</p>
      )}
    </details>
  );
}
