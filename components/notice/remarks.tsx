import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import type { MessageKey } from '@/lib/locale/translate';
import type { Explanation, RemarkAnswer } from '@/lib/notice/explanation';

interface Remark {
  readonly id: string;
  readonly text: RemarkAnswer['text'];
  readonly ask?: string | undefined;
  readonly cite: string | null;
}

/** What to mind, what the notice says in general, and what it does not say. */
export function Remarks({ explanation }: { readonly explanation: Explanation }) {
  return (
    <>
      <RemarkList
        part="warnings"
        title="noticePage.warnings"
        remarks={explanation.warnings}
        explanation={explanation}
      />
      <RemarkList
        part="statements"
        title="noticePage.statements"
        remarks={explanation.statements ?? []}
        explanation={explanation}
      />
      <RemarkList
        part="silences"
        title="noticePage.silences"
        remarks={explanation.silences ?? []}
        explanation={explanation}
      />
    </>
  );
}

function RemarkList(props: {
  readonly part: string;
  readonly title: MessageKey;
  readonly remarks: readonly Remark[];
  readonly explanation: Explanation;
}) {
  const { t, say } = useSpeech();
  const { remarks, explanation, part } = props;
  if (remarks.length === 0) return null;
  const whom = (role: string | undefined) => explanation.contacts.find((each) => each.role === role);
  return (
    <section className="panel" aria-labelledby={`${part}-title`} data-part={part}>
      <h3 id={`${part}-title`} className="panel-title">
        {t(props.title)}
      </h3>
      <ul className="obligations">
        {remarks.map(({ id, text, ask, cite }) => {
          const contact = whom(ask);
          return (
            <li key={id}>
              <p>{say(text)}</p>
              {contact && (
                <p className="fine">
                  {t('noticePage.ask', { name: say(contact.name), number: contact.number })}
                </p>
              )}
              {cite !== null && <Cite clause={cite} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
