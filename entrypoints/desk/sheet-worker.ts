/** Writes one workbook beside the page, which stays free meanwhile: of a hundred thousand units it takes ten seconds. */
import { HeardSheets, type SheetMessage } from '@/lib/desk/roster/sheet-messages';
import { writeWorkbook } from '@/lib/desk/roster/workbook';

const heard = new HeardSheets();

addEventListener('message', ({ data }: MessageEvent<SheetMessage>) => {
  const sheets = heard.hear(data);
  if (!sheets) return;
  writeWorkbook(sheets).then(
    (blob) => postMessage(blob),
    () => postMessage(null),
  );
});
