import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  FEED_FORMAT,
  type FeedIndex,
  type FeedKey,
  INDEX_TYPE,
  type IndexEntry,
  LARGEST_INDEX,
  MOST_PACKS,
  PACK_TYPE,
} from '@/lib/feed/model';
import { indexSchema } from '@/lib/feed/schema';
import { sha256Of, verifySigned } from '@/lib/feed/verify';
import { loadPack } from '@/lib/notice/load';
import {
  type Command,
  Misuse,
  type Outcome,
  readChoice,
  readCommandLine,
  runCommand,
  STATUS,
} from './command-line';
import { readPrivateKey, sayPublicKey } from './key-file';
import { sayRefused } from './read-pack-file';
import { publicKeyOf, signIndex } from './signing';

const INDEX_FILE = 'index.jws';
const USUAL_DAYS = 30;
const MOST_DAYS = 400;
const DAY = 24 * 60 * 60 * 1000;

interface Entry {
  readonly entry: IndexEntry;
  readonly title: string;
}

async function readSigned(folder: string, file: string, key: FeedKey, t: Parameters<Command>[1]) {
  const signed = await readFile(join(folder, file), 'utf8');
  const verified = await verifySigned(signed, [key], PACK_TYPE);
  // An earlier key's: it has to be signed anew before the index can name it.
  if (!verified.ok) throw new Misuse('notice.command.packNotSigned', { file });
  const loaded = loadPack(verified.text);
  if (!loaded.ok) return { refused: sayRefused(file, loaded, t) };
  const { id, version, title } = loaded.pack;
  const entry: IndexEntry = { id, version, file, sha256: await sha256Of(signed) };
  return { entry, title: title.zh };
}

/** The serial of the index that is there, if its signature is ours; 0: there is none. */
async function serialThere(folder: string, key: FeedKey): Promise<number> {
  const signed = await readFile(join(folder, INDEX_FILE), 'utf8').catch(() => '');
  const verified = await verifySigned(signed, [key], INDEX_TYPE);
  if (!verified.ok) return 0;
  const index = indexSchema.safeParse(JSON.parse(verified.text));
  return index.success ? index.data.serial : 0;
}

function readDays(asked: string | undefined): number {
  const days = asked === undefined ? USUAL_DAYS : Number(asked);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new Misuse('notice.command.badDays', { found: asked ?? '', most: MOST_DAYS });
}

/** @param now the instant the index is issued; its seconds are the serial, so that none is lost with the folder */
export const buildFeed =
  (now: () => Date): Command =>
  async (args, t) => {
    const line = readCommandLine(args, { key: '~/rebind-key.pem', days: String(USUAL_DAYS), lang: 'zh' });
    readChoice(line, 'lang', ['zh', 'en']);
    const days = readDays(line.options.days);
    if (!line.options.key) throw new Misuse('notice.command.noKey');
    const pem = await readPrivateKey(line.options.key);
    const key = publicKeyOf(pem);
    const folder = line.file;
    const names = await readdir(folder).catch(() => {
      throw new Misuse('notice.command.fileMissing', { file: folder });
    });
    const found: Entry[] = [];
    for (const file of names.filter((name) => name.endsWith('.jws') && name !== INDEX_FILE).sort()) {
      const read = await readSigned(folder, file, key, t);
      if ('refused' in read) return { status: STATUS.packRefused, stdout: read.refused, stderr: [] };
      found.push(read);
    }
    if (found.length === 0) throw new Misuse('notice.command.noSignedPacks', { folder });
    const at = now();
    const index: FeedIndex = {
      format: FEED_FORMAT,
      serial: Math.max((await serialThere(folder, key)) + 1, Math.floor(at.getTime() / 1000)),
      issuedAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + days * DAY).toISOString(),
      packs: found.map(({ entry }) => entry),
    };
    const signed = await signIndex(index, pem);
    if (index.packs.length > MOST_PACKS || signed.length > LARGEST_INDEX) {
      throw new Misuse('notice.command.feedTooLarge', { most: MOST_PACKS });
    }
    // Whole or not at all: a computer may ask at this very moment.
    const fresh = join(folder, `${INDEX_FILE}.new`);
    await writeFile(fresh, signed);
    await rename(fresh, join(folder, INDEX_FILE));
    const until = index.expiresAt.slice(0, 10);
    return {
      status: STATUS.fine,
      stdout: [
        t('notice.command.feedMade', { file: join(folder, INDEX_FILE), serial: index.serial, until }),
        ...found.map(({ entry: { id, version, file }, title }) => `- ${id} ${version}  ${file}  ${title}`),
        ...(await sayPublicKey(pem, t)),
      ],
      stderr: [],
    };
  };

/** Builds the signed index over the signed packs of a folder. */
export function makeFeed(args: readonly string[], now: () => Date = () => new Date()): Promise<Outcome> {
  return runCommand(buildFeed(now), 'notice.command.feedUsage', args);
}
