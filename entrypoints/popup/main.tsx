import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/popup';
import { LanguageProvider } from '@/components/ui/language';
import type { NoticePack } from '@/lib/notice/model';
import { language, translate } from '@/lib/platform/i18n';
import type { FirstRows } from '@/lib/store/first-rows';
import { readFirst } from './first-reading';
import { popupMemory } from './memory';
import { popupServices } from './services';

/** Milliseconds before "one moment" is shown instead: a slow disk must not leave the popup blank. */
const PATIENCE = 150;
/** Milliseconds that added packs are waited for, so that another notice's countdown is not shown first. */
const PATIENCE_FOR_PACKS = 1000;

/** Asked for by `entrypoints/first-rows`, which runs before this script is there. */
const rows = (globalThis as { rebindFirstRows?: Promise<FirstRows | null> }).rebindFirstRows;

async function start(root: HTMLElement): Promise<void> {
  document.title = translate('ui.productName');
  document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
  const first = await Promise.race([
    readFirst(rows ?? Promise.resolve(null), popupMemory.recall),
    after(PATIENCE),
  ]);
  const added = (await hasAddedPacks()) ? readAddedPacks() : null;
  const packs = added && (await Promise.race([added, after(PATIENCE_FOR_PACKS)]));
  const react = createRoot(root);
  const draw = (known: readonly NoticePack[] | null) =>
    // At once, and not in a task of its own: the next frame has it.
    flushSync(() =>
      react.render(
        <LanguageProvider translate={translate} language={language()}>
          <Popup
            services={popupServices(known ?? undefined)}
            first={first}
            printing={location.hash === '#print'}
          />
        </LanguageProvider>,
      ),
    );
  draw(packs);
  if (added && packs === null) draw(await added);
}

const after = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds));

/** What the first reading cannot tell (a slow disk, another version) the full store is asked. */
async function hasAddedPacks(): Promise<boolean> {
  const read = await Promise.race([rows ?? null, after(PATIENCE)]);
  return read === null || read.packs > 0 || read.hasPackRules;
}

async function readAddedPacks(): Promise<readonly NoticePack[]> {
  const [{ pageShelf }, { openStore }] = await Promise.all([import('./added-packs'), import('./store-side')]);
  return pageShelf(openStore).packs();
}

// The other pages take what they share from this file (scripts/popup-chunk.ts), so it runs in them too.
const root = location.pathname === '/popup.html' ? document.getElementById('root') : null;
if (root) void start(root);
