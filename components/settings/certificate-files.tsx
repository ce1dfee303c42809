import { lazy, Suspense, useState } from 'react';
import { nameOf } from '@/components/popup/names';
import { useSpeech } from '@/components/ui/language';
import { Section } from './section';
import type { SettingsServices, ShownRecords } from './services';

const AddFiles = lazy(() =>
  import('@/components/popup/add-files').then((all) => ({ default: all.AddFiles })),
);

/** The page that stays open while files are chosen, which a popup may not. */
export function CertificateFiles(props: {
  readonly records: ShownRecords;
  readonly previewing: boolean;
  readonly services: SettingsServices;
}) {
  const { t } = useSpeech();
  const { subjects, certificates } = props.records;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = subjects.find(({ id }) => id === chosenId) ?? subjects[0];
  return (
    <Section id="certificates" title={t('popup.files.title')}>
      {props.previewing && <p className="note note--amber">{t('popup.files.previewOn')}</p>}
      {chosen === undefined ? (
        <p>{t('popup.files.noSubject')}</p>
      ) : (
        <>
          {subjects.length === 1 ? (
            <p>{t('popup.files.subjectOnly', { name: nameOf(chosen, t) })}</p>
          ) : (
            <label className="field">
              <span className="field-label">{t('popup.files.subject')}</span>
              <select
                className="field-input"
                value={chosen.id}
                onChange={(event) => setChosenId(event.currentTarget.value)}
              >
                {subjects.map((subject) => (
                  <option key={subject.id} value={subject.id}>
                    {nameOf(subject, t)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Suspense fallback={<p>{t('ui.loading')}</p>}>
            <AddFiles
              key={chosen.id}
              services={props.services}
              subject={chosen}
              certificates={certificates}
            />
          </Suspense>
        </>
      )}
    </Section>
  );
}
