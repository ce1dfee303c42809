/** A card to look at, on one of our own pages: the same parts as on a host page, with nothing to press. */
import { useEffect, useRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { useSpeech } from '@/components/ui/language';
import tokens from '@/components/ui/tokens.css?inline';
import { Card } from './card';
import css from './card.css?inline';
import type { SpokenPlan } from './card-props';
import type { CardServices } from './context';

const OF_A_PICTURE = '.card { position: static; max-height: none; pointer-events: none; box-shadow: none; }';

const nobody = async () => null;
const refused = async () => false;
const nothing = () => {};

/** In a shadow root, so that neither the page's styles nor the card's reach the other. */
export function CardPicture({ plan }: { readonly plan: SpokenPlan }) {
  const { t, language } = useSpeech();
  const host = useRef<HTMLDivElement>(null);
  const picture = useRef<Root | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${tokens}\n${css}\n${OF_A_PICTURE}`);
    shadow.adoptedStyleSheets = [sheet];
    const layer = document.createElement('div');
    layer.className = 'card-layer';
    shadow.append(layer);
    const root = createRoot(layer);
    picture.current = root;
    return () => {
      picture.current = null;
      // React is still rendering this page; the other root must wait its turn.
      queueMicrotask(() => {
        root.unmount();
        layer.remove();
      });
    };
  }, []);
  useEffect(() => {
    const services: CardServices = {
      translate: t,
      language,
      recording: true,
      isTrusted: () => false,
      onSaid: async () => ({ ok: false, why: 'unreachable' }),
      onOpenPopup: refused,
      onBringTarget: refused,
      onNumber: nothing,
      onTroubles: nobody,
      onCheckEnvironment: nobody,
      onPlaced: nothing,
    };
    picture.current?.render(
      <Card
        plan={plan}
        target={{ state: 'none', label: null, place: null }}
        preview={null}
        namespace="real"
        largeType={false}
        numbered={null}
        helpCode={null}
        services={services}
        corner="top-left"
        isMinimised={false}
        onMinimise={nothing}
        onMove={nothing}
      />,
    );
  }, [plan, t, language]);
  return <div ref={host} className="card-picture" inert data-part="card-picture" />;
}
