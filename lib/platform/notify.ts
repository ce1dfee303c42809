import { browser } from './browser';

/** One notification, without buttons: Firefox throws on them. The same id replaces, so none doubles. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    title,
    message,
    iconUrl: browser.runtime.getURL('/icon/128.png' as '/'),
  });
}

/** What was told is pressed: it goes, and `open` shows what it asked to look at. */
export function onNotificationPressed(open: () => void): void {
  browser.notifications.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    open();
  });
}
