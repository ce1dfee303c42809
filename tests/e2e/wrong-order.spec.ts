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
