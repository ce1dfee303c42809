import { loadList } from './list-text.js';

// As old systems fill a frame: opened, written, closed, and still about:blank by its address.
const text = await loadList();
const inner = document.querySelector('iframe').contentDocument;
inner.open();
inner.write(text);
inner.close();
