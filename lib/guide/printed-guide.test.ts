import { describe, expect, it } from 'vitest';
import { viewOfCode } from '@/lib/desk/caller/caller-plan';
import { type HelpState, hashPack } from '@/lib/desk/help-code/state';
import { builtinPacks } from '@/lib/notice/builtin';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { phaseOn } from '@/lib/notice/phases';
import { printableGuides, printGuide } from './printed-guide';

const DAYS = ['2023-09-02', '2023-09-07', '2023-09-20', '2023-10-20', '2026-11-26'];
const [pack] = builtinPacks;
if (!pack) throw new Error('no pack');

/** Every sheet that can be printed: audience, level, day, guide. */
const SHEETS = DAYS.flatMap((today) =>
  AUDIENCES.flatMap((audience) =>
    LEVELS.flatMap((level) =>
      printableGuides(pack, { audience, level, today }, phaseOn(pack, today)?.id ?? null).map(
        ({ id: guide }) => ({
          audience,
          level,
          today,
          guide,
        }),
      ),
    ),
  ),
);

const stateOf = (sheet: (typeof SHEETS)[number], step: string): HelpState => {
  const guide = pack.guides.findIndex(({ id }) => id === sheet.guide);
  return {
    pack: hashPack(pack),
    audience: sheet.audience,
    level: sheet.level,
    phase: null,
    page: 'other',
    guide,
    step: pack.guides[guide]?.steps.findIndex(({ id }) => id === step) ?? null,
    target: 'none',
    trouble: null,
    engine: 'unknown',
    scheme: 'unknown',
    access: 'unknown',
    assertion: 'none',
  };
};

describe('the printed guide', () => {
  it('can be printed for every audience, level, day and guide', () => {
    expect(SHEETS.length).toBeGreaterThan(200);
    for (const sheet of SHEETS) expect(printGuide(pack, sheet), JSON.stringify(sheet)).not.toBeNull();
  }, 60_000);

  it('numbers its steps as card and desk do', () => {
    let compared = 0;
    for (const sheet of SHEETS) {
      for (const { step, number, title } of printGuide(pack, sheet)?.steps ?? []) {
        const { plan } = viewOfCode(pack, stateOf(sheet, step), sheet.today);
        // What the desk cannot show exactly, it says so; where it can, number and words must be the same.
        if (plan?.guide !== sheet.guide || plan.step !== step) continue;
        compared += 1;
        expect([plan.stepNumber, plan.title], JSON.stringify(sheet)).toEqual([number, title]);
      }
    }
    expect(compared).toBeGreaterThan(1000);
  }, 60_000);

  it('prints no step of a guide that the day does not have, and says why', () => {
    const sheet = printGuide(pack, {
      audience: 'budget-unit',
      level: 'city',
      guide: 'rebind',
      today: '2026-11-26',
    });
    expect(sheet).toMatchObject({ isStopped: true, steps: [] });
    expect(sheet?.notes.some(({ text }) => text.zh.includes('10月11日'))).toBe(true);
  });

  it('asks every question before an unbinding, in the notice’s window alone', () => {
    const sheet = printGuide(pack, {
      audience: 'budget-unit',
      level: 'city',
      guide: 'rebind',
      today: '2023-09-20',
    });
    const unbinding = sheet?.steps.find(({ step }) => step === 'unbind-old');
    expect(unbinding?.irreversible).toBe(true);
    expect(unbinding?.questions.length).toBeGreaterThan(4);
    expect(sheet?.steps.filter(({ questions }) => questions.length > 0)).toHaveLength(1);
  });

  it('holds no hole to be filled', () => {
    for (const sheet of SHEETS) expect(JSON.stringify(printGuide(pack, sheet))).not.toMatch(/\{\w+\}/);
  }, 60_000);
});
