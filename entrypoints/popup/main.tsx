import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { noticesOf } from '@/components/popup/notices';
import { Popup } from '@/components/popup/popup';
import type { Notices } from '@/components/popup/services';
import { LanguageProvider } from '@/components/ui/language';
import { afterPaint } from '@/components/ui/use-after-paint';
import { builtinShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import type { NoticePack } from '@/lib/notice/model';
import { askBackground } from '@/lib/platform/background-client';
import { language, translate } from '@/lib/platform/i18n';
import { extensionVersion } from '@/lib/platform/pages';
import type { FirstRows } from '@/lib/store/first-rows';
import type { ReadyStamp } from '@/lib/store/model';
import { readFirst } from './first-reading';
import { popupMemory } from './memory';
import { type FirstNotices, readyNotices } from './ready-notices';
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
  const react = createRoot(root);
  const draw = (notices: Notices) =>
    // At once, and not in a task of its own: the next frame has it.
    flushSync(() =>
      react.render(
        <LanguageProvider translate={translate} language={language()}>
          <Popup
            services={popupServices(notices, readPacks)}
            first={first}
            printing={location.hash === '#print'}
            atGuide={location.hash === '#guide'}
          />
        </LanguageProvider>,
      ),
    );
  const drawAll = async () => draw(noticesOf(await readPacks(), builtinShelf.system));
  const ready = await readReadyNotices(() => void drawAll());
  if (ready) {
    draw(ready.notices);
    if (ready.stamp === null) return;
    // Dexie and what is beside would run before the frame just drawn is on the screen.
    await painted();
    const beside = await readBeside(ready.stamp, ready.withBeside !== null);
    if (beside) return ready.withBeside ? draw(ready.withBeside(beside)) : undefined;
    // The packs are others than those it was made from.
    await drawAll();
  } else {
    const packs = await Promise.race([readPacks(), after(PATIENCE_FOR_PACKS)]);
    draw(noticesOf(packs ?? builtinShelf.builtin, builtinShelf.system));
    if (packs === null) await drawAll();
  }
  // Next time it shall be ready.
  askBackground({ type: 'pages.changed' }).catch(() => {});
}

const painted = () => new Promise<void>((resolve) => afterPaint(resolve, new AbortController().signal));

const after = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds));

/** null: what the first reading cannot tell (a slow disk, another version) the full store is asked. */
async function readReadyNotices(readAll: () => void): Promise<FirstNotices | null> {
  const read = await Promise.race([rows ?? null, after(PATIENCE)]);
  const today = dateIn(new Date(), builtinShelf.timeZone);
  return read && readyNotices(read, extensionVersion(), today, readAll);
}

let packs: Promise<readonly NoticePack[]> | null = null;

/** Every pack at hand, read and checked once. */
function readPacks(): Promise<readonly NoticePack[]> {
  packs ??= Promise.all([import('./added-packs'), import('./store-side')]).then(
    ([{ pageShelf }, { openStore }]) => pageShelf(openStore).packs(),
  );
  return packs;
}

/** null where the shelf is not that of the stamp, version by version; empty where nothing is beside the notice followed. */
async function readBeside(
  stamp: Pick<ReadyStamp, 'build' | 'mark'>,
  isAny: boolean,
): Promise<readonly NoticePack[] | null> {
  try {
    const { openStore } = await import('./store-side');
    const { shelf } = await openStore('real');
    if ((await shelf.trace()).mark !== stamp.mark) return null;
    return isAny ? await shelf.ready('beside', stamp) : [];
  } catch {
    // The records, read from the same database, say what is wrong with it.
    return null;
  }
}

// The other pages take what they share from this file (scripts/popup-chunk.ts), so it runs in them too.
const root = location.pathname === '/popup.html' ? document.getElementById('root') : null;
if (root) void start(root);
