/**
 * Card and pointer mounted over a port made of memory: what the background would send is handed in, what
 * it would get is kept. Runs in an isolated world, as content scripts do.
 */
import { mountCard } from '@/components/card/mount';
import { mountPointer } from '@/lib/content/pointer';
import type { Language } from '@/lib/locale/text';
import { createTranslate } from '@/lib/locale/translate';
import type { MessageOf, PageMessage, Port, Replies, ShowMessage } from '@/lib/messaging/contract';
import en from '@/locales/en.json';
import zh from '@/locales/zh_CN.json';

const hearers = new Set<(message: ShowMessage) => void>();
const end = new AbortController();
const sent: PageMessage[] = [];
let reply: Replies['page.said'] | 'gone' = { ok: true };

const port: Port = {
  async send<T extends PageMessage['type']>(message: MessageOf<T>): Promise<Replies[T]> {
    const kept: PageMessage = message;
    sent.push(kept);
    if (reply === 'gone') throw new Error('port: the extension is gone');
    return (kept.type === 'page.said' ? reply : { ok: true }) as Replies[T];
  },
  listen(hear, signal) {
    hearers.add(hear);
    signal.addEventListener('abort', () => hearers.delete(hear), { once: true });
  },
};

const overlay = {
  mount(language: Language = 'zh') {
    const { signal } = end;
    mountPointer(document, port, { signal });
    mountCard(document, port, { signal, language, translate: createTranslate(language === 'zh' ? zh : en) });
  },
  show(message: ShowMessage) {
    for (const hear of hearers) hear(message);
  },
  /** The list itself: a test may empty it. */
  sent: () => sent,
  replyWith(next: typeof reply) {
    reply = next;
  },
  end: () => end.abort(),
};

export type OverlayHandle = typeof overlay;

Object.assign(globalThis, { rebindOverlay: overlay });
