import type { MessageOf, PageMessage, Port, Replies, ShowMessage } from '@/lib/messaging/contract';

/** A background in the page itself: answers at once, so that what is timed is ours and the browser's alone. */
export interface TimedPort extends Port {
  show(message: ShowMessage): void;
  readonly sent: PageMessage[];
}

const shared = globalThis as typeof globalThis & { benchPort?: TimedPort };

/** The same port for the pointer's bundle and the card's. */
export function timedPort(): TimedPort {
  if (shared.benchPort) return shared.benchPort;
  const hearers = new Set<(message: ShowMessage) => void>();
  const sent: PageMessage[] = [];
  const port: TimedPort = {
    sent,
    async send<T extends PageMessage['type']>(message: MessageOf<T>): Promise<Replies[T]> {
      sent.push(message);
      return { ok: true } as Replies[T];
    },
    listen(hear, signal) {
      hearers.add(hear);
      signal.addEventListener('abort', () => hearers.delete(hear), { once: true });
    },
    show(message) {
      for (const hear of hearers) hear(message);
    },
  };
  shared.benchPort = port;
  return port;
}
