/** One certificate out of a file, as it would be kept. */
import { formatDate, formatDay } from '@/components/ui/dates';
import { RadioChoice, TextField } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { PROBLEM_SENTENCES } from '@/components/ui/problems';
import { type Candidate, type Relation, relationOf } from '@/lib/certificate/adoption/candidate';
import { checkCertificateEntry, LONGEST } from '@/lib/certificate/entry';
import type { Text } from '@/lib/locale/text';
import type { MessageKey } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';
import type { CertificateGeneration, CertificateKind, CertificateRow, SubjectRow } from '@/lib/store/model';
import { findNamed } from './form-values';
import { GENERATION_NAMES, KIND_NAMES } from './names';

/** What the person decides; a generation the issuer does not tell is asked. */
export interface Choice {
  readonly keep: boolean;
  readonly kind: CertificateKind;
  readonly generation: CertificateGeneration | null;
  readonly label: string;
}

/** What is proposed: what the issuer tells, the label of what it follows, nothing for what is kept already. */
export function choiceFor(
  candidate: Candidate,
  rows: readonly CertificateRow[],
  say: (text: Text) => string,
  pack: NoticePack,
): Choice {
  const kind = candidate.known?.kind ?? 'ca';
  const generation = candidate.known?.generation ?? null;
  const relation: Relation<CertificateRow> = relationOf(
    candidate,
    { kind, generation: generation ?? 'new' },
    rows,
  );
  const named = generation && findNamed(pack, kind, generation);
  const label = relation.kind === 'new' ? (named ? say(named.name) : '') : relation.row.label;
  return { keep: relation.kind !== 'same', kind, generation, label };
}

function problemsOf({ validFrom, validUntil }: Candidate, { label }: Choice) {
  const checked = checkCertificateEntry({ label, holder: '', validFrom, validUntil });
  return checked.ok ? {} : checked.problems;
}

export function isReady(candidate: Candidate, choice: Choice | undefined): boolean {
  return (
    choice !== undefined &&
    choice.generation !== null &&
    Object.keys(problemsOf(candidate, choice)).length === 0
  );
}

const RELATIONS = {
  same: 'popup.files.same',
  typed: 'popup.files.typed',
  successor: 'popup.files.successor',
} as const satisfies Record<Exclude<Relation<unknown>['kind'], 'new'>, MessageKey>;

export function CandidateCard(props: {
  readonly candidate: Candidate;
  readonly choice: Choice;
  readonly rows: readonly CertificateRow[];
  readonly subject: SubjectRow;
  readonly pack: NoticePack;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { t, say, language } = useSpeech();
  const { candidate, choice, subject } = props;
  const { kind, generation } = choice;
  const relation = relationOf(candidate, { kind, generation: generation ?? 'new' }, props.rows);
  const problems = problemsOf(candidate, choice);
  const { unit, reading } = candidate;
  const edit = (part: Partial<Choice>) => {
    const next = { ...choice, ...part };
    const named = next.generation && findNamed(props.pack, next.kind, next.generation);
    const suggested = named ? say(named.name) : '';
    props.onChoose(part.label === undefined && choice.label === '' ? { ...next, label: suggested } : next);
  };
  const isOther =
    subject.name !== '' && unit.names.length > 0 && !unit.names.some((name) => isAlike(name, subject.name));
  const labelProblem = problems.label;
  const dateProblem = problems.validUntil ?? problems.validFrom;
  return (
    <section className="candidate" data-candidate={candidate.id} data-relation={relation.kind}>
      <label className="candidate-keep">
        <input
          type="checkbox"
          checked={choice.keep}
          onChange={(event) => edit({ keep: event.currentTarget.checked })}
        />
        <strong>
          {t('popup.countdown.expiresOn', { date: formatDate(candidate.validUntil, language) })}
        </strong>
      </label>
      <dl className="facts">
        <dt>{t('popup.files.unit')}</dt>
        <dd>{unit.names.length > 0 ? unit.names.join(t('ui.listComma')) : t('popup.files.unitUnknown')}</dd>
        {unit.codes.length > 0 && (
          <>
            <dt>{t('popup.files.code')}</dt>
            <dd translate="no">{unit.codes.join(t('ui.listComma'))}</dd>
          </>
        )}
        <dt>{t('popup.files.from')}</dt>
        <dd>{formatDay(candidate.validFrom, language)}</dd>
        <dt>{t('popup.files.issuer')}</dt>
        <dd>{reading.issuer}</dd>
        <dt>{t('popup.files.use')}</dt>
        <dd>
          {reading.parts.length === 2
            ? t('popup.files.role.pair')
            : t(`popup.files.role.${reading.parts[0]?.role ?? 'both'}`)}{' '}
          <span translate="no">{candidate.algorithm}</span>
        </dd>
      </dl>
      {isOther && <p className="note">{t('popup.files.otherUnit', { name: subject.name })}</p>}
      {relation.kind !== 'new' && (
        <p className="note">{t(RELATIONS[relation.kind], { label: relation.row.label })}</p>
      )}
      {dateProblem && (
        <p className="field-error" role="alert">
          {t(PROBLEM_SENTENCES[dateProblem])}
        </p>
      )}
      {choice.keep && (
        <>
          {candidate.known === null && <p className="field-hint">{t('popup.files.issuerUnknown')}</p>}
          <div className="choice-pair">
            <RadioChoice
              legend={t('popup.certificates.kind')}
              name={`kind-${candidate.id}`}
              options={(['ca', 'seal'] as const).map((value) => ({ value, label: t(KIND_NAMES[value]) }))}
              value={kind}
              onChoose={(chosen) => edit({ kind: chosen })}
            />
            <RadioChoice
              legend={t('popup.certificates.generation')}
              name={`generation-${candidate.id}`}
              options={(['new', 'old'] as const).map((value) => ({
                value,
                label: t(GENERATION_NAMES[value]),
              }))}
              value={generation}
              onChoose={(chosen) => edit({ generation: chosen })}
            />
          </div>
          <TextField
            label={t('popup.certificates.label')}
            value={choice.label}
            error={
              labelProblem && (labelProblem !== 'missing' || generation !== null)
                ? t(PROBLEM_SENTENCES[labelProblem], { longest: LONGEST.label })
                : null
            }
            onEdit={(label) => edit({ label })}
          />
        </>
      )}
    </section>
  );
}

/** 常州市第一中学 and 市第一中学 are taken for one; a short name and a full one often differ so. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.normalize('NFKC').replace(/\s+/g, ''));
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}
