/** A slow machine: looking at a page is dear there, and the site's answers fade as fast as anywhere. */
import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { prepare, visit } from './harness/scene';

/** How much slower. A look at this page, which is small, then takes what one at a large page does. */
const SLOWER = 12;

test('an answer that fades after three seconds is heard though looking is dear', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'unseen', { state: 'bind-form' });
  await person.sees({ step: 'bind-new', page: 'bind-form', trouble: null });
  await person.setsFault('pin-wrong', true);
  const devtools = await person.page.context().newCDPSession(person.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await person.choosesCertificate();
  await person.typesPin();
  await person.clicksControl('bind-confirm');
  await person.sees({ page: 'pin-wrong', trouble: 'pin-wrong', targetState: 'none' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  expect((await readFacts(popup, 'preview')).map(tellFact)).toContain('seen: page pin-wrong');
});

test('so is one after a press in the frame beside it', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic', { state: 'ca-list' });
  await person.sees({ page: 'ca-list', trouble: null });
  const devtools = await person.page.context().newCDPSession(person.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const { page } = person;
  const content = page.frame('content');
  if (!content) throw new Error('no content frame');
  // Looks that nobody asked for have to be paid for.
  await content.evaluate(() => void document.body.append(document.createElement('hr')));
  // Pressed in the menu; the page beside it answers, and the answer fades.
  await page.frame('menu')?.getByRole('columnheader').click();
  const sees = person.sees({ page: 'system-busy', trouble: 'system-busy' });
  await content.evaluate(() => {
    const toast = document.createElement('div');
    toast.setAttribute('role', 'alert');
    toast.append('系统繁忙，请稍后再试');
    document.body.append(toast);
    setTimeout(() => toast.remove(), 3_000);
  });
  await sees;
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
});
