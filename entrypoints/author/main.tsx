import { createRoot } from 'react-dom/client';
import { AuthorPage } from '@/components/author/author-page';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import { authorServices } from './services';

document.title = translate('author.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

async function start(root: HTMLElement): Promise<void> {
  const services = await authorServices();
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <AuthorPage services={services} />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
