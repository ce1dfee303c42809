import { createRoot } from 'react-dom/client';
import { DeskPage } from '@/components/desk/desk-page';
import { LanguageProvider } from '@/components/ui/language';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { rosterServices } from '@/entrypoints/roster/services';
import { language, translate } from '@/lib/platform/i18n';
import { copyText } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';

document.title = translate('desk.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const unit = new URLSearchParams(location.search).get('unit');

async function start(root: HTMLElement): Promise<void> {
  const packs = await pageShelf(storeKeeper({ witness })).packs();
  const services = { packs, now: () => new Date(), copyText, roster: await rosterServices() };
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <DeskPage services={services} view={unit === null ? 'code' : 'roster'} unit={unit} />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
