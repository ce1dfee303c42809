import type { MessageOf, PagesMessage, Replies } from '@/lib/messaging/contract';
import { browser } from './browser';

/** Asks the background from one of our own pages. Rejects when it does not answer, or failed at it. */
export async function askBackground<T extends PagesMessage['type']>(
  message: MessageOf<T>,
): Promise<Replies[T]> {
  const reply: unknown = await browser.runtime.sendMessage(message);
  if (reply === undefined) throw new Error('background: no answer');
  return reply as Replies[T];
}
