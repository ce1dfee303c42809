/** What went wrong with the database, why, and what to do about it. */
import type { MessageKey } from '@/lib/locale/translate';
import { StoreFailure, type StoreFailureKind } from '@/lib/store/model';
import { useSpeech } from './language';

const SENTENCES = {
  'newer-version': {
    what: 'store.newerVersion.what',
    why: 'store.newerVersion.why',
    todo: 'store.newerVersion.todo',
  },
  'upgrade-failed': {
    what: 'store.upgradeFailed.what',
    why: 'store.upgradeFailed.why',
    todo: 'store.upgradeFailed.todo',
  },
  corrupted: { what: 'store.corrupted.what', why: 'store.corrupted.why', todo: 'store.corrupted.todo' },
  refused: { what: 'store.refused.what', why: 'store.refused.why', todo: 'store.refused.todo' },
  quota: { what: 'store.quota.what', why: 'store.quota.why', todo: 'store.quota.todo' },
  blocked: { what: 'store.blocked.what', why: 'store.blocked.why', todo: 'store.blocked.todo' },
  unknown: { what: 'store.unknown.what', why: 'store.unknown.why', todo: 'store.unknown.todo' },
} as const satisfies Record<StoreFailureKind, Record<'what' | 'why' | 'todo', MessageKey>>;

/** Why a call of the store failed; anything that is no `StoreFailure` is `unknown`. */
export function failureKindOf(error: unknown): StoreFailureKind {
  return error instanceof StoreFailure ? error.kind : 'unknown';
}

export function StoreFailureNotice(props: {
  readonly kind: StoreFailureKind;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { t } = useSpeech();
  const sentences = SENTENCES[props.kind];
  return (
    <div className="note note--amber failure" role="alert" data-failure={props.kind}>
      <strong>{t(sentences.what)}</strong>
      <p>{t(sentences.why)}</p>
      <p>{t(sentences.todo)}</p>
      {props.onRetry && (
        <button type="button" className="button" onClick={props.onRetry}>
          {t('ui.retry')}
        </button>
      )}
    </div>
  );
}
