import { useSpeech } from './language';

/** The clause a fact rests on. A pack names what it has from elsewhere itself (通知外, 发布日期). */
export function Cite({ clause }: { readonly clause: string }) {
  const { t } = useSpeech();
  return (
    <span className="cite">
      {t(/^[一二三四五六七八九十]/.test(clause) ? 'ui.cite' : 'ui.citeOther', { clause })}
    </span>
  );
}
