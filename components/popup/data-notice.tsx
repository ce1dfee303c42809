import { useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';
import { useAction } from '@/components/ui/use-action';
import { afterPaint } from '@/components/ui/use-after-paint';
import type { DataHealth, PopupServices } from './services';

/**
 * What happened to kept data without anybody's doing: thrown away by the browser, or rows that cannot be
 * read. Asked after the first paint, since it reads every row.
 */
export function DataNotice({ services }: { readonly services: PopupServices }) {
  const { t } = useSpeech();
  const action = useAction();
  const [health, setHealth] = useState<DataHealth | null>(null);

  useEffect(() => {
    const visit = new AbortController();
    afterPaint(() => {
      services.health().then(
        (found) => {
          if (!visit.signal.aborted) setHealth(found);
        },
        () => {
          // A database that cannot be opened is told by the records themselves.
        },
      );
    }, visit.signal);
    return () => visit.abort();
  }, [services]);

  if (!health || (!health.lost && health.unreadable === 0)) return null;
  return (
    <section className="note note--amber" role="alert" data-part="data-health">
      {health.lost && (
        <>
          <strong>{t('popup.health.lost')}</strong>
          <p>{t('popup.health.lostWhy')}</p>
          <p>{t('popup.health.lostTodo')}</p>
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() =>
              void action.run(async () => {
                await services.acknowledgeLoss();
                setHealth({ ...health, lost: false });
              })
            }
          >
            {t('popup.health.understood')}
          </button>
        </>
      )}
      {health.unreadable > 0 && (
        <>
          <strong>{t('popup.health.unreadable', { count: health.unreadable })}</strong>
          <p>{t('popup.health.unreadableTodo')}</p>
        </>
      )}
    </section>
  );
}
