import type { PageReading } from '@/lib/environment/model';
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

/** How a document came to be in its frame. */
export interface Arrival {
  /** `traverse`: by the browser's back and forward buttons. */
  readonly by: 'navigate' | 'reload' | 'traverse';
  /** Another page of the same site led here; false for a typed address, a bookmark, another site. */
  readonly fromSite: boolean;
  /** Whether the person has done anything in it. */
  readonly acted: boolean;
}

/** The background's way to documents. All answer false, or null, where the frame is gone or closed to us. */
export interface Documents {
  show(to: FrameAddress, message: ShowMessage): Promise<boolean>;
  /**
   * Runs the built content module in one frame; a second run in the same document does nothing. False, too, where it
   * has not run in time: nothing is said to a module that may not listen yet. It says itself when it does.
   */
  inject(to: FrameAddress, module: ContentModule): Promise<boolean>;
  /** null: not known. */
  arrival(of: FrameAddress): Promise<Arrival | null>;
  /** Address and local-network access, as this very document is answered. null: not known. */
  environment(of: FrameAddress): Promise<PageReading | null>;
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

/** Runs in the document itself, alone: nothing outside may be used. Reads the browser's records, no page text. */
function readArrival(): Arrival {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const by = entry?.type === 'back_forward' ? 'traverse' : entry?.type === 'reload' ? 'reload' : 'navigate';
  const fromSite = document.referrer !== '' && new URL(document.referrer).origin === location.origin;
  // Counted for each document; `userActivation` is handed on from page to page of one site.
  const { eventCounts } = performance as Performance & { eventCounts?: ReadonlyMap<string, number> };
  const acted = !eventCounts || ['pointerdown', 'keydown', 'click'].some((type) => eventCounts.get(type));
  return { by, fromSite, acted };
}

/**
 * Runs in the document itself, alone, since the browser answers for the document that asks (field-notes §2).
 * Asks for the state only: no prompt comes up, no port is tried.
 */
async function readEnvironment(): Promise<PageReading> {
  const ask = async (name: string) => {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      return 'unsupported' as const;
    }
  };
  const [loopbackNetwork, localNetworkAccess] = await Promise.all([
    ask('loopback-network'),
    ask('local-network-access'),
  ]);
  return { protocol: location.protocol, loopbackNetwork, localNetworkAccess };
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
      const run = browser.scripting.executeScript({
        target: document ? { tabId: tab, documentIds: [document] } : { tabId: tab, frameIds: [frame] },
        files: [`/${module}.js`],
      });
      return (await withPatience(run)) !== null;
    } catch {
      return false;
    }
  },
  async arrival({ tab, frame }) {
    try {
      const target = { tabId: tab, frameIds: [frame] };
      const run = browser.scripting.executeScript({ target, func: readArrival, injectImmediately: true });
      const [answer] = (await withPatience(run)) ?? [];
      return (answer?.result as Arrival | undefined) ?? null;
    } catch {
      return null;
    }
  },
  async environment({ tab, frame }) {
    try {
      const target = { tabId: tab, frameIds: [frame] };
      const run = browser.scripting.executeScript({ target, func: readEnvironment });
      const [answer] = (await withPatience(run)) ?? [];
      return (answer?.result as PageReading | undefined) ?? null;
    } catch {
      return null;
    }
  },
};
