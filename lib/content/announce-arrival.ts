import type { PageArrived, Port } from '@/lib/messaging/contract';
import { documentId } from './document-id';

/** Tells the background that a module it brought has begun to listen in this document. */
export function announceArrival(document: Document, port: Port, module: PageArrived['module']): void {
  // Who cannot be told knows nothing of this document, and begins anew with its next report.
  port.send({ type: 'page.arrived', module, document: documentId(document) }).catch(() => {});
}
