/** The person goes their own way through the site's frames: what they passed is noticed, and so is going back. */
import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { readRings } from './harness/overlay';
import { prepare, visit } from './harness/scene';

test('steps passed in another frame without the ring are noticed, and going back is', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic', { state: 'home' });
  await person.sees({ guide: 'rebind', step: 'open-list', page: 'home' });
  // The menu is one frame, what it opens another; nothing the guide rings is waited for.
  await person.clicksControl('ca-menu');
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
  await person.page.evaluate(() => history.back());
  await person.sees({ step: 'open-list', page: 'home' });
  await person.page.evaluate(() => history.forward());
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });

  await person.answersAll('yes');
  await person.clicksControl('unbind');
  await person.clicksControl('unbind-confirm');
  await person.sees({ step: 'start-bind' });
  // Back before the unbinding: it stays done, is not done twice, and nothing leads to it again.
  await person.page.evaluate(() => history.back());
  const card = await person.sees({ guide: 'rebind', says: '已解绑，请尽快绑定新CA' });
  expect(card.step).not.toBe('unbind-old');
  expect((await readRings(person.page)).map(({ target }) => target)).not.toContain('unbind');
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => line === 'seen: page unbind-done')).toHaveLength(1);
  expect(told.filter((line) => line.startsWith('said: step'))).toEqual([]);
});
