import { beforeEach, expect, test, vi } from 'vitest';

// What a browser's alarm looks like after a sleep, or after a clock stood wrong, no test can have a real one show at will.
const stand = vi.hoisted(() => ({
  known: undefined as { scheduledTime: number } | undefined,
  rings: [] as ((alarm: { name: string }) => void)[],
  create: vi.fn(async (_name: string, _of: object) => undefined),
}));
vi.mock('@/lib/platform/browser', () => ({
  browser: {
    alarms: {
      onAlarm: { addListener: (hear: (alarm: { name: string }) => void) => stand.rings.push(hear) },
      get: async () => stand.known,
      create: stand.create,
    },
  },
}));

const NOW = Date.parse('2026-11-27T03:30:00Z');
const NEXT = Date.parse('2026-11-27T04:00:00Z');

beforeEach(() => {
  stand.rings.length = 0;
  stand.create.mockClear();
});

/** The worker wakes while the browser's alarm stands like this. @returns how often the day's work ran */
async function wakeWith(scheduledTime: number | undefined) {
  stand.known = scheduledTime === undefined ? undefined : { scheduledTime };
  const turn = vi.fn();
  const { onDayTurned } = await import('@/lib/platform/day-alarm');
  onDayTurned(
    () => new Date(NOW),
    () => new Date(NEXT),
    turn,
  );
  await vi.waitFor(() => undefined);
  return turn;
}

test.each([
  ['missing', undefined],
  ['late: it should have rung while the computer slept', NOW - 1],
  ['further ahead than it can be: made while the clock stood ahead', NEXT + 3_600_000],
])('an alarm that is %s is made up for and set again', async (_, scheduledTime) => {
  expect(await wakeWith(scheduledTime)).toHaveBeenCalledTimes(1);
  expect(stand.create.mock.calls).toEqual([['day', { when: NEXT, periodInMinutes: 60 }]]);
});

test.each([NOW, NEXT, NEXT + 60_000])(
  'one that stands right (%i) is left, and rings for its own',
  async (at) => {
    const turn = await wakeWith(at);
    expect(turn).not.toHaveBeenCalled();
    expect(stand.create).not.toHaveBeenCalled();
    for (const ring of stand.rings) ring({ name: 'feed' });
    expect(turn).not.toHaveBeenCalled();
    for (const ring of stand.rings) ring({ name: 'day' });
    expect(turn).toHaveBeenCalledTimes(1);
  },
);
