import { expect, test } from './harness/fixtures';
import { REBIND } from './harness/journeys/table';
import { walkStrides } from './harness/journeys/walk';
import { readFacts, readFactsWith, tellFact } from './harness/ledger';
import { FINISHED, prepare, visit } from './harness/scene';

test('a reload between any two steps changes nothing', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await walkStrides(person, REBIND, async ({ sees, name }) => {
    // The imitated application loses an open dialog when it is loaded again; the person opens it again.
    const inDialog = sees.page === 'unbind-confirm' || sees.page === 'bind-form' || sees.page === 'login-ca';
    if (inDialog) return;
    await person.page.reload();
    await test.step(`after the reload: ${name}`, () => person.sees(sees));
  });
  await person.sees({ guide: 'rebind', targetState: 'none', says: FINISHED });
});

test('the worker killed between any two steps changes nothing', async ({ browserWithExtension }) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  let before = 0;
  await walkStrides(person, REBIND, async ({ warns }) => {
    // A fact still on its way would come after the kill, and be right to.
    const facts = warns ? await readFactsWith(popup, 'preview', 'warned') : await readFacts(popup, 'preview');
    expect(facts.length).toBeGreaterThanOrEqual(before);
    before = facts.length;
    await browserWithExtension.killWorker(popup);
    const after = await readFacts(popup, 'preview');
    expect(after.slice(0, facts.length)).toEqual(facts);
    // That the warning was painted may have been told just before the kill; nothing else may be new.
    expect(after.slice(facts.length).map(({ body }) => body.kind)).toEqual(
      after.length > facts.length ? ['warned'] : [],
    );
  });
  await person.sees({ guide: 'rebind', targetState: 'none', says: FINISHED });
});

test('logged out by the system after unbinding, the guide goes on at binding', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { faults: 'logout-after-unbind' });
  for (const stride of REBIND.slice(0, 4)) {
    await person.sees(stride.sees);
    await stride.act(person);
  }
  await person.clicksRing('unbind-confirm');
  await person.sees({ guide: 'rebind', page: 'login-account' });
  await person.clicksRing('login-submit');
  await person.sees({ guide: 'rebind', page: 'home' });
  await person.clicksRing('ca-menu');
  const list = await person.sees({ guide: 'rebind', page: 'ca-list' });
  // The page's "done" flew by over the login page. Where it was not seen, only the person can say so.
  if (list.step === 'confirm-unbind') await person.saysDone();
  await person.sees({ guide: 'rebind', step: 'start-bind', page: 'ca-list', targetState: 'found' });
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.some((line) => /^(seen: page unbind-done|said: step confirm-unbind done)/.test(line))).toBe(
    true,
  );
});
