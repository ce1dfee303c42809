import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { shareRecogniser } from '@/lib/content/recogniser';
import { collect } from '@/lib/page/collect';
import { read, withDays } from '@/lib/page/recognise';

/** Injected by the background into a document whose sentinel asked for it. */
export default defineUnlistedScript(() => shareRecogniser({ collect, read, withDays }));
