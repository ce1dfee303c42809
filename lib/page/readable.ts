import { normalise } from './text';

/** Characters of icon fonts. */
const ICONS = /[\ue000-\uf8ff]/g;

/** Words without the icons among them, as rules read them. */
export const readable = (words: string): string => normalise(words.replace(ICONS, ''));
