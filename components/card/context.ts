import { createContext, useContext } from 'react';
import type { Finding } from '@/lib/environment/model';
import type { TroubleChoice } from '@/lib/guide/trouble-choices';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { PageSaid, Replies } from '@/lib/messaging/contract';
import type { CardPlace } from '@/lib/overlay/card-place';

export type Word = PageSaid['word'];

/** What became of a word. `unreachable`: the extension is gone from this page. */
export type Outcome = Replies['page.said'] | { readonly ok: false; readonly why: 'unreachable' };

/** What every part of the card needs to speak and to hear. */
export interface CardServices {
  readonly translate: Translate;
  readonly language: Language;
  /** False while nothing can be recorded: words are then not asked for. */
  readonly recording: boolean;
  /** Resolves once the word is durable, or with the reason why it is not; never rejects. */
  readonly onSaid: (word: Word) => Promise<Outcome>;
  /** False where the browser would not open it. */
  readonly onOpenPopup: () => Promise<boolean>;
  /** Brings the step's control into view; false where it is gone. */
  readonly onBringTarget: () => Promise<boolean>;
  /** Numbers the page's controls, or takes the numbers off. */
  readonly onNumber: (on: boolean) => void;
  /** Texts of alert boxes to choose from; null where they could not be had. */
  readonly onTroubles: () => Promise<readonly TroubleChoice[] | null>;
  /** Looks at browser, address and clock; null where nobody answered. */
  readonly onCheckEnvironment: () => Promise<readonly Finding[] | null>;
  /** The person put the card there. */
  readonly onPlaced: (place: CardPlace) => void;
  /** Whether a person caused the event. A page's synthetic ones are not heard. */
  readonly isTrusted: (event: Event) => boolean;
}

export const CardContext = createContext<CardServices | null>(null);

export function useCard(): CardServices {
  const services = useContext(CardContext);
  if (!services) throw new Error('card: rendered outside its context');
  return services;
}
