// @vitest-environment jsdom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { certificate, renderPopup, SCHOOL } from './render-popup';

afterEach(cleanup);

// Alone in its file: here nothing has loaded the parts that come later.
it('nothing is printed before all that is printed has come, the guide too', async () => {
  const printed = vi.fn(() => document.querySelector('[data-part="guide"]') !== null);
  vi.stubGlobal('print', printed);
  renderPopup({ records: { subjects: [SCHOOL], certificates: [certificate('1')] } }, undefined, true);
  await vi.waitFor(() => expect(printed).toHaveBeenCalled(), { timeout: 20_000 });
  expect(printed.mock.results.map(({ value }) => value)).toEqual([true]);
});
