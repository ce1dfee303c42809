import type { ShowMessage } from '@/lib/messaging/contract';
import { browser } from './browser';

/** A frame of a tab; 0 is the top one. */
export interface FrameAddress {
  readonly tab: number;
  readonly frame: number;
  /** One document of that frame, by the browser's id, where it is known: another may have followed it. */
  readonly document?: string | undefined;
}

export type ContentModule = 'pointer' | 'guide' | 'recogniser';

/** The background's way to documents. Both answer false where the frame is gone or closed to us. */
export interface Documents {
  show(to: FrameAddress, message: ShowMessage): Promise<boolean>;
  /** Runs the built content module in one frame; a second run in the same document does nothing. */
  inject(to: FrameAddress, module: ContentModule): Promise<boolean>;
}

/** How long a frame may take: one inside a native confirm box, or frozen, answers nobody. */
const PATIENCE_MS = 1500;

/** `null` when the time is over; the answer may still come and is then passed over. */
async function withPatience<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

export const documents: Documents = {
  async show({ tab, frame }, message) {
    try {
      // Silence is no proof that a frame is gone: only a refusal is.
      return (await withPatience(browser.tabs.sendMessage(tab, message, { frameId: frame }))) !== undefined;
    } catch {
      return false;
    }
  },
  async inject({ tab, frame, document }, module) {
    try {
      await withPatience(
        browser.scripting.executeScript({
          target: document ? { tabId: tab, documentIds: [document] } : { tabId: tab, frameIds: [frame] },
          files: [`/${module}.js`],
        }),
      );
      return true;
    } catch {
      return false;
    }
  },
};
