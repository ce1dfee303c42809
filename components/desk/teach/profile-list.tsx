/** What was taught here: looked at, taken back, handed on as a file, put into a notice pack. */
import { useEffect, useState } from 'react';
import { FileDrop } from '@/components/popup/file-drop';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { withoutLesson } from '@/lib/desk/teach/lesson';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';
import { readProfile, writeProfile } from '@/lib/notice/profile-file';
import { mergeProfiles, nextVersion, teachPack } from '@/lib/notice/taught-packs';
import type { SiteProfile, TaughtControl } from '@/lib/page/taught';
import type { TeachServices } from './services';
import { targetWords } from './words';

export function ProfileList(props: {
  readonly profile: SiteProfile;
  readonly services: TeachServices;
  readonly saving: boolean;
  readonly onSave: (profile: SiteProfile) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const { profile, services, onSave } = props;
  const [said, setSaid] = useState<{ readonly isProblem: boolean; readonly text: string } | null>(null);
  const notIt = profile.notIt ?? [];
  const isEmpty = profile.controls.length + notIt.length === 0;
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readProfile(await file.text(), services.system);
    if (!read.ok) {
      const text = t(`teach.profile.problem.${keyPart(read.problem)}` as MessageKey, {
        name: file.name,
        where: read.where,
      });
      setSaid({ isProblem: true, text });
    } else if (await onSave(mergeProfiles(profile, read.profile))) {
      const count = read.profile.controls.length + (read.profile.notIt?.length ?? 0);
      setSaid({ isProblem: false, text: t('teach.profile.taken', { count }) });
    }
  };
  return (
    <section aria-labelledby="teach-profile" data-part="profile">
      <h2 id="teach-profile">{t('teach.profile.title')}</h2>
      {isEmpty ? (
        <p>{t('teach.profile.none')}</p>
      ) : (
        <ul className="desk-list">
          {profile.controls.map((lesson) => (
            <Lesson key={`is ${lesson.target}`} lesson={lesson} isDenial={false} {...props} />
          ))}
          {notIt.map((lesson) => (
            <Lesson
              key={`not ${lesson.target} ${lesson.name} ${lesson.role}`}
              lesson={lesson}
              isDenial
              {...props}
            />
          ))}
        </ul>
      )}
      <div className="teach-row">
        <button
          type="button"
          className="button"
          disabled={isEmpty}
          onClick={() =>
            services.saveFile(
              `${profile.system}.site-profile.json`,
              'application/json',
              writeProfile(profile),
            )
          }
        >
          {t('teach.profile.export')}
        </button>
      </div>
      <FileDrop
        busy={props.saving}
        other={{
          accept: '.json,application/json',
          drop: t('teach.profile.drop'),
          choose: t('teach.profile.choose'),
          fine: t('teach.profile.trust'),
        }}
        onFiles={([file]) => void take(file)}
      />
      {said && (
        <p
          className={said.isProblem ? 'note note--amber' : 'note'}
          role={said.isProblem ? 'alert' : 'status'}
        >
          {said.text}
        </p>
      )}
      {!isEmpty && <IntoPack profile={profile} services={services} />}
    </section>
  );
}

function Lesson(props: {
  readonly lesson: TaughtControl;
  readonly isDenial: boolean;
  readonly profile: SiteProfile;
  readonly saving: boolean;
  readonly onSave: (profile: SiteProfile) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const { lesson, isDenial, profile } = props;
  const { name, role, near = [], css } = lesson;
  return (
    <li data-lesson={lesson.target} data-denial={isDenial}>
      {t(isDenial ? 'teach.profile.isNot' : 'teach.profile.is', {
        name,
        role: t(`teach.role.${role}`),
        target: targetWords(t, lesson.target),
      })}
      {near.length > 0 && ` ${t('teach.profile.near', { words: near.join(t('ui.listComma')) })}`}
      {css !== undefined && <code> {css}</code>}{' '}
      <button
        type="button"
        className="button button--quiet button--remove"
        disabled={props.saving}
        aria-label={t('teach.profile.removeOne', { name })}
        onClick={() => void props.onSave(withoutLesson(profile, lesson))}
      >
        {t('teach.profile.remove')}
      </button>
    </li>
  );
}

/** Profiles travel in packs: the chosen one is written anew, with the next version number. */
function IntoPack({
  profile,
  services,
}: {
  readonly profile: SiteProfile;
  readonly services: TeachServices;
}) {
  const { t, say } = useSpeech();
  const [packs, setPacks] = useState<readonly NoticePack[]>([]);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    let isHere = true;
    void services.packs().then((found) => {
      if (!isHere) return;
      const fitting = found.filter(({ systems }) => systems.some(({ id }) => id === profile.system));
      setPacks(fitting);
      setChosen((before) => before || (fitting[0]?.id ?? ''));
    });
    return () => {
      isHere = false;
    };
  }, [services, profile.system]);
  const pack = packs.find(({ id }) => id === chosen);
  if (!pack) return null;
  const version = nextVersion(pack.version);
  const write = () => {
    const taught = { ...teachPack(pack, profile), version };
    services.saveFile(
      `${pack.id}-${version}.json`,
      'application/json',
      `${JSON.stringify(taught, null, 2)}\n`,
    );
  };
  return (
    <div className="teach-row">
      <Select
        label={t('teach.profile.pack')}
        value={chosen}
        options={packs.map(({ id, title, version: from }) => ({ value: id, label: `${say(title)} ${from}` }))}
        onChoose={setChosen}
      />
      <button type="button" className="button" onClick={write}>
        {t('teach.profile.intoPack', { version })}
      </button>
      <p className="fine">{t('teach.profile.packHow')}</p>
    </div>
  );
}
