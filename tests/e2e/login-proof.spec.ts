import { expect, test } from './harness/fixtures';
import { REBIND } from './harness/journeys/table';
import type { Person } from './harness/person';
import { prepare, visit } from './harness/scene';

/** Goes the whole way to the login page's tab for the CA, the new CA bound. */
async function standsBeforeLogin(person: Person): Promise<void> {
  const last = REBIND.findIndex(({ name }) => name === 'log in with the CA');
  for (const stride of REBIND.slice(0, last)) {
    await person.sees(stride.sees);
    await stride.act(person);
  }
  const stride = REBIND[last];
  if (!stride) throw new Error('no stride logs in with the new CA');
  await person.sees(stride.sees);
}

test('a home page after a look at the CA login proves no login: the word is asked', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await standsBeforeLogin(person);
  // The site goes on by itself, as it does where a session is still open.
  await person.page.evaluate(() => {
    const { practice } = window as unknown as { practice: { dispatch(event: unknown): void } };
    practice.dispatch({ type: 'login-ca', pin: 'right' });
  });
  const card = await person.sees({ step: 'try-login', page: 'home' });
  expect(card.controls.some(({ attributes }) => attributes['data-action'] === 'say-done')).toBe(true);
});

test('the Enter key in the PIN field logs in as the button does', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await standsBeforeLogin(person);
  await person.typesPinAtLogin();
  await person.page.keyboard.press('Enter');
  await person.sees({ step: 'try-seal', page: 'home' });
});
