// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '@/lib/notice/testing/rounds';
import { collectAtOnce } from './collect';
import { showHtml } from './fixtures/load';
import { read } from './recognise';
import { ordinaryPage } from './testing/ordinary-page';

it('never takes an ordinary page, made by chance, for one that binds or unbinds a certificate', () => {
  fc.assert(
    fc.property(ordinaryPage, (body) => {
      // Not `recognise`: it answers `unknown` rather than throw, and a throw is to be seen here.
      const { state, unbindVisible } = read(collectAtOnce('http://shop.example/', showHtml(body)));
      expect(['unbind-confirm', 'bind-form', 'bind-done']).not.toContain(state);
      expect(unbindVisible).toBe(false);
    }),
    rounds(60),
  );
}, 120_000);
