/** Mounts a caller's page: the practice site in a scene of its own, and card and ring over it as the caller has them. */
import { mountCard } from '@/components/card/mount';
import { elementSkin } from '@/components/practice/element';
import { mountPractice } from '@/components/practice/mount';
import { setScene } from '@/components/practice/scenarios';
import { mountPointer } from '@/lib/content/pointer';
import { viewOfAnswers, viewOfCode } from '@/lib/desk/caller/caller-plan';
import { readHelpCode } from '@/lib/desk/help-code/codes';
import { inGroups } from '@/lib/desk/help-code/digits';
import type { GuidePlan } from '@/lib/guide/model';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { PRACTICE_DATE } from '@/lib/notice/preview';
import type { PageState } from '@/lib/page/model';
import { createPicturePort } from './picture-port';
import { type PictureAsked, sceneOf } from './scene';

export interface PictureOptions {
  readonly translate: Translate;
  readonly language: Language;
  readonly pack: NoticePack;
  readonly asked: PictureAsked;
  readonly today: CalendarDate;
  readonly signal: AbortSignal;
}

/** Kept nowhere: the helper's own rehearsal is not touched. */
function forgetful() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function refuse(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function callerOf({
  asked,
  pack,
  today,
}: PictureOptions): { plan: GuidePlan | null; page: PageState } | null {
  if (asked.by === 'answers') {
    return { plan: viewOfAnswers(pack, asked.answers, today).plan, page: asked.answers.page };
  }
  const read = readHelpCode(asked.code);
  return read.ok ? { plan: viewOfCode(pack, read.state, today).plan, page: read.state.page } : null;
}

/** @returns false where there is nothing to be drawn */
export function mountPicture(document: Document, options: PictureOptions): boolean {
  const caller = callerOf(options);
  const { translate, language, signal } = options;
  if (!caller?.plan) return false;
  const { plan, page } = caller;
  const isBound = plan.progress.some(
    ({ step, progress }) => step === 'bind-new' && progress.state !== 'open',
  );
  const scene = sceneOf(page, plan.target, isBound);
  if (scene === null) return false;
  const store = mountPractice(document, {
    t: translate,
    language,
    skins: [elementSkin],
    usualDay: PRACTICE_DATE,
    services: {},
    signal,
    keep: { local: forgetful(), session: forgetful() },
  });
  store.put(setScene(scene, store.get()));
  const helpCode = options.asked.by === 'code' ? inGroups(options.asked.code) : null;
  const port = createPicturePort(plan, page, { helpCode, largeType: false });
  // A picture is looked at: nothing in it is pressed, by mouse or keyboard.
  for (const type of ['click', 'submit', 'pointerdown', 'mousedown'] as const) {
    document.defaultView?.addEventListener(type, refuse, { capture: true, signal });
  }
  mountCard(document, port, { signal, translate, language, isTrusted: () => false });
  mountPointer(document, port, { signal });
  port.begin();
  return true;
}
