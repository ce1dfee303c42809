import { CheckCheck } from 'lucide-react';
import { type RefObject, useEffect, useState } from 'react';
import { useSpeech } from '@/components/ui/language';

/** Entries of a part that have been on the screen, both their clause and their last line. */
function useSeen(panel: RefObject<HTMLElement | null>, ids: readonly string[]): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '' || typeof IntersectionObserver === 'undefined') return;
    const ends = new Map<Element, string>();
    const left = new Map<string, number>(key.split(' ').map((id) => [id, 2]));
    const watcher = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        const id = ends.get(target);
        if (!isIntersecting || id === undefined) continue;
        watcher.unobserve(target);
        left.set(id, (left.get(id) ?? 1) - 1);
        if (left.get(id) === 0) setSeen((before) => new Set([...before, id]));
      }
    });
    for (const id of left.keys()) {
      const entry = panel.current?.querySelector(`[data-entry="${CSS.escape(id)}"]`);
      for (const part of ['.author-unchecked', '.author-entry-actions']) {
        const end = entry?.querySelector(part);
        if (!end) continue;
        ends.set(end, id);
        watcher.observe(end);
      }
    }
    return () => watcher.disconnect();
  }, [key, panel]);
  return seen;
}

/**
 * Under a part's entries: all of them that nothing is doubtful of are right. It can be said once each of them was on the screen,
 * beside its clause.
 */
export function CheckTogether(props: {
  /** The part, in which the entries stand. */
  readonly panel: RefObject<HTMLElement | null>;
  readonly ids: readonly string[];
  /** How many of the part are asked about one by one besides. */
  readonly others: number;
  readonly onChecked: () => void;
}) {
  const { t } = useSpeech();
  const { ids, others } = props;
  const seen = useSeen(props.panel, ids);
  const unseen = ids.filter((id) => !seen.has(id)).length;
  return (
    <div className="author-together" data-part="together">
      <button type="button" className="button" disabled={unseen > 0} onClick={props.onChecked}>
        <CheckCheck aria-hidden="true" size="1.15em" /> {t('author.together', { count: ids.length })}
      </button>
      <p className="fine" role="status">
        {unseen > 0 ? t('author.togetherUnseen', { count: unseen }) : ''}
        {others > 0 ? t('author.togetherOthers', { count: others }) : ''}
      </p>
    </div>
  );
}
