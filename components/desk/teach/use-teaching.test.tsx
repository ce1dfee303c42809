// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SessionAsk } from '@/lib/desk/teach/picker-session';
import type { PickerEars, TeachServices } from './services';
import { useTeaching } from './use-teaching';

afterEach(cleanup);

test('what was read last is shown, also where an earlier reading ends after it', async () => {
  const asked: SessionAsk[] = [];
  const outOfPatience: (() => void)[] = [];
  let ears: PickerEars | undefined;
  const services = {
    system: 'sucaiyun',
    open: async (_tab: number, given: PickerEars) => {
      ears = given;
      return [{ frame: 0, ask: (message: SessionAsk) => void asked.push(message) }];
    },
    patience: () => new Promise<void>((resolve) => void outOfPatience.push(resolve)),
  } as unknown as TeachServices;
  const { result } = renderHook(() => useTeaching(services, null));
  act(() => void result.current.open(1));
  await waitFor(() => expect(asked).toHaveLength(1));
  // The first reading has no answer yet; what was taught meanwhile has the page read again.
  act(() => void result.current.readAgain());
  await waitFor(() => expect(asked).toHaveLength(2));
  const recognition = { state: 'home', confidence: 1, evidence: [], unbindVisible: false } as const;
  act(() => ears?.tell(0, { type: 'tell.page', recognition, top: true }));
  await waitFor(() => expect(asked).toHaveLength(3));
  act(() => ears?.tell(0, { type: 'tell.controls', controls: [], unsure: [], taught: [] }));
  await waitFor(() => expect(result.current.reading?.page.state).toBe('home'));
  // Whatever still waits has waited long enough, in each of its turns.
  const before = outOfPatience.length;
  const endAll = async () => {
    for (const end of outOfPatience) end();
    await new Promise<void>((resolve) => setTimeout(resolve));
  };
  await act(endAll);
  await act(endAll);
  expect(outOfPatience.length).toBeGreaterThan(before);
  expect(result.current.reading?.page.state).toBe('home');
  expect(result.current.isBusy).toBe(false);
});
