/** Words given by mistake: taken back in another tab and after a restart, and what hung on them is gone at once. */
import { expect, test } from './harness/fixtures';
import { GuidePanel } from './harness/guide-panel';
import { REBIND } from './harness/journeys/table';
import { walkStrides } from './harness/journeys/walk';
import { readFacts, tellFact } from './harness/ledger';
import { clickInCard, readRings } from './harness/overlay';
import { Person, SKINS } from './harness/person';
import { prepare, visit } from './harness/scene';
import { waitUntil } from './harness/wait-until';

const NOW = '2026-11-20';

test('a step said done by mistake is taken back in the other tab, and stays open over a restart', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension, { date: NOW });
  const panel = new GuidePanel(popup);
  await panel.picks('bind-again');
  const one = await visit(browserWithExtension, 'element', { date: NOW });
  await one.sees({ guide: 'bind-again', step: 'check-needed' });
  const other = await visit(browserWithExtension, 'element', { date: NOW });
  await other.sees({ guide: 'bind-again', step: 'check-needed' });

  await one.page.bringToFront();
  await one.saysDone();
  await one.sees({ step: 'log-in', targetState: 'found' });
  await other.page.bringToFront();
  await other.sees({ step: 'log-in' });
  await clickInCard(other.page, '[data-action="show-history"]');
  await clickInCard(other.page, '[data-step="check-needed"] [data-action="retract"]');
  await other.sees({ step: 'check-needed', targetState: 'none' });
  await one.page.bringToFront();
  await one.sees({ step: 'check-needed', targetState: 'none' });
  expect(await readRings(one.page)).toEqual([]);
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told.filter((line) => line.startsWith('said: step check-needed'))).toHaveLength(1);
  expect(told.filter((line) => line.startsWith('retracted') || line.includes('retraction'))).toHaveLength(1);

  await browserWithExtension.restart();
  const later = new Person(await browserWithExtension.openSite('?skin=element'), SKINS.element);
  await later.sees({ guide: 'bind-again', step: 'check-needed' });
});

test('one answer taken back before the click: the ring on the unbinding is gone, in every tab', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const one = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await one.sees({ step: 'unbind-old', targetState: 'none' });
  expect(await one.answersAll('yes')).toContain('new-key');
  await one.seesRingOn('unbind');
  const other = await visit(browserWithExtension, 'element', { state: 'ca-list' });
  await other.seesRingOn('unbind');
  // Not in hand after all.
  await other.answers('new-key', 'no');
  await other.sees({ step: 'unbind-old', targetState: 'none' });
  await waitUntil(
    'the ring to go',
    () => readRings(other.page),
    (rings) => rings.length === 0,
  );
  await one.page.bringToFront();
  await one.sees({ step: 'unbind-old', targetState: 'none', says: '先不解绑' });
  expect(await readRings(one.page)).toEqual([]);
  const told = (await readFacts(popup, 'preview')).map(tellFact);
  expect(told).not.toContain('seen: page unbind-done');
});

test('a guide said to its end in the popup goes on where the page then unbinds: card and popup ask for the binding', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const panel = new GuidePanel(popup);
  const person = await visit(browserWithExtension, 'element');
  await walkStrides(person, REBIND.slice(0, 4));
  await person.sees({ step: 'confirm-unbind', page: 'unbind-confirm' });
  await popup.bringToFront();
  for (const next of ['start-bind', 'bind-new', 'try-login', 'try-seal', 'finished']) {
    await panel.says('say-done', next);
  }
  await person.page.bringToFront();
  await person.clicksControl('unbind-confirm');
  await person.sees({ step: 'bind-new', page: 'ca-list', targetState: 'found', says: '您确认过绑定' });
  await person.seesRingOn('bind');
  await popup.bringToFront();
  await panel.shows('rebind', 'bind-new');
  await expect(panel.panel).toContainText('已解绑，请尽快绑定新CA');
});

test('the new CA unbound again after a page showed its binding: card and popup open the binding, and ask to look first', async ({
  browserWithExtension,
}) => {
  const popup = await prepare(browserWithExtension);
  const panel = new GuidePanel(popup);
  const person = await visit(browserWithExtension, 'element');
  await walkStrides(person, REBIND.slice(0, -1));
  await person.sees({ step: 'try-seal', page: 'home' });
  await person.clicksControl('ca-menu');
  await person.sees({ page: 'ca-list' });
  await person.clicksControl('unbind');
  await person.sees({ page: 'unbind-confirm' });
  await person.clicksControl('unbind-confirm');
  await person.sees({ step: 'bind-new', page: 'ca-list', targetState: 'found', says: '新CA还在不在' });
  await person.seesRingOn('bind');
  await popup.bringToFront();
  await panel.shows('rebind', 'bind-new');
  await expect(panel.panel).toContainText('新CA还在不在');
});

test('on a site of many pages that asks for no confirmation, the new CA unbound again is noticed as well', async ({
  browserWithExtension,
}) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'classic');
  await walkStrides(person, REBIND.slice(0, -1));
  await person.sees({ step: 'try-seal', page: 'home' });
  await person.setsFault('unbind-at-once', true);
  await person.clicksControl('ca-menu');
  await person.sees({ page: 'ca-list' });
  await person.clicksControl('unbind');
  await person.sees({ step: 'bind-new', page: 'unbind-done', says: '新CA还在不在' });
});
