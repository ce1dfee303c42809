import { driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import { offer, pathBox } from './offer.js';

let tour;
offer({
  show(target, { title, text }) {
    tour = driver({
      animate: false,
      stagePadding: 0,
      stageRadius: 0,
      steps: [{ element: target, popover: { title, description: text } }],
    });
    tour.drive();
  },
  hide: () => tour?.destroy(),
  popover: () => document.querySelector('.driver-popover'),
  hole: () => pathBox(document.querySelector('.driver-overlay path')),
});
