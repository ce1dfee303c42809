import { describe, expect, it } from 'vitest';
import { type Text, textIn } from '@/lib/locale/text';
import { createTranslate } from '@/lib/locale/translate';
import { builtinPack as pack } from '@/lib/notice/builtin';
import zh from '@/locales/zh_CN.json';
import { summarise, summaryFile, writeSummary } from './summary';
import { subjectCase, Walk } from './testing/walk';

const translate = createTranslate(zh);
const voice = {
  translate,
  say: (text: Text) => textIn(text, 'zh'),
  language: 'zh' as const,
  timeZone: 'Asia/Shanghai',
};
const HEAD = { madeAt: '2023-09-20T04:00:00Z', unit: null, preview: null };

function walked(): Walk {
  const walk = new Walk().open(1, subjectCase({ id: 'b2c9-secret' }));
  walk.see('login-account');
  walk.see('home');
  walk.see('ca-list', { unbindVisible: true });
  walk.answerAll();
  walk.see('unbind-done');
  walk.say({ kind: 'step', step: 'bind-new' });
  return walk;
}

const of = (walk: Walk) => summarise(pack, 'rebind', walk.subject(1), walk.facts);

describe('the summary of a journey', () => {
  it('is none of a journey of which nothing was seen or said', () => {
    const walk = new Walk().open(1);
    expect(of(walk)).toBeNull();
  });

  it('tells each step, whether a page showed it or the person said so, and when, in the notice’s zone', () => {
    const summary = of(walked());
    if (!summary) throw new Error('no summary');
    const { steps, answers, head } = writeSummary(summary, voice, HEAD);
    expect(steps[0]).toMatch(/^1\. 用账号和密码登录：页面显示，2023\/09\/20 10:\d\d$/);
    expect(steps.find((line) => line.includes('确认绑定新CA'))).toMatch(/您确认，页面未核实，2023\/09\/20/);
    expect(steps.find((line) => line.includes('试一次新签章'))).toContain('还没办');
    expect(answers).toHaveLength(7);
    expect(answers[0]).toMatch(/^· 新CA已在手？ 是（您确认，页面未核实，2023\/09\/20 10:\d\d）$/);
    expect(head.join('\n')).toContain(`常财购〔2023〕12号（通知包${pack.version}版）`);
  });

  it('takes a word back that was taken back', () => {
    const walk = walked();
    const fact = walk.facts.find(({ body }) => body.kind === 'step')?.id ?? '';
    walk.say({ kind: 'retraction', of: fact });
    const step = of(walk)?.steps.find(({ title }) => title.zh === '确认绑定新CA');
    expect(step?.progress.state).toBe('open');
  });

  it('says that a file answered, and until when it is valid', () => {
    const newCaFile = { state: 'valid', validUntil: '2024-09-11', at: '2023-09-19T03:00:00Z' } as const;
    const walk = new Walk().open(1, subjectCase({ newCa: 'valid', newCaFile }));
    walk.see('ca-list', { unbindVisible: true });
    for (const { id, answer } of walk.guidePlan().questions) {
      if (answer === null) walk.say({ kind: 'answer', question: id, answer: 'yes' });
    }
    const summary = of(walk);
    if (!summary) throw new Error('no summary');
    const { answers } = writeSummary(summary, voice, HEAD);
    expect(answers.find((line) => line.includes('有效期内'))).toContain('证书文件显示有效期至2024年9月11日');
  });

  it('carries nothing personal unless the person wants the unit on it, and marks a preview', () => {
    const summary = of(walked());
    if (!summary) throw new Error('no summary');
    const file = (change: object) =>
      summaryFile(writeSummary(summary, voice, { ...HEAD, ...change }), translate);
    expect(file({})).not.toMatch(/b2c9-secret|演练单位甲|预览/);
    expect(file({ unit: '演练单位甲' })).toContain('办理主体：演练单位甲');
    expect(file({ preview: '2023-09-20' })).toContain('预览2023年9月20日（周三）的结果，不是真实的办理记录');
    expect(file({})).toContain('整理时间：');
    // The steps' times are the previewed day's; the one that is real says so.
    expect(file({ preview: '2023-09-20' })).toMatch(/电脑实际时间：\d{4}.*各步骤的时间按预览的日期记/);
    expect(file({ preview: '2023-09-20' })).not.toContain('整理时间');
    expect(file({})).toContain('不是系统的办理凭证');
    expect(file({})).not.toMatch(/\{[a-z]+\}|undefined/);
  });
});
