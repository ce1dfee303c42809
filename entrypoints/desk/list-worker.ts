/** Reads one list beside the page, which stays free meanwhile. */
import { tellList } from '@/lib/desk/roster/list-messages';
import type { ListRequest } from '@/lib/desk/roster/read-list';

addEventListener(
  'message',
  ({ data }: MessageEvent<ListRequest>) => void tellList(data, (message) => postMessage(message)),
  { once: true },
);
