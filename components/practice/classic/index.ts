import { CLASSIC_WORDS } from '@/components/practice/skins/classic';
import type { Arrival, Skin } from '@/components/practice/skins/model';
import { layFrameset, resizeConsole } from './frameset';
import { ClassicSite } from './site';
import { CLASSIC_ID, plainView, viewOf } from './views';

function arrive({ page, part, frames, view, store }: Arrival): 'render' | 'done' {
  const asked = part === 'content' ? plainView(view) : null;
  const hasLeft = store.get().tab.page === 'login';
  if (asked !== null && !hasLeft && viewOf(store.get()) !== asked) {
    store.dispatch({ type: 'open', page: asked });
  }
  if (part !== 'top' || frames !== 'frameset' || store.get().tab.page === 'login') return 'render';
  layFrameset(page, viewOf(store.get()));
  return 'done';
}

/** Tables, frames, buttons with a value, and a new document for every answer. */
export const classicSkin: Skin = {
  id: CLASSIC_ID,
  documents: 'many',
  Site: ClassicSite,
  title: CLASSIC_WORDS.title,
  arrive,
  resizeConsole,
};
