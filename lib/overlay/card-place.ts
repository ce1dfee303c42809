/** The corners of the viewport in which the card can lie, in the order in which it tries them. */
export const CORNERS = ['bottom-right', 'bottom-left', 'top-left', 'top-right'] as const;
export type Corner = (typeof CORNERS)[number];

/** Where the person left the card: remembered for each system, never in the page's storage. */
export interface CardPlace {
  readonly corner: Corner;
  readonly minimised: boolean;
}

export function isSamePlace(one: CardPlace | null, other: CardPlace | null): boolean {
  return one?.corner === other?.corner && one?.minimised === other?.minimised;
}
