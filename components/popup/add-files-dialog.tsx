import { FormDialog } from '@/components/ui/dialog';
import { useSpeech } from '@/components/ui/language';
import type { CertificateRow, SubjectRow } from '@/lib/store/model';
import { AddFiles } from './add-files';
import type { PopupServices } from './services';

/**
 * Files in the popup. Some browsers close a popup when their file dialog opens, and nothing can be done about
 * it here: the full page, which stays, is offered in the same breath.
 */
export default function AddFilesDialog(props: {
  readonly services: PopupServices;
  readonly subject: SubjectRow;
  readonly certificates: readonly CertificateRow[];
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const { services } = props;
  return (
    <FormDialog title={t('popup.files.open')} onClose={props.onClose}>
      <p className="field-hint">
        {t('popup.files.popupCloses')}{' '}
        <button type="button" className="button button--quiet" onClick={() => services.openAddFiles()}>
          {t('popup.files.fullPage')}
        </button>
      </p>
      <AddFiles services={services} subject={props.subject} certificates={props.certificates} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={props.onClose}>
          {t('ui.close')}
        </button>
      </div>
    </FormDialog>
  );
}
