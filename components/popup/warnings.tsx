import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { WarningAnswer } from '@/lib/notice/explanation';

/** What the notice warns of this day, and what it does not say. */
export function Warnings({ warnings }: { readonly warnings: readonly WarningAnswer[] }) {
  const { t, say } = useSpeech();
  if (warnings.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="warnings-title" data-part="warnings">
      <h2 id="warnings-title" className="panel-title">
        {t('popup.warnings.title')}
      </h2>
      <ul className="warnings">
        {warnings.map((warning) => (
          <li key={warning.id} data-warning={warning.id}>
            {say(warning.text)} {warning.cite && <Cite clause={warning.cite} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
