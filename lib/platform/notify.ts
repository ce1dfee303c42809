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
