/** From a control that was pointed at to what a site profile says of it, and whether that may be said at all. */
import { refuseText } from '@/lib/certificate/refusal';
import type { PageState } from '@/lib/page/model';
import { PAGES } from '@/lib/page/resolve';
import { mayBeCalled, type SiteProfile, type TaughtControl, type TaughtTarget } from '@/lib/page/taught';
import type { ControlReading } from '@/lib/page/teaching/control';

/** Why a control cannot be taught; each has its own sentence. */
export type LessonProblem = 'no-name' | 'no-control' | 'personal' | 'refused' | 'forbidden' | 'other-page';

export interface LessonAsked {
  readonly control: ControlReading;
  readonly target: TaughtTarget;
  readonly page: PageState;
  /** Of the words around it, those that are taught with it. */
  readonly near: readonly string[];
  readonly withCss: boolean;
  /** It is marked as not being the target. */
  readonly isDenial: boolean;
}

/** null: nothing speaks against it. */
export function problemOf({ control, target, page, near, isDenial }: LessonAsked): LessonProblem | null {
  const { name, role, mayBePersonal } = control;
  if (name === '') return 'no-name';
  if (role === null) return 'no-control';
  if (mayBePersonal) return 'personal';
  if ([name, ...near].some((words) => refuseText(words) !== null)) return 'refused';
  if (isDenial) return null;
  if (!mayBeCalled(target, name)) return 'forbidden';
  const pages = PAGES[target];
  return pages && !pages.includes(page) ? 'other-page' : null;
}

/** What would be kept: words and a selector, nothing of any value. */
export function lessonFrom({ control, target, near, withCss, isDenial }: LessonAsked): TaughtControl {
  const { name, role, css } = control;
  return {
    target,
    name,
    role: role ?? 'button',
    ...(near.length > 0 && { near }),
    ...(withCss && css !== null && !isDenial && { css }),
  };
}

const isSame = (one: TaughtControl, other: TaughtControl): boolean =>
  one.target === other.target && one.name === other.name && one.role === other.role;

/** The profile with one more lesson; what it contradicts goes. */
export function withLesson(profile: SiteProfile, lesson: TaughtControl, isDenial: boolean): SiteProfile {
  const { system, controls, notIt = [] } = profile;
  const otherDenials = notIt.filter((each) => !isSame(each, lesson));
  if (isDenial) {
    return {
      system,
      controls: controls.filter((each) => !isSame(each, lesson)),
      notIt: [...otherDenials, lesson],
    };
  }
  return {
    system,
    controls: [...controls.filter(({ target }) => target !== lesson.target), lesson],
    ...(otherDenials.length > 0 && { notIt: otherDenials }),
  };
}

export function withoutLesson(profile: SiteProfile, lesson: TaughtControl): SiteProfile {
  const notIt = (profile.notIt ?? []).filter((each) => each !== lesson);
  return {
    system: profile.system,
    controls: profile.controls.filter((each) => each !== lesson),
    ...(notIt.length > 0 && { notIt }),
  };
}
