import { TourProvider } from '@reactour/tour';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { offer } from './offer.js';

let root;
let home;
offer({
  show(target, { text }) {
    home = document.createElement('div');
    document.body.append(home);
    root = createRoot(home);
    const steps = [{ selector: target, content: text, mutationObservables: ['body'] }];
    root.render(createElement(TourProvider, { steps, defaultOpen: true, padding: 0 }));
  },
  hide() {
    root?.unmount();
    home?.remove();
  },
  popover: () => document.querySelector('.reactour__popover'),
  hole() {
    // The last rectangle of the mask lies on the control; its place is in its style.
    const hole = [...document.querySelectorAll('.reactour__mask svg > rect')].at(-1);
    if (!hole) return null;
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) =>
      Number.parseFloat(hole.style[side]),
    );
    return { x, y, width, height };
  },
});
