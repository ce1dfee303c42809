/** Teaching a changed page: which page, what recognition makes of it, which control is what, and what is kept of it. */
import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';
import { mergeProfiles } from '@/lib/notice/taught-packs';
import type { SiteProfile } from '@/lib/page/taught';
import { LessonForm } from './lesson-form';
import { PageReading } from './page-reading';
import { ProfileList } from './profile-list';
import { ReportView } from './report-view';
import type { OpenPage, TeachServices } from './services';
import { useTeaching } from './use-teaching';
import { stateWords } from './words';
import './teach.css';

export function TeachPanel({ services }: { readonly services: TeachServices }) {
  const { t, say } = useSpeech();
  const [pages, setPages] = useState<readonly OpenPage[] | null>(null);
  const [chosen, setChosen] = useState('');
  const [profile, setProfile] = useState<SiteProfile | null>(null);
  /** What packs teach of the system's controls, below what was taught here. */
  const [shared, setShared] = useState<SiteProfile | null>(null);
  const whole = profile && (shared ? mergeProfiles(shared, profile) : profile);
  const teaching = useTeaching(services, whole);
  const loading = useAction();
  const saving = useAction();
  const find = async () => {
    const found = await services.listPages();
    setPages(found);
    setChosen((before) => (found.some(({ tab }) => `${tab}` === before) ? before : `${found[0]?.tab ?? ''}`));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the panel opens.
  useEffect(() => {
    void find();
    void loading.run(async () => {
      setShared(await services.readShared());
      setProfile(await services.readProfile());
    });
  }, [services]);
  const save = (next: SiteProfile) =>
    saving.run(async () => {
      await services.saveProfile(next);
      setProfile(next);
    });
  // Read anew with it: what the page shows is what the assistant now makes of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something else is taught.
  useEffect(() => {
    if (teaching.reading) void teaching.readAgain();
  }, [profile]);
  return (
    <div className="teach" data-part="teach">
      <p className="note">{t('teach.about', { system: say(services.systemName) })}</p>
      <h2>{t('teach.pages')}</h2>
      {pages?.length === 0 && (
        <p data-part="no-pages">{t('teach.noPages', { system: say(services.systemName) })}</p>
      )}
      <div className="teach-row">
        {pages !== null && pages.length > 0 && (
          <>
            <Select
              label={t('teach.which')}
              value={chosen}
              options={pages.map(({ tab, route, page }, at) => ({
                value: `${tab}`,
                label: t('teach.pageOption', {
                  number: at + 1,
                  state: page === null ? t('teach.pageUnread') : stateWords(t, page),
                  route,
                }),
              }))}
              onChoose={setChosen}
            />
            <button
              type="button"
              className="button button--primary"
              disabled={teaching.isBusy || chosen === ''}
              onClick={() => void teaching.open(Number(chosen))}
            >
              {t(teaching.isBusy ? 'teach.reading' : 'teach.read')}
            </button>
            <button
              type="button"
              className="button"
              disabled={chosen === ''}
              onClick={() => void services.showPage(Number(chosen)).catch(() => find())}
            >
              {t('teach.showPage')}
            </button>
          </>
        )}
        <button type="button" className="button" onClick={() => void find()}>
          {t('teach.findAgain')}
        </button>
      </div>
      {teaching.isLost && (
        <p className="note note--amber" role="alert">
          {t('teach.lost')}
        </p>
      )}
      {teaching.picked && teaching.reading && profile && (
        <LessonForm
          key={`${teaching.picked.frame} ${teaching.picked.order} ${teaching.picked.control.name}`}
          picked={teaching.picked}
          page={teaching.reading.page.state}
          profile={profile}
          saving={saving.busy}
          onSave={save}
          onLeave={teaching.leave}
        />
      )}
      {teaching.reading && !teaching.isLost && (
        <>
          <PageReading teaching={teaching} reading={teaching.reading} profile={whole} />
          <ReportView teaching={teaching} services={services} />
        </>
      )}
      {saving.failure && <StoreFailureNotice kind={saving.failure} />}
      {loading.failure && <StoreFailureNotice kind={loading.failure} />}
      {profile && <ProfileList profile={profile} services={services} saving={saving.busy} onSave={save} />}
    </div>
  );
}
