import { expect, test } from './harness/fixtures';
import { readEverything } from './harness/kept';
import { readCard } from './harness/overlay';
import { prepare, UNIT, visit } from './harness/scene';
import { readOverlayRoots } from './harness/shadow-reader';

test('the page learns nothing personal, and nothing in it is changed but our one element', async ({
  browserWithExtension,
}) => {
  const name = '常州某某中心小学';
  await prepare(browserWithExtension, { subjects: [{ ...UNIT, name }] });
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  const card = await person.sees({ guide: 'rebind', page: 'ca-list' });
  expect(card.text).not.toContain(name);
  expect(card.text).not.toContain('中心小学');

  const roots = await readOverlayRoots(person.page);
  expect(roots.every(({ mode }) => mode === 'closed')).toBe(true);
  // A neutral tag with nothing on it that would tell whose it is (design.md §5).
  for (const { host } of roots) {
    expect(host.tag).toBe('div');
    expect(host.attributes).toEqual({ popover: 'manual' });
  }
  const seen = await person.page.evaluate(() => ({
    hosts: [...document.documentElement.children].filter(
      (element) => !(element instanceof HTMLHeadElement || element instanceof HTMLBodyElement),
    ).length,
    globals: Object.keys(window).filter((key) => /rebind|wxt|chrome_ext/i.test(key)),
    findsName: (window as unknown as { find(text: string): boolean }).find('中心小学'),
    text: document.documentElement.outerHTML,
  }));
  expect(seen.hosts).toBe(1);
  expect(seen.globals).toEqual([]);
  expect(seen.findsName).toBe(false);
  expect(seen.text.match(/.{0,40}(chrome-extension|data-part|data-guide).{0,40}/gi)).toBeNull();
});

test('the page is the same with the extension as without: no class, no attribute, no style', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ guide: 'rebind', page: 'ca-list' });
  const withCard = await person.page.evaluate(() => document.body.outerHTML);

  // On a host that is not granted the same site runs without us.
  const plain = await browserWithExtension.context.newPage();
  await plain.goto('http://other-origin.example/?skin=element&date=2023-09-20&state=ca-list');
  await plain.locator('[data-practice="unbind"]').waitFor();
  expect(await readCard(plain)).toBeNull();
  expect(withCard).toBe(await plain.evaluate(() => document.body.outerHTML));
});

test('what is typed on the page reaches no part of ours: key events pass the card by', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'bind-form', key: 'new' });
  await person.sees({ page: 'bind-form' });
  await person.typesPin();
  const field = await person.control('pin-field');
  expect(await field.inputValue()).toBe('123456');
  const card = await readCard(person.page);
  expect(card?.text).not.toContain('123456');
  const popup = await browserWithExtension.openOwnPage('popup.html');
  const kept = await readEverything(popup);
  expect(kept).not.toContain('123456');
});
