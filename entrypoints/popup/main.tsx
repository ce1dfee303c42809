import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/popup';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import { popupServices } from './services';

document.title = translate('ui.productName');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const services = popupServices();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <Popup services={services} />
    </LanguageProvider>,
  );
}
