import { type PointerEvent as ReactPointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { afterPaint } from '@/components/ui/use-after-paint';
import { every } from '@/lib/content/scheduling';
import type { CardPlace, Corner } from '@/lib/overlay/card-place';
import { controlBoxes } from '@/lib/overlay/dialog-controls';
import type { Overlay, Point } from '@/lib/overlay/overlay';
import { openPageDialog } from '@/lib/overlay/page-dialog';
import { Card } from './card';
import type { CardProps, SpokenPlan } from './card-props';
import { arrange, chooseCorner, nearestCorner, nextCorner } from './placement';

type PlacedCardProps = Omit<
  CardProps,
  'corner' | 'widest' | 'isMinimised' | 'onMinimise' | 'onMove' | 'onGrab' | 'ref'
> & {
  readonly overlay: Overlay;
  readonly view: Window;
  /** Where the person left it last; heeded when the card comes up. */
  readonly place: CardPlace | null;
  /** Told after each paint of a plan. */
  readonly onPainted: (plan: SpokenPlan) => void;
};

/** How often the page is looked at for a dialog, in milliseconds. */
const LOOK_EVERY = 500;

/** Why the card is a tab: the person's wish, or because it found no room beside its target or the page's dialog. */
type Shape = 'whole' | 'minimised' | 'squeezed';

/** The card in its corner: gets out of its target's way, is dragged, docked and minimised. */
export function PlacedCard({ overlay, view, place: left, onPainted, ...card }: PlacedCardProps) {
  const ref = useRef<HTMLElement>(null);
  const [corner, setCorner] = useState<Corner>(left?.corner ?? 'bottom-right');
  const [widest, setWidest] = useState<number | null>(null);
  const [shape, setShape] = useState<Shape>(left?.minimised ? 'minimised' : 'whole');
  /** The person opened it where there is no room: their wish, until the target moves. */
  const insisted = useRef(false);
  /** Size of the whole card at its own width, remembered while it is a tab or narrower. */
  const whole = useRef({ width: 0, height: 0 });

  /** What the card lay amid when it was placed last. */
  const seen = useRef('');
  const surroundings = (element: HTMLElement) => {
    const viewport = { width: view.innerWidth, height: view.innerHeight };
    const { ring, dialog: modal } = overlay.surroundings();
    const found = modal
      ? { element: modal, box: modal.getBoundingClientRect(), isCertain: true }
      : openPageDialog(view.document, cornersOf(element), (each) => overlay.isHost(each));
    const around = { viewport, ring, dialog: found?.box ?? null, isCertain: found?.isCertain ?? false };
    return { around, controls: found ? controlBoxes(found.element) : [] };
  };

  const place = () => {
    const element = ref.current;
    if (!element) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    if (shape === 'whole' && widest === null) whole.current = size;
    const { around, controls } = surroundings(element);
    seen.current = JSON.stringify(around);
    const best = arrange({ ...around, size: whole.current });
    const room: Shape = best.isTab && !insisted.current ? 'squeezed' : 'whole';
    // Observers may call before the last move is rendered: it must not be taken back by what they remember.
    setShape((present) => (present === 'minimised' ? present : room));
    setWidest(best.widest);
    setCorner((present) => chooseCorner(present, { ...around, controls, size }) ?? present);
  };

  useLayoutEffect(place);
  // A control in a frame is beyond our measuring; the frame tells when we lie over it.
  const isOverTarget = card.target.place === 'inner' && card.target.reasons?.includes('under-card');
  useEffect(() => {
    if (isOverTarget) setCorner(nextCorner);
  }, [isOverTarget]);
  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const moved = () => {
      insisted.current = false;
      place();
    };
    overlay.onSurroundings(moved, signal);
    view.addEventListener('resize', moved, { signal });
    // Most pages' dialogs open without a word to us.
    const look = () => {
      if (!ref.current) return;
      const { around, controls } = surroundings(ref.current);
      if (JSON.stringify(around) !== seen.current) moved();
      // What is pressed in a dialog may come later than the dialog.
      else if (controls.length > 0) place();
    };
    every(LOOK_EVERY, look, signal);
    // The card grows without a word to us, e.g. when a list in it is opened.
    const observer = new ResizeObserver(place);
    if (ref.current) observer.observe(ref.current);
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    return () => end.abort();
  });

  useEffect(() => {
    const end = new AbortController();
    if (ref.current) overlay.guard(ref.current, end.signal);
    return () => end.abort();
  }, [overlay]);

  const { plan } = card;
  // A layout effect: the frame that is waited for is the one that shows it, not the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each plan is told once
  useLayoutEffect(() => {
    const end = new AbortController();
    afterPaint(() => onPainted(plan), end.signal);
    return () => end.abort();
  }, [plan]);

  /** What the person does with it is remembered; where it goes by itself, to keep clear, is not. */
  const putTo = (next: Corner, minimised = shape === 'minimised') => {
    setCorner(next);
    card.services.onPlaced({ corner: next, minimised });
  };
  const drag = dragging((x, y) =>
    putTo(nearestCorner(x, y, { width: view.innerWidth, height: view.innerHeight })),
  );

  return (
    <Card
      {...card}
      ref={ref}
      corner={corner}
      widest={widest}
      isMinimised={shape !== 'whole'}
      onMinimise={(minimised) => {
        insisted.current = !minimised;
        setShape(minimised ? 'minimised' : 'whole');
        putTo(corner, minimised);
      }}
      onMove={() => putTo(nextCorner(corner))}
      onGrab={(event) => drag(event, ref.current)}
    />
  );
}

/** A little inside the card's corners. */
function cornersOf(element: HTMLElement): readonly Point[] {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left + 8, right - 8].flatMap((x) => [top + 8, bottom - 8].map((y) => ({ x, y })));
}

/** Drags the card by its header and drops it in the corner nearest to its middle. */
function dragging(onDrop: (x: number, y: number) => void) {
  return (event: ReactPointerEvent<HTMLElement>, card: HTMLElement | null) => {
    const onControl = (event.target as Element).closest('button') !== null;
    if (!card || onControl || event.button !== 0 || !event.nativeEvent.isTrusted) return;
    const end = new AbortController();
    const { signal } = end;
    const start = { x: event.clientX, y: event.clientY };
    const grip: HTMLElement = event.currentTarget;
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener(
      'pointermove',
      ({ clientX, clientY }: PointerEvent) => {
        card.style.translate = `${clientX - start.x}px ${clientY - start.y}px`;
      },
      { signal },
    );
    const drop = ({ type }: PointerEvent) => {
      end.abort();
      const { left, top, width, height } = card.getBoundingClientRect();
      card.style.translate = '';
      if (type === 'pointerup') onDrop(left + width / 2, top + height / 2);
    };
    grip.addEventListener('pointerup', drop, { signal });
    grip.addEventListener('pointercancel', drop, { signal });
  };
}
