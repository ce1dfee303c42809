import type { Documents } from '@/lib/platform/documents';
import { ensurePointers } from './presenter';
import { frameIds, pointKey, type TabState } from './tab-state';

interface NumberingParts {
  readonly documents: Documents;
  readonly draw: () => string;
}

/** Asks for numbers in every frame of the tab, or takes them off. */
export async function setNumbering(parts: NumberingParts, state: TabState, on: boolean): Promise<TabState> {
  const bare = await takeNumbersOff(parts, state);
  if (!on) return bare;
  const ready = await ensurePointers(parts, bare);
  const waiting = frameIds(ready).filter((frame) => ready.pointers[frame] !== undefined);
  const numbering = { request: parts.draw(), key: keyOf(ready), waiting, count: 0, labels: [] };
  return askNext(parts, { ...ready, numbering });
}

async function takeNumbersOff(
  { documents }: Pick<NumberingParts, 'documents'>,
  state: TabState,
): Promise<TabState> {
  const { numbering, tab } = state;
  if (!numbering) return state;
  const off = { type: 'show.numbers', request: numbering.request, first: null } as const;
  await Promise.all(frameIds(state).map((frame) => documents.show({ tab, frame }, off)));
  return { ...state, numbering: null };
}

/** Takes the numbers off once the tab shows another page, or another document. */
export async function endStaleNumbering(parts: NumberingParts, state: TabState): Promise<TabState> {
  const { numbering } = state;
  return numbering && numbering.key !== keyOf(state) ? takeNumbersOff(parts, state) : state;
}

const keyOf = (state: TabState) => pointKey(state, null, false, state.page);

/** A frame has numbered so many. An answer out of turn changes nothing. */
export function withNumbered(
  parts: NumberingParts,
  state: TabState,
  frame: number,
  answer: { readonly request: string; readonly count: number; readonly labels: readonly string[] },
): Promise<TabState> {
  const { numbering } = state;
  const inTurn = numbering?.request === answer.request && numbering.waiting[0] === frame;
  if (!numbering || !inTurn) return Promise.resolve(state);
  const waiting = numbering.waiting.slice(1);
  return askNext(parts, {
    ...state,
    numbering: {
      ...numbering,
      waiting,
      count: numbering.count + answer.count,
      labels: [...numbering.labels, ...answer.labels],
    },
  });
}

/** Asks the first frame that can be reached. */
async function askNext({ documents }: NumberingParts, state: TabState): Promise<TabState> {
  const { numbering, tab } = state;
  if (!numbering) return state;
  let { waiting } = numbering;
  for (const frame of waiting) {
    const asked = { type: 'show.numbers', request: numbering.request, first: numbering.count + 1 } as const;
    if (await documents.show({ tab, frame }, asked)) break;
    waiting = waiting.slice(1);
  }
  return { ...state, numbering: { ...numbering, waiting } };
}
