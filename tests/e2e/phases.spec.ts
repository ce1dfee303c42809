import { expect, test } from './harness/fixtures';
import { readRings } from './harness/overlay';
import { prepare, visit } from './harness/scene';

/** The list of certificates with the old CA bound: where an unbind control can be seen. */
const WITH_UNBIND = { state: 'ca-list' };

test('before the transition: not yet, with what is to be done; unbinding is not pointed at', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension, { date: '2023-09-05' });
  const person = await visit(browserWithExtension, 'element', { ...WITH_UNBIND, date: '2023-09-05' });
  const card = await person.sees({ guide: 'prepare', page: 'ca-list', targetState: 'none' });
  expect(card.phase).not.toBe('transition');
  expect(card.text).toMatch(/9月11日/);
  expect(await readRings(person.page)).toEqual([]);
});

test('on the last day before and the first day of the transition the card says different things', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension, { date: '2023-09-10' });
  const person = await visit(browserWithExtension, 'element', WITH_UNBIND);
  await person.sees({ guide: 'prepare', page: 'ca-list' });
});

test('in the transition: the warning stands before any click, and no ring before the answers', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element', WITH_UNBIND);
  const card = await person.sees({
    guide: 'rebind',
    page: 'ca-list',
    phase: 'transition',
    targetState: 'none',
  });
  expect(card.text).toContain('解绑');
  expect(card.text).toMatch(/无法恢复|不能恢复/);
  expect(card.text).toMatch(/10月11日/);
  expect(await readRings(person.page)).toEqual([]);
});

test('after the transition: only the new CA; whether the old can be unbound is not stated', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension, { date: '2023-10-12' });
  const person = await visit(browserWithExtension, 'element', { ...WITH_UNBIND, date: '2023-10-12' });
  const card = await person.sees({ page: 'ca-list', phase: 'new-only' });
  expect(card.guide).not.toBe('rebind');
  expect(card.text).toContain('未写');
  expect((await readRings(person.page)).filter(({ target }) => target?.startsWith('unbind'))).toEqual([]);
});

test('today, without a preview: the notice of 2023 is told as 2023’s', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension, { date: null });
  const person = await visit(browserWithExtension, 'element', { state: 'home' });
  const card = await person.sees({ page: 'home', phase: 'new-only', preview: null });
  expect(card.guide).not.toBe('rebind');
  expect(card.text).toContain('2023');
});
