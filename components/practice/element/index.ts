import { ELEMENT_WORDS } from '@/components/practice/skins/element';
import type { Skin } from '@/components/practice/skins/model';
import { ElementSite } from './site';

/** Element-UI-like markup: spans for tabs, div dialogs, one document, a hash that follows. */
export const elementSkin: Skin = {
  id: 'element',
  documents: 'one',
  Site: ElementSite,
  title: ELEMENT_WORDS.title,
};
