/** A last day as the notice counts it, where what it counts from is not known of the case. */
import { keyPart } from '@/lib/locale/key-part';
import type { Text } from '@/lib/locale/text';
import type { RelativeDay } from '@/lib/notice/explanation';
import { write } from './wording';

/** 「自收到新CA之日起10日内」; null where only the notice's own words can say it. */
export function writeRelativeDay({ anchor, side, lead, name }: RelativeDay): Text | null {
  switch (anchor.kind) {
    case 'receipt':
      return side === 'after'
        ? write(`dueFrom.${keyPart(lead.unit)}`, {
            what: write(`dueFrom.received.${keyPart(anchor.of)}`),
            count: lead.count,
          })
        : null;
    case 'event':
      return side === 'after' && name
        ? write(`dueFrom.${keyPart(lead.unit)}`, { what: name, count: lead.count })
        : null;
    case 'batch-from':
    case 'batch-until':
      return write('dueFrom.batch');
    default:
      return null;
  }
}
