/** Runs in a page under measurement. */
import { labelByFathom } from './fathom-rules.js';
import { labelByText } from './plain-text.js';

globalThis.rebindPeers = { fathom: () => labelByFathom(document), text: () => labelByText(document) };
