import type { LoginKind } from '@/lib/guide/model';
import type { PageState } from '@/lib/page/model';
import { expect, test } from './harness/fixtures';
import { REBIND } from './harness/journeys/table';
import { walkStrides } from './harness/journeys/walk';
import { readFacts, tellFact } from './harness/ledger';
import { SKINS, type SkinName } from './harness/person';
import { FINISHED, prepare, visit } from './harness/scene';
import { readOverlayRoots } from './harness/shadow-reader';
import { waitUntil } from './harness/wait-until';

for (const skin of Object.keys(SKINS) as SkinName[]) {
  test(`the whole rebind in the transition, skin ${skin}`, async ({ browserWithExtension }) => {
    const popup = await prepare(browserWithExtension);
    const person = await visit(browserWithExtension, skin);

    await walkStrides(person, REBIND, async ({ name }) => {
      const card = await person.card();
      // In sight at every step: the phase, a telephone number, and what it rests on.
      expect(card, name).toMatchObject({ phase: 'transition', preview: '2023-09-20' });
      expect(card?.text, name).toMatch(/0519-\d{8}|1[3-9]\d{9}/);
      expect(card?.text, name).toMatch(/[（：\s][一二三四五](（[一二三四]）|、)\d/);
      expect(card?.text, name).toContain('非官方');
    });

    const end = await person.sees({ guide: 'rebind', targetState: 'none', says: FINISHED });
    expect(end.phase).toBe('transition');

    const facts = await readFacts(popup, 'preview');
    const saw = (state: PageState, via?: LoginKind) =>
      facts.findIndex(
        ({ assertion, body }) =>
          assertion === 'seen' &&
          body.kind === 'page' &&
          body.state === state &&
          (via === undefined || body.via === via),
      );
    const warned = facts.findIndex(({ body }) => body.kind === 'warned');
    expect(saw('unbind-done')).toBeGreaterThan(0);
    expect(saw('bind-done')).toBeGreaterThan(saw('unbind-done'));
    expect(saw('home', 'login-ca')).toBeGreaterThan(saw('bind-done'));
    expect(facts.map(tellFact)).toContain('said: step try-seal done');
    // The warning was there before the unbinding, and every question was answered by a word.
    expect(warned).toBeGreaterThan(0);
    expect(warned).toBeLessThan(saw('unbind-done'));
    const answers = facts.filter(({ body }) => body.kind === 'answer');
    expect(answers.length).toBeGreaterThanOrEqual(5);
    expect(answers.every(({ assertion }) => assertion === 'said')).toBe(true);
    expect(facts.every(({ assertion, body }) => assertion !== 'said' || body.kind !== 'page')).toBe(true);
    // A preview never touches the real ledger.
    expect(await readFacts(popup, 'real')).toEqual([]);
  });
}

test('a new step begins at its top: what to do is in sight at once', async ({ browserWithExtension }) => {
  await prepare(browserWithExtension);
  const person = await visit(browserWithExtension, 'element');
  await walkStrides(person, REBIND, async ({ name }) => {
    const isInSight = await waitUntil(
      `the title of "${name}" in sight`,
      async () => {
        const [root] = (await readOverlayRoots(person.page)).filter(({ parts }) =>
          parts.some(({ attributes }) => attributes['data-part'] === 'card'),
        );
        return root?.call((shadow) => {
          const title = shadow.querySelector('h2');
          const box = title?.getBoundingClientRect();
          const hit = box && shadow.elementFromPoint(box.left + 8, box.top + box.height / 2);
          return Boolean(title && hit && (title === hit || title.contains(hit)));
        }, null);
      },
      (seen) => seen === true,
    );
    expect(isInSight).toBe(true);
  });
});
