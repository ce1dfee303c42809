/** What the browser keeps for the extension outside its databases, asked from one of its own pages. */
import type { Page } from '@playwright/test';

interface OwnApi {
  readonly storage: Record<
    'local' | 'session' | 'sync',
    { get(keys: null): Promise<Record<string, unknown>> }
  >;
  readonly alarms: { getAll(): Promise<readonly { readonly name: string }[]> };
  readonly notifications: {
    create(id: string, options: object): Promise<string>;
    getAll(): Promise<Record<string, boolean>>;
  };
  readonly action: {
    getBadgeText(of: object): Promise<string>;
    getBadgeBackgroundColor(of: object): Promise<readonly number[]>;
  };
}

export interface BrowserSide {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly sync: Readonly<Record<string, unknown>>;
  /** Names in the page's own memory: localStorage, sessionStorage, caches, private files. */
  readonly own: readonly string[];
  readonly alarms: readonly string[];
  readonly notifications: readonly string[];
  readonly badge: string;
  /** `#rrggbb` */
  readonly badgeColor: string;
}

export function readBrowserSide(ownPage: Page): Promise<BrowserSide> {
  return ownPage.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: OwnApi };
    const privateFiles = async () => {
      const names: string[] = [];
      const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
      for await (const name of folder.keys()) names.push(name);
      return names;
    };
    const color = await chrome.action.getBadgeBackgroundColor({});
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      sync: await chrome.storage.sync.get(null),
      own: [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await caches.keys()),
        ...(await privateFiles()),
      ],
      alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
      notifications: Object.keys(await chrome.notifications.getAll()),
      badge: await chrome.action.getBadgeText({}),
      badgeColor: `#${color
        .slice(0, 3)
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')}`,
    };
  });
}

/** Puts a notification up, as a reminder would. */
export async function putNotification(ownPage: Page, id: string): Promise<void> {
  await ownPage.evaluate(async (name) => {
    const { chrome } = globalThis as unknown as { chrome: OwnApi };
    const iconUrl = '/icon/128.png';
    await chrome.notifications.create(name, { type: 'basic', title: 'title', message: 'message', iconUrl });
  }, id);
}
