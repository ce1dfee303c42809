import { useSpeech } from '@/components/ui/language';
import type { EditWork } from './use-edits';
import type { Working } from './use-work';

/** What is being done and how far it is. */
export function BusyLine({ working }: { readonly working: Working<EditWork> }) {
  const { t } = useSpeech();
  const words = t(`roster.busy.${working.kind}`);
  return (
    <div className="roster-busy" data-part="roster-busy">
      <span role="status">{words}</span>
      <progress
        className="import-progress"
        max={100}
        aria-label={words}
        {...(working.percent !== null && { value: working.percent })}
      />
    </div>
  );
}
