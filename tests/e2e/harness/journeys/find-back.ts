/** How a person finds back to where a stride begins, after a reload, a restart or a message of the site. */
import type { Page } from '@playwright/test';
import type { TabRecord } from '@/components/practice/system';
import { type Person, SKINS } from '../person';
import { waitUntil } from '../wait-until';
import type { Place } from './model';

/** Where the site itself says that this tab is; a fresh tab has said nothing yet. */
function readTab(page: Page): Promise<Partial<TabRecord>> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('practice-tab') ?? '{}'));
}

/** Loads the site anew, with no message on it, and clicks the way there. What nothing points at is no help here. */
export async function findBack(person: Person, place: Place): Promise<void> {
  const { page, manners } = person;
  const skin = Object.entries(SKINS).find(([, each]) => each === manners)?.[0] ?? '';
  await page.evaluate(() => {
    (window as unknown as { practice: { dispatch(event: unknown): void } }).practice.dispatch({
      type: 'dismiss',
    });
  });
  await page.goto(new URL(`?skin=${skin}`, page.url()).href);
  const click = async (
    control: Parameters<Person['clicksControl']>[0],
    what: string,
    isThere: (tab: Partial<TabRecord>) => boolean,
  ) => {
    if (isThere(await readTab(page))) return;
    await person.clicksControl(control);
    await waitUntil(what, () => readTab(page), isThere);
  };
  if (place === 'login-account' || place === 'login-ca') {
    if ((await readTab(page)).session) await person.logsOut();
    if (place === 'login-ca') {
      await click('ca-tab', 'the login with the CA', ({ way, session }) => !session && way === 'login-ca');
    }
    return;
  }
  await click('login-submit', 'a session', ({ session }) => Boolean(session));
  if (place === 'home') return;
  await click('ca-menu', 'the list', ({ page: at }) => at === 'ca-list');
  if (place === 'unbind-confirm') await click('unbind', 'the question', ({ dialog }) => dialog === 'unbind');
  if (place === 'bind-form') await click('bind', 'the form', ({ dialog }) => dialog === 'bind');
}
