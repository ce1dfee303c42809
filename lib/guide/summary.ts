/** What was done in a guide, when, and whether it was seen or said: to print or to keep. Nothing personal. */
import type { Text } from '@/lib/locale/text';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import type { NoticePack } from '@/lib/notice/model';
import { findGuide, journeyState } from './journey';
import type { Fact, StepProgress, SubjectCase } from './model';
import { isAnswered, resolveAnswers, unbindQuestions } from './preflight';
import { stepsFor } from './steps';
import { writeDate } from './wording';

export interface SummaryAnswer {
  readonly ask: Text;
  readonly answer: 'yes' | 'no';
  /** Said by the person, or shown by a certificate file. */
  readonly by: 'said' | 'seen';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The file's last valid day, where a file answered. */
  readonly until: Text | null;
}

export interface GuideSummary {
  readonly title: Text;
  readonly documentNumber: string;
  readonly packVersion: string;
  readonly steps: readonly { readonly title: Text; readonly progress: StepProgress }[];
  /** Only where something was unbound, or the questions were all answered. */
  readonly answers: readonly SummaryAnswer[];
}

/**
 * The summary of a subject's journey through a guide, from its facts alone. null where nothing of it was seen
 * or said.
 *
 * @throws RangeError where the pack has no such guide
 */
export function summarise(
  pack: NoticePack,
  guideId: string,
  subject: SubjectCase,
  facts: readonly Fact[],
): GuideSummary | null {
  const guide = findGuide(pack, guideId);
  const state = journeyState(pack, guide, subject, facts);
  const steps = stepsFor(guide, subject).map(({ id, title }) => ({
    title,
    progress: state.steps.get(id) ?? ({ state: 'open' } as const),
  }));
  if (!steps.some(({ progress }) => 'at' in progress)) return null;
  const questions = unbindQuestions(pack, guide, subject.audience);
  const file = subject.newCaFile ?? null;
  const words = state.unbound?.answers ?? state.answers;
  const resolved = resolveAnswers(
    questions,
    words,
    state.unbound && file && file.at > state.unbound.at ? null : file,
  );
  const isTold = state.unbound !== null || isAnswered(questions, resolved);
  const answers = questions.flatMap(({ id, ask }): readonly SummaryAnswer[] => {
    const known = resolved.get(id);
    if (!known) return [];
    const said = facts.find((fact) => fact.id === known.fact);
    if (said) return [{ ask, answer: known.answer, by: 'said', at: said.at, until: null }];
    if (!known.file) return [];
    const until = writeDate(known.file.validUntil, '');
    return [{ ask, answer: known.answer, by: 'seen', at: known.file.at, until }];
  });
  return {
    title: guide.title,
    documentNumber: pack.documentNumber,
    packVersion: pack.version,
    steps,
    answers: isTold ? answers : [],
  };
}

const STATES = {
  seen: 'popup.summary.seen',
  said: 'popup.summary.said',
  skipped: 'popup.summary.skipped',
  passed: 'popup.summary.passed',
  open: 'popup.summary.open',
} as const satisfies Record<StepProgress['state'], MessageKey>;

/** How the summary is told: in whose language, and in which zone its times are. */
export interface SummaryVoice {
  readonly translate: Translate;
  readonly say: (text: Text) => string;
  readonly language: 'zh' | 'en';
  readonly timeZone: string;
}

function timeOf(at: string, { language, timeZone }: SummaryVoice): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(new Date(at));
}

/** The lines of the page and of the text file: both say the same. */
export interface SummaryLines {
  readonly head: readonly string[];
  readonly steps: readonly string[];
  readonly answers: readonly string[];
}

/** What stands on the paper besides the journey. */
export interface SummaryHead {
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** The unit's name, where the person wishes it on the paper. */
  readonly unit: string | null;
  /** The date previewed: then it is no record of anything done. */
  readonly preview: CalendarDate | null;
}

/** The summary in the reader's language. */
export function writeSummary(
  summary: GuideSummary,
  voice: SummaryVoice,
  { madeAt, unit, preview }: SummaryHead,
): SummaryLines {
  const { translate: t, say } = voice;
  const head = [
    ...(preview === null ? [] : [t('popup.summary.preview', { date: say(writeDate(preview, '')) })]),
    t('popup.summary.of', { title: say(summary.title) }),
    t('popup.summary.notice', { document: summary.documentNumber, version: summary.packVersion }),
    ...(unit === null ? [] : [t('popup.summary.unit', { name: unit })]),
    // In a preview the steps' times are the previewed ones: the real one is called real.
    t(preview === null ? 'popup.summary.made' : 'popup.summary.madePreview', {
      time: timeOf(madeAt, voice),
    }),
  ];
  const steps = summary.steps.map(({ title, progress }, index) => {
    const time = 'at' in progress ? timeOf(progress.at, voice) : '';
    const state = t(STATES[progress.state], { time });
    return t('popup.summary.line', { number: index + 1, step: say(title), state });
  });
  const answers = summary.answers.map(({ ask, answer, by, at, until }) => {
    const time = timeOf(at, voice);
    const state =
      by === 'said' || !until
        ? t('popup.summary.said', { time })
        : t('popup.summary.file', { date: say(until), time });
    return t('popup.summary.answer', { ask: say(ask), answer: t(`popup.summary.${answer}`), state });
  });
  return { head, steps, answers };
}

/** The text file: the same lines, with their headings and the note that it is no official paper. */
export function summaryFile({ head, steps, answers }: SummaryLines, t: Translate): string {
  const questions = answers.length > 0 ? ['', t('popup.summary.questions'), ...answers] : [];
  const lines = [t('popup.summary.title'), '', ...head, '', t('popup.summary.steps'), ...steps, ...questions];
  return `${[...lines, '', t('popup.summary.note')].join('\n')}\n`;
}
