/** Dialogs of our own pages: Base UI holds focus, Escape and what a screen reader may reach. */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useSpeech } from './language';
import './dialog.css';

/** A dialog with a title and a way out. A click beside it does not close it: half a form would be lost. */
export function FormDialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** What went wrong with what was asked here: the page behind is out of sight and out of reach. */
  readonly failure?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => open || props.onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog" {...(props.initialFocus && { initialFocus: props.initialFocus })}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{props.title}</Dialog.Title>
            <Dialog.Close className="button button--quiet button--icon" aria-label={t('ui.close')}>
              <X aria-hidden="true" size="1.15em" />
            </Dialog.Close>
          </div>
          {props.children}
          {props.failure}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Asks before something that cannot be taken back. "No" is focused first. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly description: string;
  readonly confirm: string;
  readonly busy?: boolean;
  readonly failure?: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useSpeech();
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || props.onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-text">{props.description}</AlertDialog.Description>
          {props.failure}
          <div className="dialog-actions">
            <AlertDialog.Close className="button">{t('ui.cancel')}</AlertDialog.Close>
            <button
              type="button"
              className="button button--danger"
              disabled={props.busy}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
