/** Where a target can sit, one static page each, served under `/frames/` by `servePractice`. */
export interface FrameCase {
  readonly id: string;
  readonly path: string;
  /** Document that holds `[data-practice="unbind"]`: the page's own, or a frame by its name. */
  readonly holder: 'top' | 'inner';
  /** Needs `?origin=`: the same host on another port, or a host the extension was not granted. */
  readonly origin: 'same' | 'other-port' | 'ungranted';
  /** Whether the extension is able to see it. An ungranted frame can only be abstained from. */
  readonly reachable: boolean;
}

export const FRAME_CASES: readonly FrameCase[] = [
  { id: 'same-origin', path: '/frames/same-origin.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'nested', path: '/frames/nested.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'other-origin', path: '/frames/other-origin.html', holder: 'inner', origin: 'other-port', reachable: true },
  { id: 'frameset', path: '/frames/frameset.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'srcdoc', path: '/frames/srcdoc.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'written', path: '/frames/written.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'about-blank', path: '/frames/blank.html', holder: 'inner', origin: 'same', reachable: true },
  { id: 'dialog', path: '/frames/dialog.html', holder: 'top', origin: 'same', reachable: true },
  { id: 'shadow', path: '/frames/shadow.html', holder: 'top', origin: 'same', reachable: true },
  { id: 'ungranted', path: '/frames/other-origin.html', holder: 'inner', origin: 'ungranted', reachable: false },
];

/** Selector of the right control, in its holder's document. */
export const FRAME_TARGET = '[data-practice="unbind"]';
/** Name of the frame that holds it. */
export const FRAME_HOLDER = 'inner';
