import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { planAway } from '@/lib/guide/plan';
import { generalTroubles } from '@/lib/guide/troubles';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { makePack } from '@/lib/notice/testing/make-pack';
import { readHelpCode } from './codes';
import { helpCodeOf, packOf, placeIn, troubleOrder } from './place';
import { hashPack } from './state';

const MACHINE = { userAgent: 'Mozilla/5.0 Chrome/150.0.0.0', brands: [] };
const READING = { protocol: 'http:', loopbackNetwork: 'unsupported', localNetworkAccess: 'denied' } as const;

test('what a caller of any audience sees on any day is what the desk reads out of the code', () => {
  let seen = 0;
  for (const today of ['2023-09-05', '2023-09-20', '2026-11-25']) {
    for (const audience of AUDIENCES) {
      const subject = { id: 's', audience, level: 'city', oldCa: 'valid', newCa: 'none' } as const;
      const plan = planAway(pack, subject, [], today);
      if (!plan) continue;
      const code = helpCodeOf({
        pack,
        plan,
        who: subject,
        target: 'none',
        machine: MACHINE,
        reading: READING,
      });
      const read = readHelpCode(code ?? '');
      if (!read.ok) throw new Error(read.problem);
      expect(read.state).toMatchObject({
        audience,
        level: 'city',
        page: 'unknown',
        engine: 'chromium',
        scheme: 'http',
        access: 'denied',
      });
      expect(packOf(read.state, [makePack(), pack])).toBe(pack);
      const place = placeIn(pack, read.state);
      expect(place.guide).toMatchObject({ id: plan.guide });
      if (!plan.finished) expect(place.step).toMatchObject({ id: plan.step });
      expect(place.phase === null ? null : (place.phase as { id: string }).id).toBe(plan.phase?.id ?? null);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(15);
});

test('nothing is shown, so there is nothing to call about', () => {
  const parts = { pack, who: null, target: 'none', machine: null, reading: null } as const;
  expect(helpCodeOf({ ...parts, plan: { kind: 'silent' } })).toBeNull();
});

test('another pack, or another version of it, is not taken for this one', () => {
  expect(packOf({ pack: hashPack(pack) }, [{ ...pack, version: '9.9.9' }])).toBeNull();
});

/** What a code's numbers are places in, and what is asked on the way: what caller and helper must have alike. */
const outline = ({ phases, guides }: Pick<NoticePack, 'phases' | 'guides'>) => [
  ...phases.map(({ id }) => id),
  ...guides.flatMap(({ id, steps, questions }) => [
    id,
    ...steps.map((step) => `${id}/${step.id}: ${step.preflight?.join() ?? ''}`),
    ...questions.map((question) => `${id}? ${question.id}`),
  ]),
];

const digest = (lines: readonly string[]) =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);

test('what a code points into goes with the version it was written under: a step or a question more is another version', () => {
  // Where this fails: raise the pack's version, and write both down here.
  expect({ version: pack.version, outline: digest(outline(pack)) }).toEqual({
    version: '1.2.0',
    outline: '710e17b1dfd17198',
  });
});

test('the troubles of before keep their places: the table only grows at its end', () => {
  expect(generalTroubles.map(({ id }) => id).slice(0, 21)).toEqual([
    'key-missing',
    'assistant-missing',
    'read-failed',
    'wrong-key',
    'too-many-keys',
    'access-refused',
    'user-mismatch',
    'no-certificate',
    'not-in-effect',
    'pin-wrong',
    'pin-locked',
    'cancelled',
    'certificate-expired',
    'already-bound',
    'session-expired',
    'system-busy',
    'names-missing',
    'two-assistants',
    'compatibility-mode',
    'download-interrupted',
    'cannot-decrypt',
  ]);
  const own = { ...generalTroubles[3], id: 'own' } as (typeof generalTroubles)[number];
  expect(troubleOrder({ troubles: [own] }).at(-1)).toBe(own);
});
