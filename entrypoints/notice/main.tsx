import { createRoot } from 'react-dom/client';
import { NoticePage } from '@/components/notice/notice-page';
import { LanguageProvider } from '@/components/ui/language';
import { builtinPacks } from '@/lib/notice/builtin';
import { language, translate } from '@/lib/platform/i18n';

document.title = translate('noticePage.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const asked = new URLSearchParams(location.search).get('pack');
const services = { packs: builtinPacks, now: () => new Date(), print: () => window.print() };

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <NoticePage services={services} {...(asked !== null && { asked })} />
    </LanguageProvider>,
  );
}
