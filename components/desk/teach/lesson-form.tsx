/** A control that was pointed at: which target it is, or is not, by which words, and how that stands up to changes. */
import { useEffect, useId, useRef, useState } from 'react';
import { RadioChoice } from '@/components/ui/field';
import { useSpeech } from '@/components/ui/language';
import { Select } from '@/components/ui/select';
import { type LessonAsked, lessonFrom, problemOf, withLesson } from '@/lib/desk/teach/lesson';
import type { Picked } from '@/lib/desk/teach/picker-session';
import { type PageState, TARGET_NAMES } from '@/lib/page/model';
import type { SiteProfile, TaughtTarget } from '@/lib/page/taught';
import { isAllOurs } from '@/lib/page/teaching/control';
import { isKeepable, type TrialCase, tryLesson } from '@/lib/page/teaching/trial';
import { TrialResult } from './trial-result';
import { stateWords, targetWords } from './words';

const TARGETS = TARGET_NAMES.filter((target): target is TaughtTarget => target !== 'result');

export function LessonForm(props: {
  readonly picked: Picked;
  readonly page: PageState;
  readonly profile: SiteProfile;
  readonly saving: boolean;
  readonly onSave: (profile: SiteProfile) => Promise<boolean>;
  readonly onLeave: () => void;
}) {
  const { t } = useSpeech();
  const { picked, page, profile } = props;
  const { control } = picked;
  const heading = useRef<HTMLHeadingElement>(null);
  const stage = useRef<HTMLIFrameElement>(null);
  const id = useId();
  const [taken] = control.takenFor.filter((each): each is TaughtTarget => each !== 'result');
  // Nothing is proposed that the assistant does not think itself: a wrong choice here points people at the wrong control.
  const [target, setTarget] = useState<TaughtTarget | ''>(taken ?? '');
  const [is, setIs] = useState<'it' | 'not'>('it');
  const [near, setNear] = useState<readonly string[]>(control.near.filter(isAllOurs).slice(0, 1));
  const [withCss, setWithCss] = useState(false);
  const [cases, setCases] = useState<readonly TrialCase[] | null>(null);
  // Nobody can know of a word that it is no name: a person is asked, who sees it.
  const [isNoName, setNoName] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const isDenial = is === 'not';
  const asked: LessonAsked | null = target === '' ? null : { control, target, page, near, withCss, isDenial };
  const problem = asked && problemOf(asked);
  const lesson = asked && lessonFrom(asked);
  const key = JSON.stringify([lesson, isDenial, problem]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the lesson is another one.
  useEffect(() => {
    setSaved(false);
    const document = stage.current?.contentDocument;
    const { still, order } = picked;
    setCases(
      problem || isDenial || !document || !lesson
        ? null
        : tryLesson({ still, order, page, taught: lesson }, document),
    );
  }, [key, picked, page]);
  useEffect(() => heading.current?.focus(), []);
  const asksForNoName = !problem && control.name !== '' && !isAllOurs(control.name);
  const mayKeep =
    lesson !== null &&
    !problem &&
    (isNoName || !asksForNoName) &&
    (isDenial || (cases !== null && isKeepable(cases)));
  const keep = async () => {
    if (lesson && (await props.onSave(withLesson(profile, lesson, isDenial)))) setSaved(true);
  };
  return (
    <section aria-labelledby={id} className="teach-lesson" data-part="lesson">
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t('teach.lesson.title', {
          name: control.mayBePersonal ? t('teach.mayBePersonal') : control.name || t('teach.page.noName'),
        })}
      </h2>
      <p className="fine">
        {control.role === null ? t('teach.page.noControl') : t(`teach.role.${control.role}`)}
        {' · '}
        {control.takenFor.length > 0
          ? t('teach.page.takenFor', {
              targets: control.takenFor.map((each) => targetWords(t, each)).join(t('ui.listComma')),
            })
          : t('teach.page.takenForNothing')}
      </p>
      <RadioChoice
        legend={t('teach.lesson.is')}
        name="teach-is"
        value={is}
        options={[
          { value: 'it', label: t('teach.lesson.it') },
          { value: 'not', label: t('teach.lesson.not') },
        ]}
        onChoose={setIs}
      />
      <Select
        label={t(isDenial ? 'teach.lesson.notWhat' : 'teach.lesson.what')}
        value={target}
        options={[
          ...(target === '' ? [{ value: '' as const, label: t('teach.lesson.choose') }] : []),
          ...TARGETS.map((value) => ({ value, label: targetWords(t, value) })),
        ]}
        onChoose={setTarget}
      />
      <fieldset className="choice">
        <legend className="field-label">{t('teach.lesson.near')}</legend>
        {control.near.length === 0 && <p className="fine">{t('teach.lesson.noNear')}</p>}
        {control.near.some((words) => !isAllOurs(words)) && (
          <p className="fine">{t('teach.lesson.nearHint')}</p>
        )}
        {control.near.map((words) => (
          <label key={words} className="choice-option">
            <input
              type="checkbox"
              checked={near.includes(words)}
              onChange={({ currentTarget }) =>
                setNear(currentTarget.checked ? [...near, words] : near.filter((each) => each !== words))
              }
            />
            <span>{words}</span>
          </label>
        ))}
        {control.css !== null && !isDenial && (
          <>
            <label className="choice-option">
              <input type="checkbox" checked={withCss} onChange={() => setWithCss(!withCss)} />
              <span>
                {t('teach.lesson.css')} <code>{control.css}</code>
              </span>
            </label>
            <p className="fine">{t('teach.lesson.cssHint')}</p>
          </>
        )}
      </fieldset>
      {problem && target && (
        <p className="note note--amber" role="alert" data-problem={problem}>
          {t(
            (
              {
                'no-name': 'teach.problem.noName',
                'no-control': 'teach.problem.noControl',
                personal: 'teach.problem.personal',
                refused: 'teach.problem.refused',
                forbidden: 'teach.problem.forbidden',
                'other-page': 'teach.problem.otherPage',
              } as const
            )[problem],
            { target: targetWords(t, target), state: stateWords(t, page) },
          )}
        </p>
      )}
      {!isDenial && !problem && target === 'ca-menu' && (page === 'unknown' || page === 'other') && (
        <p className="note" data-part="in-doubt">
          {t(page === 'unknown' ? 'teach.lesson.inDoubt' : 'teach.lesson.noCard')}
        </p>
      )}
      {isDenial && lesson && !problem && <p>{t('teach.lesson.denialMeans')}</p>}
      {cases && <TrialResult cases={cases} />}
      {asksForNoName && (
        <label className="choice-option" data-part="no-name">
          <input type="checkbox" checked={isNoName} onChange={() => setNoName(!isNoName)} />
          <span>{t('teach.lesson.noName', { name: control.name })}</span>
        </label>
      )}
      <iframe
        ref={stage}
        className="teach-stage"
        title={t('teach.lesson.stage')}
        tabIndex={-1}
        aria-hidden="true"
      />
      <div className="teach-row">
        <button
          type="button"
          className="button button--primary"
          disabled={!mayKeep || props.saving}
          onClick={() => void keep()}
        >
          {t('teach.lesson.keep')}
        </button>
        <button type="button" className="button" onClick={props.onLeave}>
          {t('ui.close')}
        </button>
      </div>
      <p role="status">{isSaved && t('teach.lesson.kept')}</p>
    </section>
  );
}
