/** How targets did: raw counts, ours beside its peers. */
import type { Answer, CaseAnswer } from './targets-model';

export interface ScoredCase extends CaseAnswer {
  readonly page: string;
  readonly target: string;
  /** null: the page as it is. */
  readonly mutation: string | null;
  readonly benign: boolean;
  /** Whether there is a control to be found in the page as it is. */
  readonly expected: boolean;
  readonly role: Answer;
}

/** How one finder did over some cases. */
interface Score {
  /** Another control, or any where there is none. */
  readonly wrong: number;
  /** Of the benign: found, and how many there are. */
  readonly found: number;
  readonly benign: number;
}

function score(cases: readonly ScoredCase[], answerOf: (each: ScoredCase) => Answer): Score {
  const benign = cases.filter((each) => each.benign);
  return {
    wrong: cases.filter((each) => answerOf(each) === 'wrong').length,
    found: benign.filter((each) => answerOf(each) === 'right').length,
    benign: benign.length,
  };
}

const FINDERS = {
  /** As it runs: the recogniser's page state. */
  seen: ({ seen }: ScoredCase) => seen.answer,
  /** The resolver alone: the page state of whoever wrote the page. */
  known: ({ known }: ScoredCase) => known.answer,
  css: ({ css }: ScoredCase) => css,
  role: ({ role }: ScoredCase) => role,
};

/** Of the benign cases whose page was answered right before its mutation: still right, of so many. */
function countStill(
  all: readonly ScoredCase[],
  answerOf: (each: ScoredCase) => Answer,
): readonly [number, number] {
  const isRight = (each: ScoredCase) => answerOf(each) === 'right';
  const nameOf = ({ page, target }: ScoredCase) => `${page} ${target}`;
  const before = new Set(all.filter((each) => each.mutation === null && isRight(each)).map(nameOf));
  const cases = all.filter((each) => each.benign && each.mutation !== null && before.has(nameOf(each)));
  return [cases.filter(isRight).length, cases.length];
}

/** Counts over all cases; `wrong` holds for both ways of telling the page state. */
export function summariseTargets(all: readonly ScoredCase[]) {
  const plain = all.filter(({ mutation }) => mutation === null);
  const mutated = all.filter(({ mutation }) => mutation !== null);
  const mutations = [...new Set(mutated.map(({ mutation }) => mutation as string))];
  const isWrong = ({ seen, known }: ScoredCase) => seen.answer === 'wrong' || known.answer === 'wrong';
  const known = score(mutated, FINDERS.known);
  return {
    wrong: all.filter(isWrong).length,
    found: known.found,
    benign: known.benign,
    cases: all.length,
    pages: new Set(all.map(({ page }) => page)).size,
    /** Benign, found where recognition had to be right as well. */
    foundSeen: score(mutated, FINDERS.seen).found,
    still: { known: countStill(all, FINDERS.known), seen: countStill(all, FINDERS.seen) },
    unmutated: {
      expected: plain.filter(({ expected }) => expected).length,
      found: plain.filter((each) => each.expected && each.known.answer === 'right').length,
      foundSeen: plain.filter((each) => each.expected && each.seen.answer === 'right').length,
      absent: plain.filter(({ expected }) => !expected).length,
      wrong: plain.filter(isWrong).length,
    },
    peers: { css: score(mutated, FINDERS.css), role: score(mutated, FINDERS.role) },
    mutations: Object.fromEntries(
      mutations.map((name) => {
        const cases = mutated.filter(({ mutation }) => mutation === name);
        const by = (finder: keyof typeof FINDERS) => {
          const { wrong, found } = score(cases, FINDERS[finder]);
          return { wrong, found };
        };
        return [
          name,
          {
            benign: cases[0]?.benign ?? false,
            cases: cases.length,
            seen: by('seen'),
            known: by('known'),
            css: by('css'),
            role: by('role'),
          },
        ];
      }),
    ),
  };
}
