import { loadListElements } from './list-text.js';

const dialog = document.querySelector('dialog');
dialog.append(...(await loadListElements()));
dialog.showModal();
