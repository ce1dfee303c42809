import type { MessageOf, PageMessage, Port, Replies, ShowMessage } from '@/lib/messaging/contract';
import { nativeApi } from './native';

function isShowMessage(message: unknown): message is ShowMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    typeof message.type === 'string' &&
    message.type.startsWith('show.')
  );
}

/**
 * A document's line to the background over runtime messages. Each send stands alone, so a worker that
 * was stopped is woken by it. Only messages from our own background are heard: the page cannot reach
 * `runtime.onMessage`, and other extensions come by another event.
 */
export function createContentPort(): Port {
  const { runtime } = nativeApi();
  /** Without an answer the message was dropped, or its handler failed. */
  const ask = async (message: PageMessage): Promise<unknown> => {
    // `runtime.id` goes away when the extension was updated or removed under a living page.
    const reply = runtime?.id ? await runtime.sendMessage(message) : undefined;
    if (reply === undefined) throw new Error('port: no answer');
    return reply;
  };
  return {
    send<T extends PageMessage['type']>(message: MessageOf<T>): Promise<Replies[T]> {
      // Once more, since the browser may stop a worker while it answers; repeating does no harm.
      return ask(message).catch(() => ask(message)) as Promise<Replies[T]>;
    },
    listen(hear, signal) {
      type Listener = Parameters<typeof runtime.onMessage.addListener>[0];
      const listener: Listener = (message, sender, respond) => {
        if (sender.id !== runtime.id || sender.tab || !isShowMessage(message)) return;
        respond(true); // the background learns that this frame lives
        hear(message);
      };
      if (signal.aborted) return;
      runtime.onMessage.addListener(listener);
      signal.addEventListener('abort', () => runtime.onMessage.removeListener(listener), { once: true });
    },
  };
}
