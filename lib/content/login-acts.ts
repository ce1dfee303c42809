import type { Port } from '@/lib/messaging/contract';
import { overlayOf } from '@/lib/overlay/host';
import { documentId } from './document-id';

export interface LoginActs {
  readonly signal: AbortSignal;
  /** The login control the background asks for now, and the request it was asked by. */
  readonly control: () => { readonly request: string; readonly element: Element | null } | null;
}

type NavigationEvents = EventTarget | undefined;

/**
 * Tells the background that the person pressed the login page's own control, and that they did something
 * else afterwards: so that a login can be told from a look at the login page. Nothing is held back, and
 * nothing of what was pressed or typed is read: one message for a press, one for the first act after it.
 */
export function watchLogin(document: Document, port: Port, { signal, control }: LoginActs): void {
  const view = document.defaultView as Window & { readonly navigation?: NavigationEvents };
  const options = { signal, capture: true };
  /** The request of a press that nothing has followed yet. */
  let pressed: string | null = null;

  function tell(request: string, isPress: boolean): void {
    pressed = isPress ? request : null;
    const body = { type: 'page.acted', document: documentId(document), request, pressed: isPress } as const;
    // What is not delivered proves nothing, and then the person's word is asked.
    port.send(body).catch(() => undefined);
  }

  function act({ isTrusted, target }: Event): void {
    const isOurs = target instanceof Element && overlayOf(document).isHost(target);
    if (isTrusted && !isOurs && pressed !== null) tell(pressed, false);
  }

  function click(event: Event): void {
    const asked = control();
    const { target } = event;
    const isOurs = target instanceof Element && overlayOf(document).isHost(target);
    if (!event.isTrusted || isOurs) return;
    if (asked) tell(asked.request, asked.element !== null && event.composedPath().includes(asked.element));
    else act(event);
  }

  view.addEventListener('click', click, options);
  view.addEventListener('pointerdown', act, options);
  // A key held down goes on being the press it was.
  view.addEventListener('keydown', (event) => !event.repeat && act(event), options);
  // Back and forward leave no trace in the page. Where the Navigation API is missing, a hash may be either.
  if (view.navigation) view.navigation.addEventListener('currententrychange', traverse, options);
  else view.addEventListener('popstate', act, options);

  function traverse(event: Event): void {
    const { navigationType } = event as Event & { readonly navigationType?: string | null };
    if (navigationType === 'traverse') act(event);
  }
}
