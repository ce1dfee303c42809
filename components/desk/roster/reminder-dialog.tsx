/** A 催办单 for one supervising unit: made of public facts, changed by the person, copied or printed. */
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { FormDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { TextArea } from '@/components/ui/text-area';
import { type ReminderFacts, reminderLines } from '@/lib/desk/roster/reminder-note';
import type { ReportLine } from '@/lib/desk/roster/report';

export function ReminderDialog(props: {
  readonly line: ReportLine;
  readonly facts: ReminderFacts;
  readonly onCopy: (text: string) => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}) {
  const { t, language } = useSpeech();
  const [withList, setWithList] = useState(false);
  const made = reminderLines(props.line, props.facts, withList, { t, language }).join('\n');
  const [text, setText] = useState(made);
  return (
    <FormDialog
      title={t('roster.reminder.title', { name: props.line.supervisingUnit || t('roster.none') })}
      onClose={props.onClose}
    >
      <div className="unit-form" data-part="reminder">
        <label className="track-form">
          <input
            type="checkbox"
            checked={withList}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              setWithList(on);
              setText(reminderLines(props.line, props.facts, on, { t, language }).join('\n'));
            }}
          />
          {t('roster.reminder.withList')}
        </label>
        <p className="fine">{t('roster.reminder.withListHint')}</p>
        <TextArea
          className="reminder-text"
          rows={16}
          label={t('roster.report.reminder')}
          labelHidden
          holds="prose"
          value={text}
          onEdit={setText}
        />
        {createPortal(
          // On paper it is all there is: a box to type in would be cut where it ends.
          <pre className="reminder-paper" aria-hidden="true">
            {text}
          </pre>,
          document.body,
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={props.onPrint}>
            {t('roster.reminder.print')}
          </button>
          <button type="button" className="button button--primary" onClick={() => props.onCopy(text)}>
            {t('roster.reminder.copy')}
          </button>
        </div>
      </div>
    </FormDialog>
  );
}
