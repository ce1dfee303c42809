import { createRoot } from 'react-dom/client';
import { SettingsPage } from '@/components/settings/settings';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import { settingsServices } from './services';

document.title = translate('settings.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <SettingsPage services={settingsServices()} />
    </LanguageProvider>,
  );
}
