/** docs/pack-author.md followed to the letter: its two notices, pasted and taken down as it says. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { splitClauses } from './clauses';
import { reviewDraft } from './review';
import { PARTS } from './testing/sample-draft';
import { walkDraft } from './testing/walk';

const doc = readFileSync(new URL('../../docs/pack-author.md', import.meta.url), 'utf8');
const [NOTICE = '', CORRECTION = ''] = [...doc.matchAll(/(?:^> .*\n)+/gm)].map(([quote]) =>
  quote.replace(/^> /gm, ''),
);
const header = {
  title: '示例市财政局关于更换CA数字证书的通知（示例）',
  issuer: '示例市财政局',
  documentNumber: '示财购〔2026〕3号',
  region: '示例市',
  signedOn: '2026-02-27',
  publishedOn: '2026-02-28',
  packId: 'sample-2026-3',
};

test('the small notice and its correction come out as the guide says', () => {
  const draft = walkDraft(
    {
      name: 'sample-2026-3',
      text: NOTICE,
      header,
      steps: [
        { take: '三', as: 'phases' },
        { entry: 'phases-1', fill: { name: '过渡阶段', unbindOld: 'allows', bind: 'allows' } },
        { take: '二', as: 'duties' },
        { take: '二', as: 'materials' },
        { take: '四', as: 'contacts' },
        { entry: 'contacts-1', fill: { about: '更换CA' } },
        { take: '一', as: 'audiences' },
        { take: '一', as: 'keys' },
        { entry: 'keys-1', fill: { name: '新CA' } },
      ],
    },
    null,
    'supplements',
  );
  const first = reviewDraft(draft, splitClauses(NOTICE), PARTS);
  expect(first.problems).toEqual([]);
  expect(first.advice.map(({ code }) => code)).toEqual(expect.arrayContaining(['weekend', 'uncertainDay']));
  const base = first.pack;
  if (!base) throw new Error('no pack');
  const change = walkDraft(
    {
      name: 'sample-2026-5',
      text: CORRECTION,
      header: {
        ...header,
        documentNumber: '示财购〔2026〕5号',
        packId: 'sample-2026-5',
        signedOn: '2026-03-20',
        publishedOn: '2026-03-20',
      },
      steps: [
        { take: '一', as: 'amendments' },
        { take: '二', as: 'amendments' },
      ],
    },
    base,
    'corrects',
  );
  expect(change.entries.amendments.map(({ fact }) => fact)).toEqual([
    'phases/phases-1',
    'permissions/phases-1-unbind-old',
    'permissions/phases-1-bind',
    'contacts/bureau',
  ]);
  const second = reviewDraft(change, splitClauses(CORRECTION), PARTS, base);
  expect(second.problems).toEqual([]);
  expect(second.together?.phases[0]).toMatchObject({ until: '2026-04-24' });
  expect(second.together?.phases[0]?.text.zh).toContain('4月24日');
  expect(second.together?.contacts[0]?.number).toBe('66660008');
});
