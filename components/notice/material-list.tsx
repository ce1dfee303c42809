import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { MessageKey, Translate } from '@/lib/locale/translate';
import type { ObligationAnswer } from '@/lib/notice/explanation';
import type { FileForm, Material, NoticePack } from '@/lib/notice/model';

function formName(form: FileForm): MessageKey {
  if (form.kind === 'paper') return form.copy ? 'noticePage.form.copy' : 'noticePage.form.paper';
  return form.colour ? 'noticePage.form.colourScan' : 'noticePage.form.scan';
}

/** 「纸质原件，盖公章」；「彩色扫描件」: each word of a form only where the notice says it. */
function formWords(form: FileForm, t: Translate): string {
  return [
    t(formName(form)),
    form.stamped ? t('noticePage.form.stamped') : '',
    form.kind === 'paper' && form.copies ? t('noticePage.form.copies', { count: form.copies }) : '',
    form.kind === 'scan' && form.types ? form.types.join('/') : '',
  ]
    .filter((part) => part !== '')
    .join(t('ui.listComma'));
}

/** The papers this reader's duties ask for, to tick off on screen or on paper. Ticks are not kept. */
export function MaterialList(props: {
  readonly pack: NoticePack;
  readonly obligations: readonly ObligationAnswer[];
}) {
  const { t, say } = useSpeech();
  const { pack } = props;
  const asked = new Set(props.obligations.map(({ id }) => id));
  const ids = new Set(
    pack.obligations.filter(({ id }) => asked.has(id)).flatMap(({ materials }) => materials),
  );
  const materials = pack.materials.filter(({ id }) => ids.has(id));
  const attachmentOf = (material: Material) => pack.attachments.find(({ id }) => id === material.attachment);
  if (materials.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="materials-title" data-part="materials">
      <h3 id="materials-title" className="panel-title">
        {t('noticePage.materials')}
      </h3>
      <ul className="obligations">
        {materials.map((material) => (
          <li key={material.id}>
            <label className="tick">
              <input type="checkbox" />
              <span>
                <strong>{say(material.name)}</strong>
                {attachmentOf(material) && (
                  <> {t('noticePage.attachment', { number: attachmentOf(material)?.number ?? '' })}</>
                )}
                {material.forms.length > 0 && (
                  <span className="fine">
                    {' '}
                    {material.forms.map((form) => formWords(form, t)).join(t('noticePage.and'))}
                  </span>
                )}
              </span>
            </label>
            <Cite clause={material.cite} />
          </li>
        ))}
      </ul>
    </section>
  );
}
