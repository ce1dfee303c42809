/** The desk's way to pages of the system: which are open, and a line to the picker in each frame of one. */
import { PICKER_LINE, type PickerAsk } from '@/lib/messaging/picker-contract';
import { browser } from './browser';
import { OFFICIAL_MATCH } from './official-site';

/** A page of the system that is open now. */
export interface SystemTab {
  readonly tab: number;
  /** Not to be shown as it is: it may carry an account. */
  readonly address: string;
}

/** A line to the picker in one frame. */
export interface FrameLine {
  readonly frame: number;
  ask(message: PickerAsk): void;
}

/** The one looked at last comes first, where the browser tells. */
export async function listSystemTabs(): Promise<readonly SystemTab[]> {
  const tabs = await browser.tabs.query({ url: OFFICIAL_MATCH });
  const sorted = [...tabs].sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  return sorted.flatMap(({ id, url }) =>
    id === undefined || url === undefined ? [] : [{ tab: id, address: url }],
  );
}

export interface PickerEars {
  /** Not looked at yet: it comes from a document. */
  readonly tell: (frame: number, message: unknown) => void;
  /** The frame went away. */
  readonly end: (frame: number) => void;
}

/**
 * Brings the picker into every frame of a tab and opens the lines. They close when the signal aborts, and with them
 * the picker leaves the page.
 *
 * @throws where the tab is gone or closed to us
 */
export async function openPicker(
  tab: number,
  ears: PickerEars,
  signal: AbortSignal,
): Promise<readonly FrameLine[]> {
  const injected = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    files: ['/picker.js'],
  });
  if (signal.aborted) return [];
  return injected.map(({ frameId: frame }) => {
    const port = browser.tabs.connect(tab, { name: PICKER_LINE, frameId: frame });
    port.onMessage.addListener((message: unknown) => ears.tell(frame, message));
    port.onDisconnect.addListener(() => ears.end(frame));
    signal.addEventListener('abort', () => port.disconnect(), { once: true });
    return { frame, ask: (message) => port.postMessage(message) };
  });
}

/** Brings a tab of the system to the front, or this page. */
export async function showTab(tab: number): Promise<void> {
  const shown = await browser.tabs.update(tab, { active: true });
  if (shown?.windowId !== undefined) await browser.windows.update(shown.windowId, { focused: true });
}

export async function showThisPage(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await showTab(own.id);
}
