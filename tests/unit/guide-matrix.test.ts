/** Every phase × audience × level × what is in hand: each card names an action, a place or role, a date, a clause. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { examplePacks } from '@/lib/notice/testing/examples';
import { exampleRows, toldBy as exampleWords, writeExampleMatrix } from '@/scripts/guide/example-matrix';
import { type MatrixRow, matrixRows, toldBy, writeMatrix } from '@/scripts/guide/matrix';
import { inRoot } from '@/scripts/setup/paths.mjs';

const rows = matrixRows();
const of = (wanted: Partial<MatrixRow>) =>
  rows.filter((row) => Object.entries(wanted).every(([key, value]) => row[key as keyof MatrixRow] === value));

/** What is wrong with a case; empty where nothing is. */
function faultsOf(row: MatrixRow): readonly string[] {
  const { act, where, by, clauses } = toldBy(row);
  const isDated = /\d+月\d+日/.test(by) || /未写|另行通知/.test(by);
  const places = [...pack.contacts.map(({ name }) => name.zh), ...pack.systems.map(({ name }) => name.zh)];
  return [
    ...(/请|不要|先别/.test(act) ? [] : [`no action: ${act}`]),
    ...(places.some((place) => where.includes(place)) && /\d{8,}/.test(where) ? [] : [`nobody: ${where}`]),
    ...(isDated ? [] : [`no date: ${by}`]),
    ...(clauses.length > 0 && clauses.every((clause) => /^[一二三四五]|^通知外$/.test(clause))
      ? []
      : [`no clause: ${clauses}`]),
    ...(/undefined|null|\{/.test(act + where + by) ? ['broken'] : []),
  ];
}

describe('the matrix of cases', () => {
  it('covers every phase, audience, level and state of what is in hand', () => {
    expect(rows).toHaveLength(pack.phases.length * AUDIENCES.length * LEVELS.length * 7);
    expect(new Set(rows.map(({ phase }) => phase))).toEqual(new Set(pack.phases.map(({ id }) => id)));
    for (const row of rows) expect(row.plan.phase?.id).toBe(row.phase);
  });

  it('gives each case an action, a place or a role, a date or “not stated”, and a clause', () => {
    const faults = rows.flatMap((row) =>
      faultsOf(row).map((fault) => `${row.phase} ${row.audience} ${row.level} ${row.held}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('points nobody at unbinding without a question, and after the transition not at the swap', () => {
    for (const { plan } of rows) expect(plan.target?.startsWith('unbind') ?? false).toBe(false);
    for (const { plan } of of({ phase: 'new-only' })) expect(plan.guide).not.toBe('rebind');
  });

  it('tells whoever holds only the old CA after the cut-over that the notice is silent', () => {
    for (const row of of({ phase: 'new-only', held: '只有原CA' })) {
      expect(row.plan.guide).toBe('late-comer');
      expect(toldBy(row).act).toContain('通知未写');
    }
  });

  it('says first of a locked key that nobody may try again', () => {
    for (const row of rows.filter(({ held }) => held.includes('已锁'))) {
      expect(toldBy(row).act).toMatch(/^口令已锁，请不要再试/);
    }
  });

  it('stands in docs/guide-matrix.md as it is now: npm run guide:matrix writes it', () => {
    expect(readFileSync(inRoot('docs', 'guide-matrix.md'), 'utf8')).toBe(writeMatrix());
  });
});

describe('the matrix of example notices', () => {
  const examples = exampleRows();

  it('says something to everybody on every telling day, with the notice it is from', () => {
    for (const row of examples) {
      const words = exampleWords(row).join('');
      expect(words).not.toMatch(/undefined|null|\{/);
      expect(words).toMatch(/请|不要|先别/);
      expect(row.plan.contacts.length).toBeGreaterThan(0);
    }
  });

  it('points nobody at unbinding without a question', () => {
    for (const { plan } of examples) expect(plan.target?.startsWith('unbind') ?? false).toBe(false);
  });

  it('tells the narrower window on its days, and only then', () => {
    const pause = (today: string) =>
      examples
        .filter((row) => row.today === today)
        .map((row) => exampleWords(row)[0]?.includes('系统停机维护'));
    expect(new Set(pause('2026-09-10'))).toEqual(new Set([false]));
    const during = examples.filter(({ today }) => today === '2026-09-19');
    expect(during.every((row) => exampleWords(row).join('').includes('9月19日至20日系统停机维护'))).toBe(
      true,
    );
  });

  it('tells whoever has nothing to do first of that', () => {
    const free = examples.filter(
      ({ packs, audience }) => packs[0] === 'yunlan-2026-3' && audience === 'finance-department',
    );
    expect(free.length).toBeGreaterThan(0);
    for (const row of free) expect(exampleWords(row).join('')).toContain('不用另办');
    // And nothing is told after it that contradicts it.
    const spared = examples.filter((row) => exampleWords(row).join('').includes('不用办理CA'));
    expect(spared.length).toBeGreaterThan(0);
    for (const row of spared) expect(exampleWords(row).join('')).not.toMatch(/请插上新CA|费用/);
  });

  it('gives nothing of a notice that is over for current', () => {
    const over = examples.filter(({ today }) => today === '2028-01-01');
    expect(over.length).toBeGreaterThan(0);
    for (const row of over) {
      expect(exampleWords(row)[0]).toContain('不再有效');
      expect(exampleWords(row).join('')).not.toMatch(/续期|通知未写|元/);
    }
  });

  it('is of every example pack there is', () => {
    const shown = new Set(examples.flatMap(({ packs }) => packs));
    expect(Object.keys(examplePacks).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('stands in docs/guide-matrix-examples.md as it is now: npm run guide:matrix writes it', () => {
    expect(readFileSync(inRoot('docs', 'guide-matrix-examples.md'), 'utf8')).toBe(writeExampleMatrix());
  });
});
