import { expect, it } from 'vitest';
import { generalTroubles, troublesOf } from '@/lib/guide/troubles';
import { builtinPack } from '@/lib/notice/builtin';
import { TROUBLE_STATES } from '@/lib/page/model';
import { likelyTroubles } from './likely-troubles';

it('a trouble that code and page both name comes once, first, and with the cure of the guides', () => {
  for (const named of generalTroubles) {
    for (const page of TROUBLE_STATES) {
      const ids = likelyTroubles(builtinPack, page, named).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      const [first] = likelyTroubles(builtinPack, page, named);
      expect(first).toEqual(troublesOf(builtinPack).find(({ id }) => id === named.id));
    }
  }
});

it('without a name it is what the page shows', () => {
  const shown = likelyTroubles(builtinPack, 'key-missing', null);
  expect(shown.map(({ id }) => id)).toContain('key-missing');
  expect(likelyTroubles(builtinPack, 'key-missing', 'beyond')).toEqual(shown);
});

it('a browser that refuses the assistant, and a control that is not there, are likely whatever the page says', () => {
  const ids = (...asked: Parameters<typeof likelyTroubles>) => likelyTroubles(...asked).map(({ id }) => id);
  expect(ids(builtinPack, 'ca-list', null, { access: 'denied', target: 'missing' })).toEqual([
    'access-refused',
    'control-dead',
  ]);
  expect(ids(builtinPack, 'key-missing', null, { access: 'denied', target: 'found' })).toEqual([
    'key-missing',
    'access-refused',
  ]);
  expect(ids(builtinPack, 'login-ca', null, { plugged: 'both' })).toEqual(['too-many-keys']);
  expect(ids(builtinPack, 'key-missing', null, { plugged: 'old-new-at-hand' })).toEqual([
    'key-missing',
    'wrong-key',
  ]);
  expect(ids(builtinPack, 'ca-list', null, { access: 'granted', target: 'ambiguous' })).toEqual([]);
});
