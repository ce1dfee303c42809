import { createRoot } from 'react-dom/client';
import { DeskPage, isDeskView } from '@/components/desk/desk-page';
import { LanguageProvider } from '@/components/ui/language';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { countCall } from '@/lib/desk/caller/call-note';
import { language, translate } from '@/lib/platform/i18n';
import { copyText } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';
import { rosterServices } from './roster';
import { teachServices } from './teach';

document.title = translate('desk.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

/** `?view=roster`, `?view=roster&unit=…`: for links from elsewhere in the product. */
const asked = new URLSearchParams(location.search);
const view = asked.get('view') ?? '';
const unit = asked.get('unit');

async function start(root: HTMLElement): Promise<void> {
  const roster = await rosterServices();
  const open = storeKeeper({ witness });
  const others = await pageShelf(open).packs();
  // The notice that is followed is made of several; it stands in for the pack whose name it bears.
  const packs = [roster.pack, ...others.filter(({ id }) => id !== roster.pack.id)];
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <DeskPage
        services={{
          packs,
          now: roster.now,
          copyText,
          roster,
          teach: teachServices(open, roster.pack),
          readTally: async () => (await open('real')).settings.get('callTally'),
          countCall: async (...call) =>
            (await open('real')).settings.change('callTally', (tally) => countCall(tally, ...call)),
        }}
        view={isDeskView(view) ? view : 'code'}
        unit={unit}
      />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
