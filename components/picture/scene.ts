/** Which scene of the practice site shows a caller's page, and how a picture is asked for by its address. */
import type { ScenarioName } from '@/components/practice/scenarios';
import { PLUGGED, type ThreeAnswers } from '@/lib/desk/caller/caller-plan';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { PAGE_STATES, type PageState, type TargetName } from '@/lib/page/model';

/** null: no page that is known, and so none to be drawn. */
export function sceneOf(page: PageState, target: TargetName | null, isBound: boolean): ScenarioName | null {
  if (page === 'other' || page === 'unknown') return null;
  if (page !== 'ca-list') return page;
  // The list as it is before and after a binding: with a button to bind, or with the new one in it.
  if (target === 'bind') return 'ca-list-empty';
  return isBound ? 'ca-list-new' : 'ca-list';
}

/** A picture of a help code's caller, or of one who answered three questions. */
export type PictureAsked =
  | { readonly by: 'code'; readonly pack: string; readonly code: string }
  | { readonly by: 'answers'; readonly pack: string; readonly answers: ThreeAnswers };

export function pictureAddress(asked: PictureAsked): string {
  const { pack } = asked;
  if (asked.by === 'code') return `picture.html?${new URLSearchParams({ pack, code: asked.code })}`;
  const { trouble, ...answers } = asked.answers;
  return `picture.html?${new URLSearchParams({ pack, ...answers, ...(trouble !== undefined && { trouble }) })}`;
}

/** null where the address asks for nothing we know. */
export function readPictureAddress(search: string): PictureAsked | null {
  const query = new URLSearchParams(search);
  const pack = query.get('pack') ?? '';
  const code = query.get('code');
  if (code !== null) return { by: 'code', pack, code };
  const audience = AUDIENCES.find((each) => each === query.get('audience'));
  const level = LEVELS.find((each) => each === query.get('level'));
  const page = PAGE_STATES.find((each) => each === query.get('page'));
  const plugged = PLUGGED.find((each) => each === query.get('plugged'));
  const trouble = query.get('trouble') ?? undefined;
  return audience && level && page && plugged
    ? { by: 'answers', pack, answers: { audience, level, page, trouble, plugged } }
    : null;
}
