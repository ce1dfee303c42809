/** The built-in pack's guides as data: whole, safe by themselves, and in the tone of design.md §8. */
import { describe, expect, it } from 'vitest';
import type { Text } from '@/lib/locale/text';
import { builtinPack as pack } from '@/lib/notice/builtin';
import { AUDIENCES } from '@/lib/notice/explanation';
import { journeyState } from './journey';
import type { GuideDefinition, Step } from './model';
import { isUnbinding } from './preflight';
import { stepsFor } from './steps';
import { AFTER, subjectCase, Walk } from './testing/walk';

const steps = pack.guides.flatMap((guide) => guide.steps.map((step) => ({ guide, step })));
const each = steps.map(({ guide, step }) => [guide.id, step.id, guide, step] as const);

function textsOf(step: Step): readonly Text[] {
  const { title, say, sayWithoutTarget, why, dont = [], targets } = step;
  return [title, say, sayWithoutTarget, why, ...dont, ...targets.map((target) => target.say)].filter(
    (text): text is Text => text !== undefined,
  );
}

const everyText: readonly Text[] = [
  ...pack.guides.flatMap(({ title, offer }) => (offer ? [title, offer.say] : [title])),
  ...steps.flatMap(({ step }) => textsOf(step)),
  ...pack.guides.flatMap(({ questions }) => questions.flatMap(({ ask, how, ifNo }) => [ask, how, ifNo])),
];

describe('texts', () => {
  it('are in both languages, without exclamation marks, half-width commas or a familiar 你', () => {
    for (const { zh, en } of everyText) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toMatch(/[!！,;你亲]/);
      expect(en ?? '').toMatch(/[a-z]/);
      expect(en ?? '').not.toMatch(/\p{Script=Han}(?![^(]*\))|!/u);
    }
  });

  it('keep to sentences a person can take in at once', () => {
    const sentences = everyText.flatMap(({ zh }) => zh.split(/[。？；：]/));
    for (const sentence of sentences) expect([...sentence].length, sentence).toBeLessThanOrEqual(36);
  });

  it.each(each)(
    'of %s/%s read well without a label, and quote it where a control is pointed at',
    (_g, _s, _guide, step) => {
      expect(step.say.zh).not.toContain('{');
      for (const { say } of step.targets) {
        expect(say?.zh).toContain('「{label}」');
        expect(say?.en).toContain('“{label}”');
      }
    },
  );

  it('never ask for the PIN itself', () => {
    for (const { zh } of pack.guides.flatMap(({ questions }) => questions.map(({ ask }) => ask))) {
      expect(zh).not.toMatch(/是多少|是什么|请填|请输入/);
    }
  });
});

describe('safety', () => {
  it.each(each)('%s/%s: what unbinds is irreversible and asks every question', (_g, _s, guide, step) => {
    if (!isUnbinding(step)) {
      expect(step.irreversible ?? false).toBe(false);
      return;
    }
    expect(step.irreversible).toBe(true);
    expect(step.preflight).toEqual(guide.questions.map(({ id }) => id));
  });

  it('the swap stands in the transition only; an unbinding elsewhere is an everyday one, and asks whether it is', () => {
    const unbinding = pack.guides.filter(({ steps }) => steps.some(isUnbinding));
    expect(unbinding.map(({ id }) => id)).toEqual([
      'rebind',
      'bind-again',
      'hand-over',
      'unbind-by-application',
    ]);
    for (const { id, phases, unbinds = 'unbind-old', questions } of unbinding) {
      if (unbinds === 'unbind-old') {
        expect(phases, id).toEqual(['transition']);
        continue;
      }
      const swap = questions.find((question) => question.id === 'not-the-swap');
      expect(swap?.ifNo.zh, id).toContain('通知未写');
      expect(swap?.cite, id).toBe('三、1');
      expect(questions.map((question) => question.id)).toContain('asked-how');
    }
  });

  it('no everyday guide unbinds the old CA in its own words, and each says that the notice is silent', () => {
    for (const guide of pack.guides.filter(({ unbinds }) => unbinds === 'unbind')) {
      const words = guide.steps.flatMap((step) => textsOf(step).map(({ zh }) => zh)).join('');
      expect(words).not.toMatch(/解绑原CA|解绑原国信/);
      expect(words).toContain('通知未写');
    }
  });

  it('nothing before the transition points anywhere', () => {
    const prepare = pack.guides.find(({ id }) => id === 'prepare');
    expect(prepare?.steps.flatMap(({ targets }) => targets)).toEqual([]);
  });
});

describe('wholeness', () => {
  it('every audience has steps in every guide, and each step a contact the pack has', () => {
    const roles = pack.contacts.map(({ role }) => role);
    for (const guide of pack.guides) {
      for (const audience of AUDIENCES)
        expect(stepsFor(guide, subjectCase({ audience })).length).toBeGreaterThan(1);
      for (const { call } of guide.steps) expect(roles).toContain(call);
    }
  });

  it('every reference leads somewhere', () => {
    const phases = pack.phases.map(({ id }) => id);
    const guides = pack.guides.map(({ id }) => id);
    for (const guide of pack.guides) {
      const ids = guide.steps.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(pack.systems.map(({ id }) => id)).toContain(guide.system);
      for (const phase of guide.phases) expect(phases).toContain(phase);
      for (const other of guide.continues ?? []) expect(guides).toContain(other);
      for (const { after } of guide.steps) if (after) expect(ids).toContain(after);
      for (const { audiences } of [...guide.steps, ...guide.questions]) {
        for (const audience of audiences ?? []) expect(AUDIENCES).toContain(audience);
      }
    }
  });

  it('every phase has a guide for every case', () => {
    for (const { id } of pack.phases) {
      const guides: readonly GuideDefinition[] = pack.guides.filter(({ phases }) => phases.includes(id));
      const open = guides.filter(({ when }) => when === undefined);
      expect(open.length, id).toBeGreaterThan(0);
    }
  });

  it('steps shared with a continued guide mean the same', () => {
    const walk = new Walk().open(1);
    for (const page of ['unbind-done', 'bind-form'] as const) walk.see(page);
    const first = pack.guides.find(({ id }) => id === 'first-binding');
    if (!first) throw new Error('no first-binding');
    // Opening the form is a step of both; in neither does it count as bound.
    const half = journeyState(pack, first, subjectCase(), walk.facts).steps;
    expect(half.get('start-bind')?.state).toBe('seen');
    expect(journeyState(pack, first, subjectCase(), walk.facts).steps.get('bind-new')?.state).toBe('open');
    walk.see('bind-done');
    walk.today = AFTER;
    expect(journeyState(pack, first, subjectCase(), walk.facts).steps.get('bind-new')?.state).toBe('seen');
  });
});

describe('before any unbinding', () => {
  const unbinding = pack.guides.filter(({ questions }) => questions.length > 0);
  const ALWAYS = [/在手/, /口令.*试过/, /初始口令.*改掉/, /有效期内/, /账号和密码/, /收好|保留/];
  const BUYERS = ['budget-unit', 'supervising-budget-unit', 'central-purchasing-body'];

  it.each(unbinding.map((guide) => [guide.id, guide] as const))(
    '%s asks everybody about each thing that cannot be made good afterwards',
    (_, { questions, steps }) => {
      for (const audience of AUDIENCES) {
        const asked = questions.filter(({ audiences }) => !audiences || audiences.includes(audience));
        const supplies = /supplier/.test(audience) ? [/投标文件.*解密/] : [];
        const buys = BUYERS.includes(audience) ? [/合同和订单/] : [];
        for (const thing of [...ALWAYS, ...supplies, ...buys]) {
          const about = asked.filter(({ ask }) => thing.test(ask.zh));
          expect(about.length, `${audience}: ${thing}`).toBeGreaterThan(0);
          // How it is found out, and that the step is held for it.
          for (const { id, how } of about) {
            expect(how?.zh).toBeTruthy();
            expect(steps.some(({ preflight }) => preflight?.includes(id))).toBe(true);
          }
        }
      }
    },
  );
});
