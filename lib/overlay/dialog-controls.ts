import { CONTROL } from './controls-in-sight';
import { type Box, intersect, isTooSmall } from './visibility';

/**
 * Boxes of what a person can press or fill in inside a dialog, in viewport pixels, as far as the dialog shows it.
 * Many sites load a dialog's content in a frame: those of our own origin are looked into.
 */
export function controlBoxes(dialog: Element): readonly Box[] {
  const shown = dialog.getBoundingClientRect();
  const own = [...dialog.querySelectorAll(CONTROL)].map((control): Box => control.getBoundingClientRect());
  const framed = [...dialog.querySelectorAll('iframe')].flatMap((frame) => {
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [left + frame.clientLeft, top + frame.clientTop];
    return [...(frame.contentDocument?.querySelectorAll(CONTROL) ?? [])].map((control): Box => {
      const box = control.getBoundingClientRect();
      return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
    });
  });
  return [...own, ...framed].map((box) => intersect(box, shown)).filter((box) => !isTooSmall(box));
}
