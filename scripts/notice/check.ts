import { textIn } from '@/lib/locale/text';
import { type Command, type Outcome, readChoice, readCommandLine, runCommand, STATUS } from './command-line';
import { readPackFile, sayRefused, sayUnnamed } from './read-pack-file';

const check: Command = async (args, t, language) => {
  const line = readCommandLine(args, { lang: 'zh' });
  readChoice(line, 'lang', ['zh', 'en']);
  const loaded = await readPackFile(line.file);
  if (!loaded.ok) return { status: STATUS.packRefused, stdout: sayRefused(line.file, loaded, t), stderr: [] };
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
  return { status: STATUS.fine, stdout: [fine, ...notes, ...sayUnnamed(pack, t)], stderr: [] };
};

/**
 * Says whether a file is a usable notice pack. Status 0 when it is, 1 with a line for each problem (path and
 * reason, on stdout) when it is not, 2 when the command or the file is not what it takes.
 */
export function checkNotice(args: readonly string[]): Promise<Outcome> {
  return runCommand(check, 'notice.command.checkUsage', args);
}
