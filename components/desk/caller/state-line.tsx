import { AUDIENCE_NAMES, LEVEL_NAMES } from '@/components/popup/names';
import { useSpeech } from '@/components/ui/language';
import { placeIn } from '@/lib/desk/help-code/place';
import type { HelpState } from '@/lib/desk/help-code/state';
import { keyPart } from '@/lib/locale/key-part';
import type { MessageKey } from '@/lib/locale/translate';
import type { NoticePack } from '@/lib/notice/model';

/** Everything a code says, in words. */
export function StateLine({ state, pack }: { readonly state: HelpState; readonly pack: NoticePack | null }) {
  const { t, say } = useSpeech();
  const place = pack && placeIn(pack, state);
  const named = (entry: { readonly name: { readonly zh: string } } | 'beyond' | null | undefined) =>
    entry && entry !== 'beyond' ? say(entry.name) : t('desk.state.unknown');
  const rows: readonly (readonly [string, string])[] = [
    ['audience', state.audience ? t(AUDIENCE_NAMES[state.audience]) : t('desk.state.unknown')],
    ['level', state.level ? t(LEVEL_NAMES[state.level]) : t('desk.state.unknown')],
    ['phase', named(place?.phase)],
    ['page', t(`guide.evidence.state.${keyPart(state.page)}` as MessageKey)],
    ['target', t(`desk.state.targets.${state.target}` as MessageKey)],
    ['engine', t(`desk.state.engines.${keyPart(state.engine)}` as MessageKey)],
    ['scheme', t(`desk.state.schemes.${state.scheme}` as MessageKey)],
    ['access', t(`desk.state.accesses.${state.access}` as MessageKey)],
    ['assertion', t(`desk.state.assertions.${state.assertion}` as MessageKey)],
  ];
  return (
    <dl className="desk-state" data-part="state">
      {rows.map(([field, words]) => (
        <div key={field} data-field={field}>
          <dt className="fine">{t(`desk.state.${field}` as MessageKey)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
