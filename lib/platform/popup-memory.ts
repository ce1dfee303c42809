import { nativeApi } from './native';

/** Where the popup keeps what it was at, in `storage.session`. */
export const POPUP_MEMORY = {
  subject: 'popup.subject',
  draft: 'popup.draft',
  declined: 'popup.declined',
} as const;

export type PopupMemoryValues = Readonly<Record<string, unknown>>;

/** All of it as it is kept, asked for in one message to the browser. Rejects where there is no such storage. */
export async function recallPopupMemory(): Promise<PopupMemoryValues> {
  return nativeApi().storage.session.get(Object.values(POPUP_MEMORY));
}
