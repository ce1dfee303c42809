import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { KeyAnswer } from '@/lib/notice/explanation';

/** 今天用哪把锁: which key for which system, and how surely. */
export function KeysTable({ keys }: { readonly keys: readonly KeyAnswer[] }) {
  const { t, say } = useSpeech();
  return (
    <section className="panel" aria-labelledby="keys-title" data-part="keys">
      <h2 id="keys-title" className="panel-title">
        {t('popup.keys.title')}
      </h2>
      <table className="rows">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('popup.keys.system')}</th>
            <th scope="col">{t('popup.keys.key')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.system} data-system={key.system}>
              <th scope="row">{say(key.systemName)}</th>
              <td>
                <strong>
                  {key.certificateNames.length === 0
                    ? t('popup.notStated')
                    : key.certificateNames.map(say).join(t('ui.listComma'))}
                </strong>
                {key.note && <p className="fine">{say(key.note)}</p>}
                <Cite clause={key.cite} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
