import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openStore } from './open';

test('smoke', async () => {
  const s = await openStore('real');
  await s.subjects.put({
    id: 's',
    name: '甲',
    audience: 'supplier',
    level: 'city',
    createdAt: '2026-01-01T00:00:00Z',
  });
  await s.ledger.begin({
    id: 'j',
    subject: 's',
    system: 'x',
    guide: 'g',
    pack: 'p',
    packVersion: '1',
    startedAt: '2026-01-01T00:00:00Z',
  });
  const f = {
    id: 'f1',
    journey: 'j',
    assertion: 'seen',
    body: { kind: 'page', state: 'home' },
    at: '2026-01-01T00:00:00Z',
    tab: 1,
    frame: 0,
    document: null,
  } as const;
  expect(await s.ledger.append([f, f, { ...f, id: 'f2' }])).toHaveLength(2);
  expect(await s.ledger.append([f])).toHaveLength(0);
  expect(await s.ledger.facts('j')).toEqual([
    { ...f, order: 1 },
    { ...f, id: 'f2', order: 2 },
  ]);
  expect(await s.health()).toMatchObject({ bad: [], rows: { facts: 2 } });
  await s.subjects.remove('s');
  expect(await s.health()).toMatchObject({ rows: { facts: 0, subjects: 0 } });
});
