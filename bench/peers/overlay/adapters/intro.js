import introJs from 'intro.js';
import 'intro.js/introjs.css';
import { offer, rectOf } from './offer.js';

let tour;
offer({
  show(target, { title, text }) {
    const element = typeof target === 'string' ? document.querySelector(target) : target;
    tour = introJs.tour();
    tour.setOptions({ helperElementPadding: 0, steps: [{ element, title, intro: text }] });
    tour.start();
  },
  hide: () => tour?.exit(true),
  popover: () => document.querySelector('.introjs-tooltip'),
  hole: () => rectOf(document.querySelector('.introjs-helperLayer')),
});
