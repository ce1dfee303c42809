import type { MessageOf, PagesMessage, Replies } from '@/lib/messaging/contract';
import { browser } from './browser';

/** Asks the background from one of our own pages. Rejects when it does not answer. */
export function askBackground<T extends PagesMessage['type']>(message: MessageOf<T>): Promise<Replies[T]> {
  return browser.runtime.sendMessage(message) as Promise<Replies[T]>;
}
