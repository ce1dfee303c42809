/** `npm run -s helpcode -- sample [N] | encode | decode`; see scripts/help-code/command.ts. */
import { randomInt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { createTranslate } from '@/lib/locale/translate';
import zh from '@/locales/zh_CN.json';
import { decodeLine, encodeLine, sampleStates } from './help-code/command';

// Whoever reads only the first lines closes the pipe: nothing went wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const t = createTranslate(zh);
const [verb, given = '10', ...rest] = process.argv.slice(2);
const count = Number(given);
const isSample = verb === 'sample' && Number.isSafeInteger(count) && count >= 0;
const byLine = { encode: encodeLine, decode: decodeLine }[verb ?? ''];

if (rest.length > 0 || !(isSample || (byLine && process.argv.length === 3))) {
  console.error(t('desk.code.command.usage'));
  process.exitCode = 2;
} else if (byLine) {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${byLine(line, t)}\n`);
  }
} else {
  for (const state of sampleStates(count, (size) => randomInt(size))) {
    process.stdout.write(`${JSON.stringify(state)}\n`);
  }
}
