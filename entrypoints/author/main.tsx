import { createRoot } from 'react-dom/client';
import { AuthorPage } from '@/components/author/author-page';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import { authorServices } from './services';

document.title = translate('author.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <AuthorPage services={authorServices()} />
    </LanguageProvider>,
  );
}
