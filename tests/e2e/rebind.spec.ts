import { expect, test } from './harness/fixtures';
import { readFacts, tellFact } from './harness/ledger';
import { SKINS, type SkinName } from './harness/person';
import { walkRebind } from './harness/rebind';
import { FINISHED, prepare, visit } from './harness/scene';

for (const skin of Object.keys(SKINS) as SkinName[]) {
  test(`the whole rebind in the transition, skin ${skin}`, async ({ browserWithExtension }) => {
    const popup = await prepare(browserWithExtension);
    const person = await visit(browserWithExtension, skin);

    await walkRebind(person, async ({ name }) => {
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
    const told = facts.map(tellFact);
    expect(told).toContain('seen: page unbind-done');
    expect(told).toContain('seen: page bind-done');
    expect(told).toContain('seen: page home via login-ca');
    expect(told).toContain('said: step try-seal done');
    // The warning was there before the unbinding, and every question was answered by a word.
    expect(told.indexOf('seen: warning on screen')).toBeGreaterThanOrEqual(0);
    expect(told.indexOf('seen: warning on screen')).toBeLessThan(told.indexOf('seen: page unbind-done'));
    const answers = facts.filter(({ body }) => body.kind === 'answer');
    expect(answers.length).toBeGreaterThanOrEqual(5);
    expect(answers.every(({ assertion }) => assertion === 'said')).toBe(true);
    expect(facts.every(({ assertion, body }) => assertion !== 'said' || body.kind !== 'page')).toBe(true);
    // A preview never touches the real ledger.
    expect(await readFacts(popup, 'real')).toEqual([]);
  });
}
