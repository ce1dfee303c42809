import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textIn } from '@/lib/locale/text';
import {
  type Command,
  Misuse,
  type Outcome,
  readChoice,
  readCommandLine,
  runCommand,
  STATUS,
} from './command-line';
import { readPrivateKey, writeNewKey } from './key-file';
import { readPackFile, sayRefused, sayUnnamed } from './read-pack-file';
import { signPack } from './signing';

const MOST_FILES = 200;

const signNotices: Command = async (args, t, language) => {
  const line = readCommandLine(args, { key: '~/rebind-key.pem', out: 'feed', lang: 'zh' }, MOST_FILES);
  readChoice(line, 'lang', ['zh', 'en']);
  const [first, keyFile] = line.files;
  if (first === 'new-key') {
    if (!keyFile)
      throw new Misuse('notice.command.noValue', { option: 'new-key', example: '~/rebind-key.pem' });
    return { status: STATUS.fine, stdout: await writeNewKey(keyFile, t), stderr: [] };
  }
  const { key, out } = line.options;
  if (!key) throw new Misuse('notice.command.noKey');
  const pem = await readPrivateKey(key);
  const folder = out ?? '.';
  await mkdir(folder, { recursive: true });
  const said: string[] = [];
  for (const file of line.files) {
    const loaded = await readPackFile(file);
    if (!loaded.ok) {
      return { status: STATUS.packRefused, stdout: [...said, ...sayRefused(file, loaded, t)], stderr: [] };
    }
    // What is signed is read by clients of every age.
    const unnamed = sayUnnamed(loaded.pack, t);
    if (unnamed.length > 0) {
      const stdout = [...said, `${file}: ${unnamed.join(' ')}`];
      return { status: STATUS.packRefused, stdout, stderr: [] };
    }
    const { id, version, title } = loaded.pack;
    const target = join(folder, `${id}-${version}.jws`);
    const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
    await writeFile(target, await signPack(text, pem));
    said.push(t('notice.command.signed', { title: textIn(title, language), version, file: target }));
  }
  return { status: STATUS.fine, stdout: said, stderr: [] };
};

/** Makes a key pair, or signs packs: each becomes `<id>-<version>.jws` in the folder given. */
export function signNotice(args: readonly string[]): Promise<Outcome> {
  return runCommand(signNotices, 'notice.command.signUsage', args);
}
