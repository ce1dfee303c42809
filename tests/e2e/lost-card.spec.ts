/** A page that will not let the card be: the badge of its tab and the popup say so, until the page is another (issue 4). */
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { waitForNoCard } from './harness/overlay';
import { Popup, sentences } from './harness/own-pages';
import { prepare, visit } from './harness/scene';

const t = sentences('zh');

interface OwnApi {
  readonly runtime: {
    sendMessage(message: { readonly type: 'pages.tabs' }): Promise<{
      readonly tabs: readonly { readonly tab: number; readonly cardLost: boolean }[];
    }>;
  };
  readonly action: {
    getBadgeText(of: { readonly tabId: number }): Promise<string>;
    getBadgeBackgroundColor(of: { readonly tabId: number }): Promise<readonly number[]>;
  };
}

/** What the toolbar says over each page of the site, in the order of their tabs. */
const badges = (ownPage: Page) =>
  expect.poll(() =>
    ownPage.evaluate(async () => {
      const { runtime, action } = (globalThis as unknown as { chrome: OwnApi }).chrome;
      const { tabs } = await runtime.sendMessage({ type: 'pages.tabs' });
      const inOrder = [...tabs].sort((one, other) => one.tab - other.tab);
      return Promise.all(
        inOrder.map(async ({ tab: tabId, cardLost }) => {
          const [red = 0, green = 0, blue = 0] = await action.getBadgeBackgroundColor({ tabId });
          const text = await action.getBadgeText({ tabId });
          return `${text}${text === '!' && red > 2 * green && red > 2 * blue ? ' red' : ''}${cardLost ? ' lost' : ''}`;
        }),
      );
    }),
  );

test('a page that pushes the card out is told of at its tab and in the popup, and of no other; a new page begins anew', async ({
  browserWithExtension: browser,
}) => {
  const popup = await prepare(browser);
  const calm = await visit(browser, 'element', { state: 'ca-list' });
  await calm.sees({ guide: 'rebind', page: 'ca-list' });
  const person = await visit(browser, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', page: 'ca-list' });
  const note = popup.getByText(t('popup.tabs.cardLost'));
  const before = t('badge.preview');
  await badges(popup).toEqual([before, before]);

  await person.page.evaluate(() => {
    const remove = () => document.querySelector('html > div[popover]')?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  });
  await waitForNoCard(person.page);
  await badges(popup).toEqual([before, '! red lost']);
  await popup.reload();
  await expect(note).toBeVisible();
  await calm.sees({ guide: 'rebind', page: 'ca-list' });

  await person.page.reload();
  await person.sees({ guide: 'rebind', page: 'ca-list' });
  await badges(popup).toEqual([before, before]);
  await popup.reload();
  await expect(new Popup(popup).button('popup.certificates.add').first()).toBeVisible();
  await expect(note).toHaveCount(0);
});
