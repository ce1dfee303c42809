import type { Skin } from '@/components/practice/skins/model';
import { UnseenSite } from './site';
import { UNSEEN_WORDS } from './words';

/** Cards and layers, anchors and `b` for buttons, another vocabulary, a native modal dialog. */
export const unseenSkin: Skin = {
  id: 'unseen',
  documents: 'one',
  Site: UnseenSite,
  title: UNSEEN_WORDS.title,
};
