/** The desk teaching a control, and the page while it is pointed at. */
import type { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { visit } from '@/tests/e2e/harness/scene';
import { readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';

const t = sentences('zh');

export async function takeTeach(browser: ExtensionBrowser, pathOf: (name: string) => string): Promise<void> {
  const person = await visit(browser, 'element', { state: 'ca-list' });
  await person.sees({ page: 'ca-list' });
  const desk = await browser.openOwnPage('desk.html?view=teach');
  await desk.setViewportSize({ width: 1200, height: 1600 });
  await desk.getByRole('button', { name: t('teach.read') }).click();
  await desk.locator('[data-part="reading"]').waitFor();
  await desk.getByRole('button', { name: t('teach.pick') }).click();
  await person.page.bringToFront();
  const box = await person.page.locator('[data-practice="unbind"]').boundingBox();
  if (!box) throw new Error('no control to point at');
  const words = async () =>
    (await readOverlayRoots(person.page)).flatMap(({ parts }) =>
      parts.filter((part) => part.attributes['data-part'] === 'pick-words' && part.visible),
    );
  await waitUntil(
    'the pane of the picker',
    () => readOverlayRoots(person.page),
    (roots) => roots.some(({ parts }) => parts.some((part) => part.attributes['data-part'] === 'pick-pane')),
  );
  await person.page.mouse.move(box.x + 8, box.y + 8);
  await waitUntil('the words of the control', words, (found) => found.length > 0);
  await person.page.screenshot({ path: pathOf('picker') });
  await person.page.mouse.click(box.x + 8, box.y + 8);
  await desk.locator('[data-part="trial"]').waitFor();
  await desk.getByRole('button', { name: t('teach.report.make') }).click();
  await desk.locator('[data-part="report-text"]').first().waitFor();
  await desk.bringToFront();
  await desk.screenshot({ path: pathOf('teach') });
}
