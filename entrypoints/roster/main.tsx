import { createRoot } from 'react-dom/client';
import { RosterPanel } from '@/components/desk/roster/roster-panel';
import { LanguageProvider } from '@/components/ui/language';
import { language, translate } from '@/lib/platform/i18n';
import { rosterServices } from './services';

document.title = translate('roster.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const open = new URLSearchParams(location.search).get('unit');
async function start(root: HTMLElement): Promise<void> {
  const services = await rosterServices();
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <main className="roster-page">
        <h1>{translate('roster.title')}</h1>
        <RosterPanel services={services} open={open} />
      </main>
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
