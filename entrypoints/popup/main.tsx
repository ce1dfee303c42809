import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/popup';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import type { FirstRows } from '@/lib/store/first-rows';
import { readFirst } from './first-reading';
import { popupMemory } from './memory';
import { popupServices } from './services';

/** Milliseconds before "one moment" is shown instead: a slow disk must not leave the popup blank. */
const PATIENCE = 150;

/** Asked for by `entrypoints/first-rows`, which runs before this script is there. */
const rows = (globalThis as { rebindFirstRows?: Promise<FirstRows | null> }).rebindFirstRows;

async function start(root: HTMLElement): Promise<void> {
  document.title = translate('ui.productName');
  document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
  const first = await Promise.race([
    readFirst(rows ?? Promise.resolve(null), popupMemory.recall),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE)),
  ]);
  // At once, and not in a task of its own: the next frame has it.
  flushSync(() =>
    createRoot(root).render(
      <LanguageProvider translate={translate} language={language()}>
        <Popup services={popupServices()} first={first} printing={location.hash === '#print'} />
      </LanguageProvider>,
    ),
  );
}

const root = document.getElementById('root');
if (root) void start(root);
