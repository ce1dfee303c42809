import type { Message, MessageOf, MessageType, Replies } from './contract';

/**
 * Who sent a message, as far as the browser vouches for it:
 * `document`: our content script in a page of a granted host; `practice`: our practice page, which mounts
 * the same modules; `own-page`: popup and settings. Anything else is nobody.
 */
export type SenderKind = 'document' | 'practice' | 'own-page';

export interface Sender {
  readonly kind: SenderKind;
  /** null for a popup, which lives in no tab. */
  readonly tab: number | null;
  readonly frame: number;
  /** The browser's own id of the document; Firefox has none. */
  readonly document?: string | undefined;
  /** Set for a document of a site that a notice pack adds: its host. */
  readonly site?: string | undefined;
}

/** The part of the browser's sender object that trust is decided on. */
export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

export interface TrustParts {
  readonly extensionId: string;
  /** `chrome-extension://…/` with its slash. */
  readonly extensionRoot: string;
  readonly isGrantedHost: (host: string) => boolean;
  /** Sites that packs add, and the person has allowed; has to be looked up. Absent: there are none. */
  readonly isAddedSite?: ((host: string) => Promise<boolean>) | undefined;
}

/** Path of the page that may speak as a document although it is ours. */
const PRACTICE_PATH = 'practice.html';

function hostOf(url: string | undefined): string | null {
  try {
    return url ? new URL(url).hostname : null;
  } catch {
    return null;
  }
}

/**
 * Decides who a sender is; null fails closed. A page cannot send to us at all (there is no
 * `externally_connectable`), so a message with our id from a tab comes from our own content script; the
 * host is checked all the same. `about:blank` and `srcdoc` frames have no host of their own, but inherit
 * an origin where the browser tells it.
 */
export function classifySender(raw: RawSender, trust: TrustParts): Sender | null {
  if (raw.id !== trust.extensionId) return null;
  const frame = raw.frameId ?? 0;
  const tab = raw.tab?.id ?? null;
  const where = { tab, frame, document: raw.documentId };
  if (raw.url?.startsWith(trust.extensionRoot)) {
    const path = raw.url.slice(trust.extensionRoot.length).split(/[?#]/, 1)[0];
    return { kind: path === PRACTICE_PATH ? 'practice' : 'own-page', ...where };
  }
  if (tab === null) return null;
  const inherited = raw.url?.startsWith('about:') === true;
  const host = inherited ? (hostOf(raw.origin) ?? null) : hostOf(raw.url);
  if (host !== null) {
    if (trust.isGrantedHost(host)) return { kind: 'document', ...where };
    // Whether it is one is asked before anything is handled.
    return trust.isAddedSite ? { kind: 'document', ...where, site: host } : null;
  }
  // Firefox reports no origin for about: frames; the sentinel runs there only below a granted host.
  return inherited && raw.origin === undefined ? { kind: 'document', ...where } : null;
}

type Handler<T extends MessageType> = (message: MessageOf<T>, sender: Sender) => Promise<Replies[T]>;

interface Registration {
  readonly from: readonly SenderKind[];
  readonly handle: (message: Message, sender: Sender) => Promise<unknown>;
}

export interface RegistryParts {
  readonly trust: TrustParts;
  /** The zod border; null for anything that is not a message of ours. */
  readonly parse: (value: unknown) => Message | null;
  /** Awaited before any handler runs: one gate for everything that must be in place. */
  readonly ready: Promise<unknown>;
  /** Told of what was dropped, for the count; never thrown at the sender. */
  readonly onDropped?: (why: 'shape' | 'sender' | 'unhandled') => void;
}

/**
 * Every message type with its handler and the senders it accepts. Trust is a property of the
 * registration: a message from anybody else is dropped and counted, and gets no answer.
 */
export class MessageRegistry {
  readonly #handlers = new Map<MessageType, Registration>();
  readonly #parts: RegistryParts;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  on<T extends MessageType>(type: T, from: readonly SenderKind[], handle: Handler<T>): this {
    if (this.#handlers.has(type)) throw new Error(`registry: ${type} is handled already`);
    this.#handlers.set(type, {
      from,
      handle: (message, sender) => handle(message as MessageOf<T>, sender),
    });
    return this;
  }

  /**
   * For `runtime.onMessage`: answers through `respond` and returns true when it will. Promise-returning
   * listeners are not used, since Chromium before 148 ignores them (field-notes §8).
   */
  readonly listener = (value: unknown, raw: RawSender, respond: (reply: unknown) => void): boolean => {
    const { trust, parse, onDropped, ready } = this.#parts;
    const sender = classifySender(raw, trust);
    const message = parse(value);
    const registration = message && this.#handlers.get(message.type);
    if (!message) onDropped?.('shape');
    else if (!registration) onDropped?.('unhandled');
    else if (!sender || !registration.from.includes(sender.kind)) onDropped?.('sender');
    else {
      ready
        .then(async () => {
          const isAdmitted = sender.site === undefined || (await trust.isAddedSite?.(sender.site)) === true;
          if (isAdmitted) return registration.handle(message, sender);
          onDropped?.('sender');
          return undefined;
        })
        .then(respond, (error: unknown) => {
          console.error('rebind:', message.type, error);
          respond(undefined);
        });
      return true;
    }
    return false;
  };
}
