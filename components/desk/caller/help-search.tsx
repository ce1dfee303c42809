import { useMemo, useState } from 'react';
import type { DeskServices } from '@/components/desk/services';
import { AUDIENCE_NAMES } from '@/components/popup/names';
import { Cite } from '@/components/ui/cite';
import { useSpeech } from '@/components/ui/language';
import { GuardedInput } from '@/components/ui/text-area';
import { findHelp, helpIndex } from '@/lib/desk/caller/find-help';
import { troublesOf } from '@/lib/guide/troubles';
import { TroubleCure } from './trouble-cure';

/** Troubles, the notice and its telephone numbers, by any word. */
export function HelpSearch({ services }: { readonly services: DeskServices }) {
  const { t, say } = useSpeech();
  const [asked, setAsked] = useState('');
  const [pack] = services.packs;
  const index = useMemo(() => (pack ? helpIndex(pack) : []), [pack]);
  const found = findHelp(index, asked);
  const troubles = new Map((pack ? troublesOf(pack) : []).map((each) => [each.id, each]));
  return (
    <>
      <GuardedInput
        label={t('desk.search.field')}
        hint={t('desk.search.how')}
        value={asked}
        onEdit={setAsked}
      />
      <p role="status" className="fine">
        {asked.trim() !== '' && t('desk.search.found', { count: found.length })}
      </p>
      <ul className="desk-found" data-part="found">
        {found.map(({ kind, id, title, text, cite, audiences }) => {
          const trouble = kind === 'trouble' ? troubles.get(id) : undefined;
          return (
            <li key={`${kind} ${id} ${text.zh}`} data-kind={kind}>
              <span className="chip">{t(`desk.search.kinds.${kind}`)}</span>
              <div>
                {trouble ? (
                  <TroubleCure trouble={trouble} />
                ) : (
                  <>
                    <strong>{say(title)}</strong> {title.zh !== text.zh && say(text)}
                  </>
                )}{' '}
                {audiences && audiences.length > 0 && (
                  <span className="fine">
                    {audiences.map((each) => t(AUDIENCE_NAMES[each])).join(t('ui.listComma'))}
                  </span>
                )}{' '}
                {cite !== null && <Cite clause={cite} />}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
