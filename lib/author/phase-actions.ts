/** What a phase of the form says of each action, and what the pack calls it; in the order of the pack. */
export const PHASE_ACTIONS = {
  apply: 'apply',
  unbindOld: 'unbind-old',
  bind: 'bind',
  useOld: 'use-old',
  useNew: 'use-new',
} as const;

export type PhaseField = keyof typeof PHASE_ACTIONS;
export const PHASE_FIELDS = Object.keys(PHASE_ACTIONS) as readonly PhaseField[];
