import { type PointerEvent as ReactPointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { afterPaint } from '@/components/ui/use-after-paint';
import type { CardPlace, Corner } from '@/lib/overlay/card-place';
import type { Overlay } from '@/lib/overlay/overlay';
import { Card, type CardProps, type SpokenPlan } from './card';
import { chooseCorner, nearestCorner, nextCorner, type Size } from './placement';

type PlacedCardProps = Omit<
  CardProps,
  'corner' | 'isMinimised' | 'onMinimise' | 'onMove' | 'onGrab' | 'ref'
> & {
  readonly overlay: Overlay;
  readonly view: Window;
  /** Where the person left it last; heeded when the card comes up. */
  readonly place: CardPlace | null;
  /** Told after each paint of a plan. */
  readonly onPainted: (plan: SpokenPlan) => void;
};

/** Why the card is a tab: the person's wish, or because it found no room beside its target. */
type Shape = 'whole' | 'minimised' | 'squeezed';

/** The card in its corner: gets out of its target's way, is dragged, docked and minimised. */
export function PlacedCard({ overlay, view, place: left, onPainted, ...card }: PlacedCardProps) {
  const ref = useRef<HTMLElement>(null);
  const [corner, setCorner] = useState<Corner>(left?.corner ?? 'bottom-right');
  const [shape, setShape] = useState<Shape>(left?.minimised ? 'minimised' : 'whole');
  /** The person opened it where there is no room: their wish, until the target moves. */
  const insisted = useRef(false);
  /** Size of the whole card, remembered while it is a tab. */
  const whole = useRef({ width: 0, height: 0 });

  const place = () => {
    const element = ref.current;
    if (!element) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    if (shape === 'whole') whole.current = size;
    const viewport = { width: view.innerWidth, height: view.innerHeight };
    const around = { viewport, ...overlay.surroundings() };
    // Observers may call before the last move is rendered: it must not be taken back by what they remember.
    const dock = (room: Size): boolean => {
      setCorner((present) => chooseCorner(present, { ...around, size: room }) ?? present);
      return chooseCorner(corner, { ...around, size: room }) !== null;
    };
    if (shape === 'squeezed' && dock(whole.current)) setShape('whole');
    else if (!dock(size) && shape === 'whole' && !insisted.current) {
      setShape((present) => (present === 'whole' ? 'squeezed' : present));
    }
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
