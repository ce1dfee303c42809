/** Certificates from files: chosen or dropped, shown before anything is kept, kept by the person's yes. */
import { useId, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { adopt } from '@/lib/certificate/adoption/adopt';
import { relationOf } from '@/lib/certificate/adoption/candidate';
import { sayReadingError, sayReadingWarning } from '@/lib/certificate/reading/say-reading';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { CandidateCard, type Choice, choiceFor, isReady } from './candidate-card';
import { FileDrop } from './file-drop';
import { type FileReading, readFiles } from './read-files';
import type { PopupServices } from './services';
import './add-files.css';

export type AddFilesServices = Pick<
  PopupServices,
  'pack' | 'now' | 'newId' | 'saveCertificate' | 'openGuide'
>;

/** What was kept, and whether it has to be bound again. */
interface Kept {
  readonly row: CertificateRow;
  readonly bindAgain: 'new-key' | 'new-serial' | null;
}

export function AddFiles(props: {
  readonly services: AddFilesServices;
  readonly subject: SubjectRow;
  /** All certificates kept; those of other subjects are left aside. */
  readonly certificates: readonly CertificateRow[];
}) {
  const { t, say, language } = useSpeech();
  const { services, subject } = props;
  const { pack } = services;
  const saving = useAction();
  const resultId = useId();
  const [busy, setBusy] = useState(false);
  const [reading, setReading] = useState<FileReading | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const rows = props.certificates.filter((row) => row.subject === subject.id);

  const take = async (files: readonly File[]) => {
    setBusy(true);
    setKept([]);
    const found = await readFiles(files, pack);
    const suggested = found.candidates.map(
      (candidate) => [candidate.id, choiceFor(candidate, rows, (text) => say(text), pack)] as const,
    );
    setChoices(new Map(suggested));
    setReading(found);
    setBusy(false);
  };
  const candidates = reading?.candidates ?? [];
  const choiceOf = (id: string) => choices.get(id);
  const wanted = candidates.filter(({ id }) => choiceOf(id)?.keep);
  const ready = wanted.length > 0 && wanted.every((candidate) => isReady(candidate, choiceOf(candidate.id)));

  const save = () =>
    saving.run(async () => {
      const done: Kept[] = [];
      // One of them may follow another of the same files: the earlier is kept first.
      let known: readonly CertificateRow[] = rows;
      const inOrder = [...wanted].sort((one, other) => (one.validUntil < other.validUntil ? -1 : 1));
      // Each is durable by itself: what was kept before a failure is said, and is not offered again.
      for (const candidate of inOrder) {
        const choice = choiceOf(candidate.id);
        if (!choice?.generation) continue;
        const { kind, generation, label } = choice;
        const relation = relationOf(candidate, { kind, generation }, known);
        const at = services.now().toISOString();
        const own = {
          newId: services.newId(),
          at,
          subject: subject.id,
          kind,
          generation,
          label: label.trim(),
        };
        const row = adopt(candidate, relation, own);
        await services.saveCertificate(row);
        known = [...known.filter(({ id }) => id !== row.id), row];
        const bindAgain = relation.kind === 'successor' ? (relation.newKey ? 'new-key' : 'new-serial') : null;
        done.push({ row, bindAgain });
        setKept([...done]);
        setChoices((all) => new Map([...all].filter(([id]) => id !== candidate.id)));
        setReading(
          (all) => all && { ...all, candidates: all.candidates.filter(({ id }) => id !== candidate.id) },
        );
      }
    });
  return (
    <div className="add-files">
      <FileDrop busy={busy} onFiles={(files) => void take(files)} />
      <div id={resultId} aria-live="polite">
        {reading?.files.map(({ id, name, error, warnings }) => (
          <div key={id} className="file-result" data-file={name} data-error={error ?? undefined}>
            {(error !== null || warnings.length > 0) && <strong translate="no">{name}</strong>}
            {error !== null && (
              <p className="note note--amber">
                {error === 'unreadable' ? t('certificate.command.unreadable') : sayReadingError(error, t)}
              </p>
            )}
            {warnings.map((warning) => (
              <p className="note note--amber" key={warning}>
                {sayReadingWarning(warning, t)}
              </p>
            ))}
          </div>
        ))}
        {reading !== null && candidates.length === 0 && kept.length === 0 && (
          <p>{t('popup.files.nothing')}</p>
        )}
      </div>
      {candidates.map((candidate) => {
        const choice = choiceOf(candidate.id);
        return (
          choice && (
            <CandidateCard
              key={candidate.id}
              candidate={candidate}
              choice={choice}
              rows={rows}
              subject={subject}
              pack={pack}
              onChoose={(next) => setChoices(new Map(choices).set(candidate.id, next))}
            />
          )
        );
      })}
      {saving.failure && <StoreFailureNotice kind={saving.failure} />}
      {candidates.length > 0 && (
        <button
          type="button"
          className="button button--primary"
          disabled={!ready || saving.busy}
          onClick={() => void save()}
        >
          {saving.busy ? t('ui.saving') : t('popup.files.save', { count: wanted.length })}
        </button>
      )}
      <div role="status">
        {kept.map(({ row, bindAgain }) => (
          <KeptLine key={row.id} row={row} bindAgain={bindAgain} language={language} services={services} />
        ))}
      </div>
    </div>
  );
}

function KeptLine(props: Kept & { readonly language: 'zh' | 'en'; readonly services: AddFilesServices }) {
  const { t } = useSpeech();
  const { row, bindAgain } = props;
  return (
    <div className="note" data-kept={row.id} data-bind-again={bindAgain ?? undefined}>
      <p>{t('popup.files.kept', { label: row.label })}</p>
      {bindAgain !== null && (
        <>
          <p>{t(bindAgain === 'new-key' ? 'popup.files.bindNewKey' : 'popup.files.bindNewSerial')}</p>
          <button type="button" className="button" onClick={() => props.services.openGuide(row.subject)}>
            {t('popup.files.openGuide')}
          </button>
        </>
      )}
    </div>
  );
}
