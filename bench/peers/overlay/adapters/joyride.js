import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Joyride } from 'react-joyride';
import { offer, pathBox, rectOf } from './offer.js';

let root;
let home;
offer({
  show(target, { title, text }) {
    home = document.createElement('div');
    document.body.append(home);
    root = createRoot(home);
    const steps = [
      { target, title, content: text, skipBeacon: true, disableBeacon: true, spotlightPadding: 0 },
    ];
    root.render(
      createElement(Joyride, {
        run: true,
        steps,
        options: { skipBeacon: true, spotlightPadding: 0, spotlightRadius: 0 },
      }),
    );
  },
  hide() {
    root?.unmount();
    home?.remove();
  },
  popover: () => document.querySelector('.react-joyride__tooltip'),
  hole: () =>
    pathBox(document.querySelector('.react-joyride__overlay path')) ??
    rectOf(document.querySelector('.react-joyride__spotlight')),
});
