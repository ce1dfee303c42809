/** The manifest's one command of ours: its name, and the keys it suggests; the person changes them in the browser. */
export const REACH_CARD = 'reach-card';

export const REACH_CARD_COMMAND = {
  [REACH_CARD]: { suggested_key: { default: 'Alt+K' }, description: '__MSG_extension_reachCard__' },
};
