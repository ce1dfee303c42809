import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { Finding, Line } from './model';

/** An instant (ISO 8601, UTC) with day and minute in Shanghai time, for the person to compare. */
function writeClock(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
}

/** One sentence of a finding in the reader's language. */
export function writeLine({ key, params, at }: Line, translate: Translate, language: Language): string {
  return translate(key, at === undefined ? params : { ...params, at: writeClock(at, language) });
}

/** All findings as plain text, to be copied and read over the telephone: public facts only. */
export function writeFindings(
  findings: readonly Finding[],
  translate: Translate,
  language: Language,
): string {
  const lines = findings.flatMap(({ id, known, say, cures }) => [
    translate('environment.line', {
      what: translate(`environment.${id}.title`),
      known: translate(`environment.known.${known}`),
      say: writeLine(say, translate, language),
    }),
    ...cures.map((cure) => `  · ${writeLine(cure, translate, language)}`),
  ]);
  return [translate('environment.title'), ...lines, translate('environment.note')].join('\n');
}
