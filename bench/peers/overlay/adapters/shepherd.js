import Shepherd from 'shepherd.js';
import 'shepherd.js/dist/css/shepherd.css';
import { offer, pathBox } from './offer.js';

let tour;
offer({
  show(target, { title, text }) {
    tour = new Shepherd.Tour({
      useModalOverlay: true,
      defaultStepOptions: { modalOverlayOpeningPadding: 0, cancelIcon: { enabled: true } },
    });
    tour.addStep({ title, text, attachTo: { element: target, on: 'bottom' }, buttons: [{ text: 'OK' }] });
    tour.start();
  },
  hide: () => tour?.cancel(),
  popover: () => document.querySelector('.shepherd-element'),
  hole: () => pathBox(document.querySelector('.shepherd-modal-overlay-container path')),
});
