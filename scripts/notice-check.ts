/**
 * `npm run -s notice:check -- FILE [--lang zh|en]`: says whether a file is a usable notice pack.
 * Exit status 0 when it is, 1 with a line for each problem (path and reason, on stdout) when it is not,
 * 2 when the command or the file is not what it takes.
 */
import { textIn } from '@/lib/locale/text';
import { readChoice, readCommandLine, runCommand, STATUS } from './notice/command-line';
import { readPackFile, sayRefused } from './notice/read-pack-file';

await runCommand('notice.command.checkUsage', async (args, t, language) => {
  const line = readCommandLine(args, { lang: 'zh' });
  readChoice(line, 'lang', ['zh', 'en']);
  const loaded = await readPackFile(line.file);
  if (!loaded.ok) {
    console.log(sayRefused(line.file, loaded, t).join('\n'));
    return STATUS.packRefused;
  }
  const { pack, ignored } = loaded;
  const fine = t('notice.command.packFine', {
    file: line.file,
    title: textIn(pack.title, language),
    documentNumber: pack.documentNumber,
    version: pack.version,
    phases: pack.phases.length,
    obligations: pack.obligations.length,
  });
  const notes =
    ignored.length > 0 ? [t('notice.command.ignored'), ...ignored.map((each) => `- ${each}`)] : [];
  console.log([fine, ...notes].join('\n'));
  return STATUS.fine;
});
