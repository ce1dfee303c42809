import type { GuidePlan } from '@/lib/guide/model';
import { useCard } from './context';
import { Ban } from './icons';

/** Says of a step that it may not be undone, where no warning of the plan says so already. */
export function Irreversible({ plan }: { readonly plan: GuidePlan }) {
  const { translate } = useCard();
  if (!plan.irreversible || plan.notes.some(({ tone }) => tone === 'stop')) return null;
  return (
    <p className="irreversible">
      <Ban />
      <span>{translate('card.irreversible')}</span>
    </p>
  );
}
