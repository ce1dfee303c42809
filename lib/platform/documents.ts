import type { ShowMessage } from '@/lib/messaging/contract';
import { browser } from './browser';

/** A frame of a tab; 0 is the top one. */
export interface FrameAddress {
  readonly tab: number;
  readonly frame: number;
}

export type ContentModule = 'pointer' | 'guide';

/** The background's way to documents. Both answer false where the frame is gone or closed to us. */
export interface Documents {
  show(to: FrameAddress, message: ShowMessage): Promise<boolean>;
  /** Runs the built content module in one frame; a second run in the same document does nothing. */
  inject(to: FrameAddress, module: ContentModule): Promise<boolean>;
}

export const documents: Documents = {
  async show({ tab, frame }, message) {
    try {
      return (await browser.tabs.sendMessage(tab, message, { frameId: frame })) === true;
    } catch {
      return false;
    }
  },
  async inject({ tab, frame }, module) {
    try {
      await browser.scripting.executeScript({
        target: { tabId: tab, frameIds: [frame] },
        files: [`/${module}.js`],
      });
      return true;
    } catch {
      return false;
    }
  },
};
