import { expect, test, vi } from 'vitest';

// No program can press a notification of a real browser; all that is stood in for is that event.
const { pressed, clear } = vi.hoisted(() => ({
  pressed: [] as ((id: string) => void)[],
  clear: vi.fn(async (_id: string) => true),
}));
vi.mock('@/lib/platform/browser', () => ({
  browser: {
    notifications: { onClicked: { addListener: (hear: (id: string) => void) => pressed.push(hear) }, clear },
  },
}));

test('a notification that is pressed goes, and what it asked to look at is opened', async () => {
  const { onNotificationPressed } = await import('@/lib/platform/notify');
  const open = vi.fn();
  onNotificationPressed(open);
  for (const press of pressed) press('c@2026-12-29');
  expect(open).toHaveBeenCalledTimes(1);
  expect(clear.mock.calls).toEqual([['c@2026-12-29']]);
});
