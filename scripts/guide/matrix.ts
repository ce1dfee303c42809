/**
 * docs/guide-matrix.md: what the card says in every case, in Chinese, for clerks and reviewers to read. Made
 * from the built-in pack by the same planning the card uses; a test holds the file to it.
 */
import { noticeCaseOf } from '@/lib/guide/case';
import type { CertificateState, GuidePlan, SubjectCase } from '@/lib/guide/model';
import { planFor } from '@/lib/guide/plan';
import { formatDay } from '@/lib/locale/dates';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES, type Audience, LEVELS } from '@/lib/notice/explanation';
import type { PageState } from '@/lib/page/model';

/** A day in each phase: the last ones are the reader's own years. */
const DAYS: Readonly<Record<string, string>> = {
  'before-publication': '2023-09-02',
  application: '2023-09-06',
  transition: '2023-09-20',
  'new-only': '2026-11-22',
};

interface Held {
  readonly name: string;
  readonly oldCa: CertificateState;
  readonly newCa: CertificateState;
  readonly page: PageState;
}

const HELD: readonly Held[] = [
  { name: '只有原CA', oldCa: 'valid', newCa: 'none', page: 'home' },
  { name: '只有新CA', oldCa: 'none', newCa: 'valid', page: 'home' },
  { name: '两把都有', oldCa: 'valid', newCa: 'valid', page: 'home' },
  { name: '都没有', oldCa: 'none', newCa: 'none', page: 'home' },
  { name: '原CA已过期，没有新CA', oldCa: 'expired', newCa: 'none', page: 'home' },
  { name: '新CA已过期', oldCa: 'valid', newCa: 'expired', page: 'home' },
  { name: '新CA口令已锁', oldCa: 'valid', newCa: 'valid', page: 'pin-locked' },
];

/** One case and what its card says. */
export interface MatrixRow {
  readonly phase: string;
  readonly audience: Audience;
  readonly level: (typeof LEVELS)[number];
  readonly held: string;
  readonly plan: GuidePlan;
}

/** Every phase × audience × level × what is in hand. Throws where a case gets no guide. */
export function matrixRows(): readonly MatrixRow[] {
  return Object.entries(DAYS).flatMap(([phase, today]) =>
    AUDIENCES.flatMap((audience) =>
      LEVELS.flatMap((level) =>
        HELD.map((held): MatrixRow => {
          const subject: SubjectCase = { id: 's', audience, level, oldCa: held.oldCa, newCa: held.newCa };
          if (!noticeCaseOf(subject, today)) throw new Error(`no case for ${audience}`);
          const page = {
            state: held.page,
            confidence: 1,
            evidence: [],
            frame: 0,
            document: 'd',
            unbindVisible: false,
          };
          const situation = { page, via: null, subject, subjectCount: 1, today };
          const plan = planFor({ pack, situation, journey: null, facts: [] });
          if (plan.kind !== 'guide') throw new Error(`${phase} ${audience} ${held.name}: ${plan.kind}`);
          return { phase, audience, level, held: held.name, plan };
        }),
      ),
    ),
  );
}

/** What a card names, each never empty: what to do, where or whom to ask, by when or that it is not stated, the clause. */
export function toldBy({ plan }: MatrixRow): {
  readonly act: string;
  readonly where: string;
  readonly by: string;
  readonly clauses: readonly string[];
} {
  const urgent = plan.notes.filter(({ tone }) => tone === 'stop' || tone === 'caution');
  const { trouble } = plan;
  const contact = plan.contacts[0];
  const call = contact ? `${contact.name.zh} ${contact.number}` : '';
  return {
    act: [
      ...(trouble ? [trouble.text.zh, ...trouble.dont.map(({ zh }) => zh)] : []),
      ...urgent.map(({ text }) => text.zh),
      // A trouble stands in place of the step.
      ...(trouble ? [] : [plan.sayWithoutTarget.zh]),
    ].join('<br>'),
    where: [plan.place?.where.zh ?? '', `电话：${call}`].filter(Boolean).join('<br>'),
    by: plan.place?.by.zh ?? '通知未写明日期',
    clauses: [
      ...new Set([
        ...(trouble ? [trouble.cite ?? '通知外'] : plan.cite),
        ...plan.notes.flatMap(({ cite }) => cite ?? []),
      ]),
    ],
  };
}

const LEVEL_WORDS = { city: '市级', district: '辖市、区' } as const;

function section(phase: string, rows: readonly MatrixRow[]): string {
  const found = pack.phases.find(({ id }) => id === phase);
  const day = formatDay(DAYS[phase] ?? '', 'zh', { weekday: true, year: true });
  const parts = [`## ${found?.name.zh}`, '', `${found?.text.zh}（依据：${found?.cite}）以下按${day}显示。`];
  for (const audience of AUDIENCES) {
    const named = pack.audiences.find(({ id }) => id === audience);
    parts.push('', `### ${named?.name.zh}${named?.named ? '' : '（通知未列为更换对象）'}`, '');
    parts.push('| 手里有什么 | 级别 | 办什么事，第几步 | 卡片怎么说 | 在哪办、找谁 | 办到哪天 | 依据 |');
    parts.push('|---|---|---|---|---|---|---|');
    for (const line of merged(rows.filter((row) => row.phase === phase && row.audience === audience))) {
      parts.push(line);
    }
  }
  return parts.join('\n');
}

/** One line a case; where both levels are told the same, one line for both. */
function merged(rows: readonly MatrixRow[]): readonly string[] {
  return [...new Set(rows.map(({ held }) => held))].flatMap((held) => {
    const own = rows.filter((row) => row.held === held);
    const cells = own.map((row) => ({ level: LEVEL_WORDS[row.level], rest: cellsOf(row) }));
    const [first, second] = cells;
    if (first && second && first.rest === second.rest) return [`| ${held} | 两级 | ${first.rest} |`];
    return cells.map(({ level, rest }) => `| ${held} | ${level} | ${rest} |`);
  });
}

function cellsOf(row: MatrixRow): string {
  const { plan } = row;
  const { act, where, by, clauses } = toldBy(row);
  const step = `${plan.guideTitle.zh}<br>第${plan.stepNumber}步（共${plan.stepCount}步）${plan.title.zh}`;
  return [step, act, where, by, clauses.join('；')].join(' | ');
}

/** The whole page. */
export function writeMatrix(): string {
  const rows = matrixRows();
  const head = [
    '# 每种情况下，卡片怎么说',
    '',
    `按${pack.documentNumber}（通知包${pack.version}版）生成，请勿手改。改了通知包或说法以后，运行 \`npm run guide:matrix\` 重新生成。`,
    '',
    '行是“阶段 × 对象 × 级别 × 手里有什么”，都从还没办过任何一步、刚打开系统首页算起；“口令已锁”从页面提示已锁定算起。',
    '“未写”是通知没有说的意思，不是允许，也不是禁止。电话为2023年9月4日公布，请以最新通知为准。',
  ];
  return `${[...head, ...Object.keys(DAYS).flatMap((phase) => ['', section(phase, rows)])].join('\n')}\n`;
}
