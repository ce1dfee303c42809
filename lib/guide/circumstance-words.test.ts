import { describe, expect, test } from 'vitest';
import { examplePack } from '@/lib/notice/testing/examples';
import { noticeCaseOf } from './case';
import { circumstancesOf, circumstanceWords } from './circumstance-words';
import type { Fact, FactBody, SubjectCase } from './model';
import { obligationJourneyId, wordFact } from './obligation-words';
import { planAway } from './plan';

const pack = examplePack('yunlan-2026-3');
const unit = { id: 's', audience: 'budget-unit', level: 'city' } as const;
const own = obligationJourneyId(pack, 's');

function facts(...bodies: readonly (FactBody | readonly [journey: string, body: FactBody])[]): Fact[] {
  return bodies.map((each, at) => {
    const [journey, body] = 'kind' in each ? [own, each] : each;
    return { ...wordFact(`f${at}`, journey, `2026-09-0${at + 1}T02:00:00Z`, body), order: at + 1 };
  });
}

const batch = (value: string): FactBody => ({ kind: 'circumstance', of: 'batch', value, answer: 'yes' });

describe('words of batch, activity and project', () => {
  test('are said, the latest counts, and one taken back counts no more', () => {
    const said = facts(batch('first'), batch('second'));
    expect(circumstanceWords(pack, 's', said)).toEqual([
      {
        of: 'batch',
        value: 'second',
        answer: 'yes',
        subject: 's',
        on: '2026-09-02',
        fact: 'f1',
      },
    ]);
    expect(circumstancesOf(pack, unit, said)).toEqual({ batch: 'second' });
    const back = facts(batch('first'), batch('second'), { kind: 'retraction', of: 'f1' });
    expect(circumstancesOf(pack, unit, back)).toEqual({ batch: 'first' });
    const nothing = facts(batch('first'), { kind: 'retraction', of: 'f0' });
    expect(circumstancesOf(pack, unit, nothing)).toEqual({});
  });

  test('of another subject or notice, or of a batch that is gone, are none', () => {
    const other = obligationJourneyId(pack, 'other');
    const elsewhere = obligationJourneyId({ id: 'another-notice' }, 's');
    expect(circumstancesOf(pack, unit, facts([other, batch('first')]))).toEqual({});
    expect(circumstancesOf(pack, unit, facts([elsewhere, batch('first')]))).toEqual({});
    expect(circumstancesOf(pack, unit, facts(batch('tenth')))).toEqual({});
    expect(circumstanceWords(pack, 's', facts(batch('tenth')))).toEqual([]);
  });

  test('are never a page’s: what was not said is passed over', () => {
    const [fact] = facts(batch('first'));
    if (!fact) throw new Error('no fact');
    expect(circumstancesOf(pack, unit, [{ ...fact, assertion: 'seen' }])).toEqual({});
  });
});

test('the plan goes by them; the card gets no project’s date and no unit of a batch', () => {
  const subject = (circumstances: SubjectCase['circumstances']): SubjectCase => ({
    ...unit,
    oldCa: 'valid',
    newCa: 'none',
    circumstances,
  });
  expect(noticeCaseOf(subject({ batch: 'first', projectDate: '2026-07-03' }), '2026-09-08')).toMatchObject({
    batch: 'first',
    projectDate: '2026-07-03',
  });
  const planned = (of: SubjectCase['circumstances']) => planAway(pack, subject(of), [], '2026-09-08');
  expect(planned({ batch: 'first' })).not.toEqual(planned({ batch: 'third' }));
  const text = JSON.stringify(planned({ batch: 'first', projectDate: '2026-07-03' }));
  expect(text).not.toContain('2026-07-03');
  for (const name of pack.batches.flatMap(({ units }) => units)) expect(text).not.toContain(name);
});
