import type { PointerEventHandler, Ref } from 'react';
import type { ChooseSubjectPlan, GuidePlan } from '@/lib/guide/model';
import type { ShowCard } from '@/lib/messaging/contract';
import type { Corner } from '@/lib/overlay/card-place';
import type { CardServices } from './context';

/** A plan that has something to say. */
export type SpokenPlan = GuidePlan | ChooseSubjectPlan;

export interface CardProps extends Omit<ShowCard, 'type' | 'plan' | 'recording' | 'place'> {
  readonly plan: SpokenPlan;
  readonly services: CardServices;
  readonly corner: Corner;
  /** Pixels; null: as wide as it is. */
  readonly widest?: number | null | undefined;
  readonly isMinimised: boolean;
  readonly onMinimise: (minimised: boolean) => void;
  /** To the next corner. */
  readonly onMove: () => void;
  readonly onGrab?: PointerEventHandler<HTMLElement> | undefined;
  readonly ref?: Ref<HTMLElement> | undefined;
}
