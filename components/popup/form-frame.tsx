/** What both forms share: the dialog, saving, removing after a question, and what failed. */
import { type ReactNode, type RefObject, useState } from 'react';
import { ConfirmDialog, FormDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import { StoreFailureNotice } from '@/components/ui/store-failure';
import { useAction } from '@/components/ui/use-action';

export function FormFrame(props: {
  readonly title: string;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Checks and saves; null where a field has to be put right first. */
  readonly onSave: () => (() => Promise<void>) | null;
  readonly onClose: () => void;
  readonly removal?: {
    readonly button: string;
    readonly question: string;
    readonly warning: string;
    readonly onRemove: () => Promise<void>;
  };
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  const saving = useAction();
  const removing = useAction();
  const [asking, setAsking] = useState(false);
  const { removal } = props;

  const attempt = async (action: typeof saving, work: () => Promise<void>) => {
    if (await action.run(work)) props.onClose();
  };
  return (
    <FormDialog
      title={props.title}
      onClose={props.onClose}
      {...(props.initialFocus && { initialFocus: props.initialFocus })}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const save = props.onSave();
          if (save) void attempt(saving, save);
        }}
      >
        {props.children}
        {saving.failure && <StoreFailureNotice kind={saving.failure} />}
        <div className="dialog-actions">
          {removal && (
            <button
              type="button"
              className="button button--quiet button--remove push"
              onClick={() => setAsking(true)}
            >
              {removal.button}
            </button>
          )}
          <button type="button" className="button" onClick={props.onClose}>
            {t('ui.cancel')}
          </button>
          <button type="submit" className="button button--primary" disabled={saving.busy}>
            {t(saving.busy ? 'ui.saving' : 'ui.save')}
          </button>
        </div>
      </form>
      {removal && asking && (
        <ConfirmDialog
          title={removal.question}
          description={removal.warning}
          confirm={removal.button}
          busy={removing.busy}
          failure={removing.failure && <StoreFailureNotice kind={removing.failure} />}
          onConfirm={() => void attempt(removing, removal.onRemove)}
          onCancel={() => setAsking(false)}
        />
      )}
    </FormDialog>
  );
}
