/** A whole notice as one reader needs it, on one day: every fact with its clause, and what is not said. */
import { Contacts } from '@/components/popup/contacts';
import { Fees } from '@/components/popup/fees';
import { KeysTable } from '@/components/popup/keys-table';
import { Timeline } from '@/components/popup/timeline';
import { askAboutBatch } from '@/lib/guide/contacts';
import { explain } from '@/lib/notice/explain';
import type { NoticeCase } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { phasesFor } from '@/lib/notice/phases';
import { Batches } from './batches';
import { Changes } from './changes';
import { Duties } from './duties';
import { MaterialList } from './material-list';
import { NoticeHead } from './notice-head';
import { Places } from './places';
import { Remarks } from './remarks';
import '@/components/popup/popup.css';
import './notice.css';

/** @param kept every pack at hand as written: what changed is told against them */
export function NoticeView({
  pack,
  asked,
  kept = [],
}: {
  readonly pack: NoticePack;
  readonly asked: NoticeCase;
  readonly kept?: readonly NoticePack[];
}) {
  const explanation = explain(pack, asked);
  return (
    <article className="notice-view" data-part="notice" data-pack={pack.id} data-audience={asked.audience}>
      <NoticeHead pack={pack} explanation={explanation} />
      <Timeline
        phases={phasesFor(pack, asked.audience, asked.level)}
        today={asked.today}
        documentNumber={pack.documentNumber}
      />
      <Batches
        batches={pack.batches.filter(({ id }) => asked.batch === undefined || id === asked.batch)}
        who={asked.batch === undefined ? askAboutBatch(explanation.contacts, pack.issuer) : null}
      />
      <Duties explanation={explanation} />
      <MaterialList pack={pack} obligations={explanation.obligations} />
      <Places pack={pack} today={asked.today} />
      <KeysTable keys={explanation.keys} />
      <Fees fees={explanation.fees} publishedYear={pack.publishedOn.slice(0, 4)} />
      <Contacts contacts={explanation.contacts} issuer={pack.issuer} />
      <Remarks explanation={explanation} />
      <Changes pack={pack} kept={kept} />
    </article>
  );
}
