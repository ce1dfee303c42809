/**
 * The background killed between a write and its acknowledgement, over and over. What it acknowledged is
 * there afterwards; what it did not is there whole or not at all; nothing is there twice. Counted are the
 * kills that hit: asked and not acknowledged, and of those the ones after the write was in the database.
 * Quick: a sample. The full run makes it 360 of the second kind; alone: REBIND_ROUNDS=50 npm run test:e2e -- kills
 */
import { addDays } from '@/lib/notice/days';
import { rounds } from '@/lib/notice/testing/rounds';
import { drawSeeded } from '@/tests/seeded-numbers';
import { expect, test } from './harness/fixtures';
import { type Asked, KillWatch } from './harness/kill-watch';
import { readTable } from './harness/ledger';
import { waitForCard } from './harness/overlay';
import { Popup } from './harness/own-pages';
import { IN_TRANSITION, UNIT } from './harness/scene';

/** Kills between the write and its acknowledgement. */
const GOAL = rounds(6).numRuns;
/** Tries for each; a kill that comes too late is tried again. */
const TRIES = 8;
/** Writes in peace, to learn how long one takes. */
const PEACEFUL = 8;

const middle = (figures: readonly number[]) =>
  [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;

/** How a write of the kind goes in peace (milliseconds, medians). */
function paceOf(asked: readonly Asked[]): { toWrite: number; toAnswer: number } {
  return {
    toWrite: middle(asked.flatMap(({ wroteAfter }) => (wroteAfter === null ? [] : [wroteAfter]))),
    toAnswer: middle(asked.map(({ endedAfter }) => endedAfter)),
  };
}

test('what the worker acknowledged outlives its death, and nothing is there twice', async ({
  browserWithExtension,
}) => {
  test.setTimeout(90_000 + GOAL * 6_000);
  const { draw } = drawSeeded(`kills.spec, ${GOAL} kills between write and acknowledgement`);
  const popup = await browserWithExtension.openOwnPage('popup.html');
  await new Popup(popup).addSubject(UNIT);
  // Our practice page stands for a document: the worker takes the person's word from it as from a card.
  const page = await browserWithExtension.openOwnPage(
    `practice.html?skin=element&state=ca-list&date=${IN_TRANSITION}`,
  );
  const card = await waitForCard(page, { guide: 'rebind', page: 'ca-list' });
  const settings = await browserWithExtension.openOwnPage('options.html');

  /** A setting, of which there is one; the ledger, where every word is a row. */
  let lastDay: unknown;
  const day = {
    name: 'setting',
    watch: await KillWatch.on(browserWithExtension, settings),
    messageOf: (turn: number) => ({ type: 'pages.preview', date: addDays('2023-09-01', turn) }),
    isKept: async (turn: number) => {
      const rows = await readTable<{ key: string; value: unknown }>(settings, 'real', 'settings');
      const kept = rows.filter(({ key }) => key === 'preview').map(({ value }) => value);
      const wanted = addDays('2023-09-01', turn);
      // Whole or not at all: then what was there before is there still.
      expect(kept, `day ${turn}`).toHaveLength(1);
      if (kept[0] !== wanted) expect(kept[0], `day ${turn}`).toBe(lastDay);
      lastDay = kept[0];
      return kept[0] === wanted;
    },
  };
  const word = {
    name: 'fact',
    watch: await KillWatch.on(browserWithExtension, page),
    messageOf: (turn: number) => ({
      type: 'page.said',
      id: `word-${turn}`,
      word: { kind: 'answer', question: 'new-key', answer: turn % 2 ? 'yes' : 'no' },
      guide: card.guide,
      step: card.step,
    }),
    isKept: async (turn: number) => {
      const facts = await readTable<{ id: string }>(page, 'practice', 'facts');
      const kept = facts.filter(({ id }) => id === `word-${turn}`);
      expect(kept.length, `word ${turn}`).toBeLessThanOrEqual(1);
      return kept.length === 1;
    },
  };

  let turn = 0;
  const paces = new Map<string, { toWrite: number; toAnswer: number }>();
  for (const kind of [day, word]) {
    const peaceful: Asked[] = [];
    for (let at = 0; at < PEACEFUL; at += 1) {
      turn += 1;
      peaceful.push(await kind.watch.ask(kind.messageOf(turn), 'sent', null));
      expect(peaceful.at(-1)?.acknowledged, `${kind.name} in peace`).toBe(true);
      expect(await kind.isKept(turn), `${kind.name} in peace`).toBe(true);
    }
    paces.set(kind.name, paceOf(peaceful));
  }

  const counts = { kills: 0, acknowledged: 0, unanswered: 0, afterTheWrite: 0 };
  const words = new Set<number>();
  while (counts.afterTheWrite < GOAL) {
    expect(counts.kills, 'kills that are too late').toBeLessThan(GOAL * TRIES);
    turn += 1;
    const kind = draw() < 0.5 ? day : word;
    const { toWrite, toAnswer } = paces.get(kind.name) ?? { toWrite: 0, toAnswer: 0 };
    const from = draw() < 0.25 ? 'sent' : 'written';
    const moment = draw() * (from === 'sent' ? toAnswer : (toAnswer - toWrite) / 2);
    const { acknowledged } = await kind.watch.ask(kind.messageOf(turn), from, moment);
    const isKept = await kind.isKept(turn);
    const told = `kill ${counts.kills}, of a ${kind.name}, ${moment.toFixed(1)} ms after it was ${from}`;
    counts.kills += 1;
    if (acknowledged) {
      counts.acknowledged += 1;
      expect(isKept, `${told}: acknowledged`).toBe(true);
    } else {
      counts.unanswered += 1;
      if (isKept) counts.afterTheWrite += 1;
    }
    if (kind === word) {
      // The person presses again until it is acknowledged: the same id, and still one fact.
      expect((await word.watch.ask(word.messageOf(turn), 'sent', null)).acknowledged, told).toBe(true);
      expect(await word.isKept(turn), told).toBe(true);
      words.add(turn);
    }
  }
  console.log(
    `kills.spec: ${counts.kills} kills, ${counts.unanswered} before the acknowledgement, ` +
      `${counts.afterTheWrite} of them after the write; ${counts.acknowledged} came too late`,
  );

  // All at the end, too: every word once, one setting, one subject.
  const facts = await readTable<{ id: string; order: number }>(page, 'practice', 'facts');
  const ids = facts.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const each of words) expect(ids).toContain(`word-${each}`);
  expect((await day.watch.ask(day.messageOf(0), 'sent', null)).acknowledged).toBe(true);
  expect(await day.isKept(0)).toBe(true);
  expect(await readTable(settings, 'preview', 'subjects')).toHaveLength(1);
  expect(await readTable(settings, 'real', 'subjects')).toHaveLength(1);
});
