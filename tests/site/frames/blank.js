import { loadListElements } from './list-text.js';

// As scripts fill a frame that they made: nothing is opened or written, it stays about:blank.
const elements = await loadListElements();
const inner = document.querySelector('iframe').contentDocument;
inner.body.append(...elements.map((each) => inner.importNode(each, true)));
