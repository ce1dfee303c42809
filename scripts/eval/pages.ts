/** `eval:pages`: what the release makes of a folder of pages, and how often it is right. */
import { resolve } from 'node:path';
import { writeEvidences } from '@/lib/guide/evidence-words';
import { PlainError } from '@/scripts/setup/run-command.mjs';
import { readPages } from './read-pages';
import { summarise } from './score';

/**
 * Evaluates a folder: for every line of its `index.jsonl` prints what was found, then the counts. The label
 * is never seen by what is evaluated.
 *
 * @param args the folder, and `--json` (the only form there is: one JSON object a line)
 * @throws {PlainError} where folder or index can't be read
 */
export async function evaluatePages(args: readonly string[]): Promise<void> {
  const [folder, ...rest] = args.filter((arg) => arg !== '--json');
  if (folder === undefined || rest.length > 0)
    throw new PlainError('Usage: npm run -s eval:pages -- DIR [--json]');
  const scored = await readPages(resolve(folder), ({ targets, ...reading }) => {
    const because = writeEvidences(reading.evidence).map(({ zh }) => zh);
    console.log(JSON.stringify({ ...reading, because, targets }));
  });
  console.log(JSON.stringify({ summary: summarise(scored) }));
}
