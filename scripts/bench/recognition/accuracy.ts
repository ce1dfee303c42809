/** How often each is right on labelled pages: speed without that says nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { readIndex } from '@/scripts/eval/read-pages';
import { type Label, suits } from '@/scripts/eval/score';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { say } from '@/scripts/setup/run-command.mjs';
import { BenchPage } from '../bench-page';
import type { Report } from '../figure';
import { lookOnce } from '../sentinel/watch';

/** Our own labelled pages, where no others are given. */
const OWN_PAGES = inRoot('tests', 'pages', 'set-a');

/** @param pages folder with an `index.jsonl`, as eval:pages reads it; null for our own */
export async function measureAccuracy(
  browser: Browser,
  report: Report,
  pages: string | null,
  sentinel: string,
  peers: string,
): Promise<void> {
  const folder = pages ?? OWN_PAGES;
  if (pages === null && !existsSync(folder)) {
    say('recognition-accuracy needs labelled pages: name their folder with --pages DIR.');
    return;
  }
  // Peers know neither frames nor states without a letter.
  const entries = readIndex(folder).filter(({ label, frame }) => label !== '-' && frame === null);
  say(`recognition-accuracy: ${entries.length} pages of ${folder}.`);
  const right = { sentinel: 0, fathom: 0, text: 0 };
  for (const { file, label } of entries) {
    const page = await BenchPage.open(browser, readFileSync(join(folder, file), 'utf8'));
    const { report: seen } = await lookOnce(await page.createWorld('sentinel'), sentinel);
    const world = await page.createWorld('peers');
    await world.run(`${peers};undefined`);
    const [fathom, text] = await world.run<[Label, Label]>('[rebindPeers.fathom(), rebindPeers.text()]');
    if (suits(label, seen.state)) right.sentinel += 1;
    if (fathom === label) right.fathom += 1;
    if (text === label) right.text += 1;
    await page.close();
  }
  report({
    name: 'recognition-accuracy',
    value: right.sentinel,
    unit: `of ${entries.length} pages right`,
    peers: { 'fathom-web': right.fathom, 'innerText+regexp': right.text },
  });
}
