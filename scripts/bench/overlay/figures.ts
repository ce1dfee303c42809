/** What the overlay's group reports, by what has to be run for it. */
export const OVERLAY_FIGURES = {
  size: ['overlay-bytes-without-react', 'overlay-bytes-complete', 'overlay-bytes-host-and-ring'],
  time: [
    'overlay-painted',
    'overlay-painted-beside-a-sentence',
    'overlay-painted-with-guide',
    'overlay-guide-alone',
    'overlay-painted-ring-first',
    'overlay-painted-ring-first-both',
  ],
  endurance: ['overlay-heap-per-show-and-hide', 'overlay-layout-shift', 'overlay-script-per-scrolled-frame'],
  scenarios: ['overlay-scenarios-passed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
