import { expect, test } from 'vitest';
import { newPractice, type PracticeEvent, reducePractice } from '@/components/practice/system';
import { viewOf } from './views';

test('an answer to the question of unbinding is shown, and left for the question again', () => {
  const events: readonly PracticeEvent[] = [
    { type: 'login-account' },
    { type: 'open', page: 'ca-list' },
    { type: 'ask-unbind' },
    { type: 'fault', fault: 'system-busy', on: true },
  ];
  const asked = events.reduce(reducePractice, newPractice('2023-09-20', 'a'));
  expect(viewOf(asked)).toBe('unbind');
  const busy = reducePractice(asked, { type: 'confirm-unbind' });
  expect(busy.tab.outcome).toBe('system-busy');
  expect(viewOf(busy)).toBe('result');
  expect(viewOf(reducePractice(busy, { type: 'dismiss' }))).toBe('unbind');
});
