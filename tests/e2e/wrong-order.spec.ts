import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { readRings } from './harness/overlay';
import { prepare, visit } from './harness/scene';

test('unbinding without an answer: warned before, recorded after, and no word put in the person’s mouth', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });

  const before = await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
  expect(before.text).toMatch(/无法恢复|不能恢复/);
  expect(await readRings(person.page)).toEqual([]);

  await person.clicksControl('unbind');
  const asked = await person.sees({ page: 'unbind-confirm', targetState: 'none' });
  expect(asked.text).toMatch(/无法恢复|不能恢复/);
  expect(await readRings(person.page)).toEqual([]);

  await person.clicksControl('unbind-confirm');
  await person.sees({ guide: 'rebind', step: 'start-bind' });

  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told).toContain('seen: warning on screen');
  expect(told).toContain('seen: page unbind-done');
  expect(told.indexOf('seen: warning on screen')).toBeLessThan(told.indexOf('seen: page unbind-done'));
  expect(told.filter((line) => line.startsWith('said:'))).toEqual([]);
});

test('a question answered no holds the step and says what to do', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await person.sees({ step: 'unbind-old', targetState: 'none' });
  await person.answersAll('yes');
  await person.sees({ step: 'unbind-old', targetState: 'found' });
  await person.seesRingOn('unbind');
  await person.answers('new-key', 'no');
  await person.sees({ step: 'unbind-old', targetState: 'none' });
  await expect.poll(() => readRings(person.page)).toEqual([]);
});

/** Ways of unbinding that leave no time after the click: whatever has to be said stands there before it. */
const NO_TIME_AFTER = [
  ['native-confirm', 'classic'],
  ['unbind-at-once', 'unseen'],
] as const;

for (const [fault, skin] of NO_TIME_AFTER) {
  test(`${fault}, skin ${skin}: the warning stands before the click; unanswered, binding becomes the urgent thing`, async ({
    browserWithExtension,
  }) => {
    const popup = await prepare(browserWithExtension);
    const person = await visit(browserWithExtension, skin, { state: 'ca-list', faults: fault });
    const before = await person.sees({ step: 'unbind-old', page: 'ca-list', targetState: 'none' });
    expect(before.text).toMatch(/先别点解绑/);
    expect(await readRings(person.page)).toEqual([]);
    let asked = 0;
    person.page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept();
    });
    await person.clicksControl('unbind');
    await person.sees({ guide: 'rebind', step: 'start-bind', says: '解绑前有问题没确认，请现在逐项核对' });
    expect(asked).toBe(fault === 'native-confirm' ? 1 : 0);
    const told = (await readFacts(popup, 'preview')).map(tellFact);
    expect(told.indexOf('seen: warning on screen')).toBeGreaterThan(-1);
    expect(told.indexOf('seen: warning on screen')).toBeLessThan(told.indexOf('seen: page unbind-done'));
    // Answered now, and only the binding is left.
    const { length: answered } = await person.answersAll('yes');
    expect(answered).toBeGreaterThan(4);
    await person.leavesResult();
    await person.sees({ guide: 'rebind', step: 'start-bind', page: 'ca-list', targetState: 'found' });
  });
}
