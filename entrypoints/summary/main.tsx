import { createRoot } from 'react-dom/client';
import { noticesOf } from '@/components/popup/notices';
import { SummaryPage } from '@/components/summary/summary-page';
import { LanguageProvider } from '@/components/ui/language';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { popupServices } from '@/entrypoints/popup/services';
import { language, translate } from '@/lib/platform/i18n';
import { saveFile } from '@/lib/platform/save-file';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';

document.title = translate('popup.summary.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const asked = new URLSearchParams(location.search);

async function start(root: HTMLElement): Promise<void> {
  const shelf = pageShelf(storeKeeper({ witness }));
  const known = noticesOf(await shelf.packs(), shelf.system);
  const { pack, notices, now, watch, saveRescue } = popupServices(known, () => shelf.packs());
  const services = {
    pack,
    notices,
    now,
    watch,
    saveRescue,
    print: () => window.print(),
    saveText: (name: string, text: string) => saveFile(name, 'text/plain;charset=utf-8', text),
  };
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <SummaryPage
        subject={asked.get('subject') ?? ''}
        guide={asked.get('guide') ?? ''}
        services={services}
      />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
