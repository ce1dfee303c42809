/** What is shown before the rest is read is what is shown after it. */
import { expect, test } from 'vitest';
import { caseFor } from '@/lib/certificate/notice-case';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { builtinPack } from '@/lib/notice/builtin';
import { explain } from '@/lib/notice/explain';
import { AUDIENCES } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { atFirst, withBeside } from '@/lib/notice/ready';
import { certificate, SCHOOL } from './render-popup';
import { viewOf } from './view';

const province: NoticePack = {
  ...builtinPack,
  id: 'province',
  region: { zh: '江苏省' },
  obligations: builtinPack.obligations.map((each) => ({
    ...each,
    due: { kind: 'date', date: '2023-09-22', inclusive: true },
  })),
};

test.each(['2023-09-02', '2023-09-04', '2023-09-12', '2023-09-30', '2023-10-20', '2026-11-26'])(
  'on %s the countdown and the next step are the same',
  (today) => {
    const whole = noticeToFollow([builtinPack, province], { today });
    const first = withBeside(whole, []);
    expect(whole.following?.beside).toHaveLength(1);
    for (const audience of AUDIENCES) {
      for (const certificates of [[], [certificate('a')], [certificate('a', { validUntil: '2023-09-15' })]]) {
        const subject = { ...SCHOOL, audience };
        const records = { certificates, facts: [] };
        const told = atFirst(explain(whole, caseFor(whole, subject, certificates, today)));
        const { countdown, next } = viewOf(first, subject, records, today, told);
        const shown = viewOf(whole, subject, records, today);
        expect({ countdown, next }).toEqual({ countdown: shown.countdown, next: shown.next });
      }
    }
  },
);
