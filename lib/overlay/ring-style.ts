/**
 * The ring's look. Its box is exactly the control's; halo and line lie outside it, so nothing of the
 * control is hidden. A white halo on both sides keeps it visible on any ground. Controls that cannot be
 * undone get a double line, so that they differ by more than the colour.
 */
export const RING_CSS = `
.ring {
  position: fixed;
  left: 0;
  top: 0;
  box-sizing: border-box;
  pointer-events: none;
  border-radius: 3px;
  box-shadow: 0 0 0 8px rgb(255 255 255 / 92%), 0 0 0 9px rgb(10 20 40 / 35%);
  outline: 3px solid #1257b5;
  outline-offset: 3px;
  animation: ring-arrive 420ms ease-out 1;
}
.ring[data-irreversible] {
  outline: 6px double #b3211a;
  outline-offset: 2px;
}
@keyframes ring-arrive {
  from { outline-offset: 18px; opacity: 0.2; }
}
@media (prefers-reduced-motion: reduce) {
  .ring { animation: none; }
}
@media (forced-colors: active) {
  .ring, .ring[data-irreversible] {
    forced-color-adjust: none;
    outline-color: Highlight;
    box-shadow: 0 0 0 8px Canvas;
  }
}
`;
