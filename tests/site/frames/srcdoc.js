import { loadList } from './list-text.js';

document.querySelector('iframe').srcdoc = await loadList();
