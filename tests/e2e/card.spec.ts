/** The card of the release build: remembered, numbered across frames, its warning recorded once painted. */
import { expect, test } from './harness/fixtures';
import { readFacts, readFactsWith } from './harness/ledger';
import { clickInCard, readCard, readRings } from './harness/overlay';
import { sentences } from './harness/own-pages';
import { Person, SKINS } from './harness/person';
import { prepare, siteAddress, visit } from './harness/scene';
import { readOverlayRoots } from './harness/shadow-reader';
import { waitUntil } from './harness/wait-until';

const t = sentences('zh');

test('the card comes up where it was left, in another tab and after the worker was killed', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await person.sees({ guide: 'rebind' });
  await clickInCard(person.page, '[data-action="move"]');
  await clickInCard(person.page, '[data-action="minimise"]');
  const placeOf = async (of: Person) => {
    const { attributes } = (await readCard(of.page))?.element ?? {};
    return [attributes?.['data-corner'], attributes?.['data-minimised']];
  };
  const left = await waitUntil(
    'the tab in its corner',
    () => placeOf(person),
    ([corner, minimised]) => corner === 'bottom-left' && minimised === 'true',
  );
  await browserWithExtension.killWorker(popup);
  const other = new Person(await browserWithExtension.openSite(siteAddress('element')), SKINS.element);
  await other.sees({ guide: 'rebind' });
  expect(await placeOf(other)).toEqual(left);
});

test('numbers run through all frames, and come off with the page they were asked for', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic');
  await person.sees({ guide: 'rebind', page: 'login-account', targetState: 'found' });
  await person.clicksRing('login-submit');
  await person.sees({ page: 'home', targetState: 'found' });
  await clickInCard(person.page, '[data-action="number"]');
  const numbers = async () =>
    (await readOverlayRoots(person.page)).flatMap(({ parts, documentUrl }) =>
      parts
        .filter(({ attributes, visible }) => attributes['data-part'] === 'number' && visible)
        .map(({ text }) => ({ number: Number(text), documentUrl })),
    );
  const drawn = await waitUntil(
    'numbers in more than one frame',
    numbers,
    (found) => new Set(found.map(({ documentUrl }) => documentUrl)).size > 1,
  );
  const sorted = drawn.map(({ number }) => number).sort((a, b) => a - b);
  expect(sorted).toEqual(sorted.map((_, index) => index + 1));
  await person.sees({ says: t('card.number.done', { count: sorted.length }) });
  await person.clicksRing('ca-menu');
  await person.sees({ page: 'ca-list' });
  await waitUntil('no number', numbers, ({ length }) => length === 0);
});

test('the warning is in the ledger once it was painted, and after the page that needs it', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await person.clicksRing('login-submit');
  await person.sees({ page: 'home', targetState: 'found' });
  const kinds = async () => (await readFacts(popup, 'preview')).map(({ body }) => body.kind);
  expect(await kinds()).not.toContain('warned');
  await person.clicksRing('ca-menu');
  await person.sees({ page: 'ca-list' });
  await readFactsWith(popup, 'preview', 'warned');
});

// 1366×768, less what the browser and the task bar take of it.
test('on a small screen the first question before unbinding can be answered without scrolling', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await person.page.setViewportSize({ width: 1366, height: 650 });
  await person.clicksRing('login-submit');
  await person.sees({ page: 'home', targetState: 'found' });
  await person.clicksRing('ca-menu');
  await person.sees({ page: 'ca-list' });
  const [root] = (await readOverlayRoots(person.page)).filter(({ parts }) =>
    parts.some(({ attributes }) => attributes['data-part'] === 'card'),
  );
  const shown = await root?.call((shadow) => {
    const body = shadow.querySelector('.body')?.getBoundingClientRect();
    const buttons = [...shadow.querySelectorAll('.question:first-of-type button')];
    if (!body || buttons.length === 0) throw new Error('no question');
    return buttons.slice(0, 2).map((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return top >= body.top && bottom <= body.bottom;
    });
  }, undefined);
  expect(shown).toEqual([true, true]);
});

test('the browser knows the shortcut, and the settings show it', async ({ browserWithExtension }) => {
  const page = await browserWithExtension.openOwnPage('options.html');
  const section = page.locator('[data-part="shortcut"]');
  await expect(section).toContainText(/Alt\+K|⌥K/);
  const opened = browserWithExtension.context.waitForEvent('page');
  await section.getByRole('button', { name: t('settings.shortcut.change') }).click();
  expect((await opened).url()).toContain('://extensions/shortcuts');
});

test('without a card that warns, unbinding is not ringed, not even in a frame that nobody fights over', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic');
  await person.clicksRing('login-submit');
  await person.sees({ page: 'home', targetState: 'found' });
  await person.clicksRing('ca-menu');
  await person.sees({ page: 'ca-list' });
  await person.answersAll('yes');
  expect((await person.seesRingOn('unbind')).documentUrl).not.toBe(person.page.url());
  // The top document takes our host away again and again; the ring stands in another.
  await person.page.evaluate(() => {
    const remove = () => document.querySelector('html > div[popover]')?.remove();
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
  });
  await waitUntil(
    'no ring',
    () => readRings(person.page),
    ({ length }) => length === 0,
  );
  expect(await readCard(person.page)).toBeNull();
});

for (const language of ['zh', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the button for other numbers lies on no letter of whom to call first', async ({
      browserWithExtension,
    }) => {
      await prepare(browserWithExtension, { language });
      const person = await visit(browserWithExtension, 'element');
      await person.sees({ guide: 'rebind' });
      const [root] = (await readOverlayRoots(person.page)).filter(({ parts }) =>
        parts.some(({ attributes }) => attributes['data-part'] === 'card'),
      );
      const covered = await root?.call((shadow) => {
        const button = shadow.querySelector('[data-action="show-contacts"]')?.getBoundingClientRect();
        const texts = [...shadow.querySelectorAll('.first .contact p')].flatMap((each) => {
          const range = document.createRange();
          range.selectNodeContents(each);
          return [...range.getClientRects()];
        });
        if (!button || texts.length === 0) throw new Error('nobody to call');
        return texts.filter(
          ({ left, right, top, bottom }) =>
            left < button.right - 1 &&
            right > button.left + 1 &&
            top < button.bottom - 1 &&
            bottom > button.top + 1,
        ).length;
      }, null);
      expect(covered).toBe(0);
    });
  });
}
