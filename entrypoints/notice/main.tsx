import { createRoot } from 'react-dom/client';
import { NoticePage } from '@/components/notice/notice-page';
import { LanguageProvider } from '@/components/ui/language';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { dateIn } from '@/lib/notice/days';
import { language, translate } from '@/lib/platform/i18n';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';

document.title = translate('noticePage.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const asked = new URLSearchParams(location.search).get('pack');

async function start(root: HTMLElement): Promise<void> {
  const shelf = pageShelf(storeKeeper({ witness }));
  const all = await shelf.packs();
  // First the notice that is followed today, later ones worked in; then every pack by itself.
  const followed = noticeToFollow(all, { today: dateIn(new Date(), shelf.timeZone), system: shelf.system });
  const packs = [followed, ...all.filter(({ id }) => id !== followed.id)];
  const kept = [...new Set([...shelf.builtin, ...all])];
  const services = { packs, kept, now: () => new Date(), print: () => window.print() };
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <NoticePage services={services} {...(asked !== null && { asked })} />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
