/** Help codes of callers under the built-in notice. */
import { writeHelpCode } from '@/lib/desk/help-code/codes';
import { type HelpState, hashPack } from '@/lib/desk/help-code/state';
import notice from '@/notices/changzhou-2023-12.json' with { type: 'json' };

const at = (list: readonly { readonly id: string }[], id: string) =>
  list.findIndex((each) => each.id === id) as HelpState['phase'] & number;

/** A budget unit that binds its new CA, on the page that manages CAs; `rest` says what is otherwise. */
export function callersCode({
  phase = 'new-only',
  guide = 'first-binding',
  ...rest
}: Partial<Omit<HelpState, 'phase' | 'guide'>> & { readonly phase?: string; readonly guide?: string } = {}) {
  return writeHelpCode({
    pack: hashPack(notice),
    audience: 'budget-unit',
    level: 'city',
    phase: at(notice.phases, phase),
    page: 'ca-list',
    guide: at(notice.guides, guide),
    step: 2,
    target: 'found',
    trouble: null,
    engine: 'unknown',
    scheme: 'http',
    access: 'unknown',
    assertion: 'none',
    ...rest,
  });
}
