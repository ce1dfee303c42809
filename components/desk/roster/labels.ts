/** Sentences for codes of the roster. */

import { TRACK_STATES, type TrackState, type UnitField } from '@/lib/desk/roster/model';
import { formatDay } from '@/lib/locale/dates';
import { keyPart } from '@/lib/locale/key-part';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';

export const stateName = (state: TrackState, t: Translate) => t(`roster.state.${keyPart(state)}`);

const CODES: ReadonlySet<string> = new Set(TRACK_STATES);

/** A field's text of `fieldText`, as people read it: `filed+paper@2023-09-04` is 已报（纸质）9月4日. */
export function fieldWords(
  field: UnitField | 'added',
  text: string | null,
  speech: { readonly t: Translate; readonly language: Language },
): string {
  const { t, language } = speech;
  if (text === null || text === '') return t('roster.unit.nothing');
  if (field === 'ca' || field === 'seal') return trackWords(text, t, language);
  const audience = AUDIENCES.find((code) => field === 'audience' && code === text);
  if (audience) return t(`roster.audience.${keyPart(audience)}`);
  const level = LEVELS.find((code) => field === 'level' && code === text);
  return level ? t(`roster.level.${level}`) : text;
}

function trackWords(text: string, t: Translate, language: Language): string {
  const states = text.split(';').map((part) => stateWords(part, t, language));
  return states.join(language === 'zh' ? '；' : '; ');
}

function stateWords(text: string, t: Translate, language: Language): string {
  const [head = '', day] = text.split('@');
  const [code = '', ...forms] = head.split('+');
  const state = CODES.has(code) ? stateName(code as TrackState, t) : code;
  const told = forms.map((form) => (form === 'paper' ? t('roster.paper') : t('roster.scan')));
  const brackets = language === 'zh' ? ['（', '、', '）'] : [' (', ', ', ')'];
  const withForms = told.length > 0 ? `${state}${brackets[0]}${told.join(brackets[1])}${brackets[2]}` : state;
  return day ? `${withForms} ${formatDay(day, language, { year: true })}` : withForms;
}

/** How urgent a state is to look at, for its colour; the word is always there too. */
export function stateTone(state: TrackState): 'grey' | 'amber' | 'blue' | 'green' {
  if (state === 'not-filed') return 'grey';
  if (state === 'returned') return 'amber';
  return state === 'bound' || state === 'login-tried' ? 'green' : 'blue';
}
