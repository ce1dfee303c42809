import type { Language } from '@/lib/locale/text';

/** An instant (ISO 8601, UTC) as 9月20日 10:32 in Shanghai, where the notice's days are counted. */
export function formatInstant(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
}
