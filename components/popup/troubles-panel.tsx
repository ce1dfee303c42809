import { lazy, Suspense, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import type { TroublesPanelProps } from './troubles-props';

// The knowledge base is loaded when it is asked for.
const Troubles = lazy(() => import('./troubles'));

/** 「UKey认不出、锁丢了？看到弹窗了吗？」, folded until asked for. */
export function TroublesPanel(props: TroublesPanelProps) {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="panel troubles"
      data-part="troubles"
      onToggle={({ currentTarget, target }) => {
        // Toggles of the folds inside are heard here too.
        if (target === currentTarget) setOpen(currentTarget.open);
      }}
    >
      <summary className="panel-title">{t('popup.troubles.title')}</summary>
      {isOpen && (
        <Suspense fallback={<p className="fine">{t('ui.loading')}</p>}>
          <Troubles {...props} />
        </Suspense>
      )}
    </details>
  );
}
