/** What the overlay's group reports, by what has to be run for it. */
export const OVERLAY_FIGURES = {
  size: ['overlay-bytes-without-react', 'overlay-bytes-host-and-ring'],
  time: [
    'overlay-painted-ring',
    'overlay-painted-card',
    'overlay-painted-ring-and-card',
    'overlay-painted-ring-then-card',
    'overlay-find-control',
  ],
  endurance: ['overlay-heap-per-show-and-hide', 'overlay-layout-shift', 'overlay-script-per-scrolled-frame'],
  scenarios: ['overlay-scenarios-passed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
