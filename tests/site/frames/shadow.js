import { loadListElements } from './list-text.js';

const root = document.querySelector('#inner').attachShadow({ mode: 'open' });
root.append(...(await loadListElements()));
