/**
 * docs/guide-matrix-examples.md: what the card says of each example notice, on telling days, for each audience
 * it names. Made by the same planning the card uses; a test holds the file to it.
 */
import type { CertificateState, GuidePlan, SubjectCase } from '@/lib/guide/model';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { planFor } from '@/lib/guide/plan';
import { formatDay } from '@/lib/locale/dates';
import type { Audience } from '@/lib/notice/explanation';
import { examplePack } from '@/lib/notice/testing/examples';

/** Packs at hand, the one the table is about first, and the days shown. */
const TABLES: readonly { readonly packs: readonly string[]; readonly days: readonly string[] }[] = [
  { packs: ['yunlan-2026-3'], days: ['2026-08-20', '2026-09-10', '2026-09-19', '2026-11-03'] },
  { packs: ['yunlan-2026-3', 'yunlan-2026-7', 'yunhai-2026-2'], days: ['2026-10-20', '2026-11-10'] },
  { packs: ['yunlan-2026-3', 'yunhai-2026-45'], days: ['2026-11-03'] },
  { packs: ['qinghe-2026-11'], days: ['2026-06-08'] },
  { packs: ['linjiang-2026-5'], days: ['2026-06-16', '2026-07-02'] },
  { packs: ['linjiang-2026-5', 'linjiang-2026-8'], days: ['2026-07-16', '2026-07-21'] },
  { packs: ['donglan-2026-9'], days: ['2026-03-10', '2026-04-08'] },
  { packs: ['yunhai-2026-2'], days: ['2026-01-20', '2026-10-15', '2028-01-01'] },
  { packs: ['linshui-2026-4'], days: ['2026-06-20', '2026-07-06'] },
  { packs: ['qingxi-2026-6'], days: ['2026-07-24', '2026-08-20', '2026-09-10'] },
  { packs: ['xihe-2026-31'], days: ['2026-08-27', '2026-09-10', '2026-11-04', '2026-11-16'] },
  { packs: ['yx-2026-17'], days: ['2026-09-05', '2026-09-20', '2026-10-14'] },
];

const HELD: readonly {
  readonly name: string;
  readonly oldCa: CertificateState;
  readonly newCa: CertificateState;
}[] = [
  { name: '只有原CA', oldCa: 'valid', newCa: 'none' },
  { name: '两把都有', oldCa: 'valid', newCa: 'valid' },
];

export interface ExampleRow {
  readonly packs: readonly string[];
  readonly today: string;
  readonly audience: Audience;
  readonly held: string;
  readonly plan: GuidePlan;
}

/** Every table's days × audiences × what is in hand. Throws where a case gets no guide. */
export function exampleRows(): readonly ExampleRow[] {
  return TABLES.flatMap(({ packs, days }) =>
    days.flatMap((today) => {
      const shelf = packs.map(examplePack);
      const pack = noticeToFollow(shelf, { today });
      return pack.audiences.flatMap(({ id: audience }) =>
        HELD.map(({ name: held, oldCa, newCa }): ExampleRow => {
          const subject: SubjectCase = { id: 's', audience, level: 'city', oldCa, newCa };
          const page = {
            state: 'home' as const,
            confidence: 1,
            evidence: [],
            frame: 0,
            document: 'd',
            unbindVisible: false,
          };
          const situation = { page, via: null, subject, subjectCount: 1, today };
          const plan = planFor({ pack, situation, journey: null, facts: [] });
          if (plan.kind !== 'guide') throw new Error(`${packs} ${today} ${audience}: ${plan.kind}`);
          return { packs, today, audience, held, plan };
        }),
      );
    }),
  );
}

/** What the card says, in its order: what matters first, then the step, then the rest. */
export function toldBy({ plan }: ExampleRow): readonly string[] {
  const of = (tones: readonly string[]) =>
    plan.notes
      .filter(({ tone }) => tones.includes(tone))
      .map(({ text, cite }) => `${text.zh}${cite === null ? '' : `〔${cite}〕`}`);
  return [...of(['stop', 'caution']), plan.sayWithoutTarget.zh, ...of(['info'])];
}

function row(each: ExampleRow, name: string): string {
  const { plan } = each;
  const phase = plan.phase ? plan.phase.name.zh : '通知未写';
  const number = plan.isNotNeeded ? '' : `第${plan.stepNumber}步（共${plan.stepCount}步）`;
  const step = `${plan.guideTitle.zh}<br>${number}${plan.title.zh}`;
  const by = plan.place?.by.zh ?? (plan.isNotNeeded ? '（不用办）' : '（已停下）');
  return `| ${name} | ${each.held} | ${phase} | ${step} | ${by} | ${toldBy(each).join('<br>')} |`;
}

export function writeExampleMatrix(): string {
  const rows = exampleRows();
  const parts = [
    '# 示例通知：卡片怎么说',
    '',
    '按notices/examples里的示例通知包生成，请勿手改；`npm run guide:matrix` 重新生成。示例的单位、文号、电话都是虚构的。',
    '都从还没办过任何一步、刚打开系统首页、市级单位算起。',
  ];
  for (const { packs, days } of TABLES) {
    const shelf = packs.map(examplePack);
    parts.push('', `## ${shelf.map(({ title }) => title.zh).join('，另有')}`);
    for (const today of days) {
      const pack = noticeToFollow(shelf, { today });
      parts.push('', `### ${formatDay(today, 'zh', { year: true, weekday: true })}`, '');
      parts.push(
        '| 对象 | 手里有什么 | 阶段 | 办什么事，第几步 | 办到哪天 | 卡片怎么说 |',
        '|---|---|---|---|---|---|',
      );
      for (const each of rows) {
        if (each.packs !== packs || each.today !== today) continue;
        const named = pack.audiences.find(({ id }) => id === each.audience);
        parts.push(row(each, named?.name.zh ?? each.audience));
      }
    }
  }
  return `${parts.join('\n')}\n`;
}
