import { createRoot } from 'react-dom/client';
import { SheetPage } from '@/components/sheet/sheet-page';
import { LanguageProvider } from '@/components/ui/language';
import { pageShelf } from '@/entrypoints/popup/added-packs';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { dateIn } from '@/lib/notice/days';
import { language, translate } from '@/lib/platform/i18n';
import { witness } from '@/lib/platform/witness';
import { storeKeeper } from '@/lib/store/keeper';

document.title = translate('sheet.title');
document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';

const query = new URLSearchParams(location.search);
const asked = {
  pack: query.get('pack'),
  audience: query.get('audience'),
  level: query.get('level'),
  guide: query.get('guide'),
  date: query.get('date'),
};

async function start(root: HTMLElement): Promise<void> {
  const shelf = pageShelf(storeKeeper({ witness }));
  const all = await shelf.packs();
  const today = asked.date ?? dateIn(new Date(), shelf.timeZone);
  const followed = noticeToFollow(all, { today, system: shelf.system });
  const packs = [followed, ...all.filter(({ id }) => id !== followed.id)];
  const services = { packs, now: () => new Date(), print: () => window.print() };
  createRoot(root).render(
    <LanguageProvider translate={translate} language={language()}>
      <SheetPage services={services} asked={asked} />
    </LanguageProvider>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
