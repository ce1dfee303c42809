import { createRoot } from 'react-dom/client';
import { DeskPage } from '@/components/desk/desk-page';
import { LanguageProvider } from '@/components/ui/language';
import { rosterServices } from '@/entrypoints/roster/services';
import { builtinPacks } from '@/lib/notice/builtin';
import { language, translate } from '@/lib/platform/i18n';
import { copyText } from '@/lib/platform/save-file';

document.title = translate('desk.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const unit = new URLSearchParams(location.search).get('unit');
const services = { packs: builtinPacks, now: () => new Date(), copyText, roster: rosterServices() };

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <DeskPage services={services} view={unit === null ? 'code' : 'roster'} unit={unit} />
    </LanguageProvider>,
  );
}
