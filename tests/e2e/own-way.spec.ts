/** The person goes their own way through the site's frames: what they passed is noticed. */
import { test } from './harness/fixtures';
import { prepare, visit } from './harness/scene';

test('a step passed in another frame, without the ring, is noticed', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic', { state: 'home' });
  await person.sees({ guide: 'rebind', step: 'open-list', page: 'home' });
  // The menu is one frame, what it opens another; nothing the guide rings is waited for.
  await person.clicksControl('ca-menu');
  await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
});
