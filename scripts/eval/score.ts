/** How recognition did on labelled pages: raw counts, since they are few. */
import { type PageState, TROUBLE_STATES } from '@/lib/page/model';

/** Labels of the development pages, and the page states that are right for them. */
export const LABELS = {
  a: ['login-account'],
  b: ['login-ca'],
  c: ['ca-list'],
  d: ['unbind-confirm'],
  e: ['bind-form'],
  f: ['bind-done'],
  g: TROUBLE_STATES,
  h: ['other', 'unknown'],
  /** States no letter stands for: only the index says which is meant. */
  '-': ['home', 'unbind-done'],
} as const satisfies Record<string, readonly PageState[]>;
export type Label = keyof typeof LABELS;

export const isLabel = (text: unknown): text is Label =>
  typeof text === 'string' && Object.hasOwn(LABELS, text);

export interface Scored {
  readonly file: string;
  readonly label: Label;
  /** Labels that are tolerable too. */
  readonly accept: readonly Label[];
  /** The state meant, where the index says it. */
  readonly meant: PageState | null;
  readonly state: PageState;
}

/** Whether a state is right for a label. */
export const suits = (label: Label, state: PageState): boolean =>
  (LABELS[label] as readonly PageState[]).includes(state);

const count = (files: readonly Scored[], is: (file: Scored) => boolean): number => files.filter(is).length;

/** Whether a file's state is one its label stands for. */
export const isRight = ({ label, meant, state }: Scored): boolean =>
  label === '-' ? state === meant : suits(label, state);

/** Counts over all files; `precision` and `recall` are pairs: right, of so many. */
export function summarise(files: readonly Scored[]) {
  const isTolerated = (file: Scored) =>
    isRight(file) || file.accept.some((label) => suits(label, file.state));
  const labels = Object.keys(LABELS)
    .filter(isLabel)
    .filter((label) => files.some((file) => file.label === label));
  return {
    files: files.length,
    right: count(files, isRight),
    rightOrTolerated: count(files, isTolerated),
    labels: Object.fromEntries(
      labels.map((label) => {
        const right = count(files, (file) => file.label === label && isRight(file));
        const recall = [right, count(files, (file) => file.label === label)] as const;
        const tolerated = count(files, (file) => file.label === label && isTolerated(file));
        const precision = [right, count(files, ({ state }) => suits(label, state))] as const;
        return [label, { recall, tolerated, precision }];
      }),
    ),
    falseAlarms: {
      /** On label h, anything but `other` and `unknown`. */
      all: count(files, (file) => file.label === 'h' && !isRight(file)),
      notTolerated: count(files, (file) => file.label === 'h' && !isTolerated(file)),
      asDEF: count(
        files,
        ({ label, state }) => label === 'h' && (['d', 'e', 'f'] as const).some((each) => suits(each, state)),
      ),
    },
    confusedDE: count(
      files,
      ({ label, state }) => (label === 'd' && suits('e', state)) || (label === 'e' && suits('d', state)),
    ),
  };
}
