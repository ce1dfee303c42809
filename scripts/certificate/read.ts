import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { describeCertificate } from '@/lib/certificate/reading/describe';
import type { ReadFile } from '@/lib/certificate/reading/model';
import { readCertificateFile, refuseUnread } from '@/lib/certificate/reading/read-file';
import { sayReadingError, sayReadingWarning } from '@/lib/certificate/reading/say-reading';
import type { Translate } from '@/lib/locale/translate';
import { languageOf, type Outcome, STATUS, translatorFor } from '../notice/command-line';

/**
 * Reads certificate files and answers one JSON line each, on stdout and in the order given:
 * `{file, certificates, warnings, error?}`. A file that cannot be read has an `error` and no certificates.
 *
 * @param args files, and `--lang en` for English sentences
 * @returns status 0 when every file was read, 1 when one had an error, 2 when no file was named
 */
export async function readCertificates(args: readonly string[]): Promise<Outcome> {
  const t = translatorFor(languageOf(args));
  const files = args.filter((arg, at) => !isOption(arg) && args[at - 1] !== '--lang');
  const options = args.filter((arg) => isOption(arg) && !/^--lang(=zh|=en)?$/.test(arg));
  if (files.length === 0 || options.length > 0) {
    return { status: STATUS.misused, stdout: [], stderr: [t('certificate.command.usage')] };
  }
  const lines: string[] = [];
  let failed = false;
  for (const file of files) {
    const line = await readOne(file, t);
    failed ||= line.error !== undefined;
    lines.push(JSON.stringify(line));
  }
  return { status: failed ? 1 : STATUS.fine, stdout: lines, stderr: [] };
}

function isOption(arg: string): boolean {
  return arg.startsWith('--');
}

async function readOne(file: string, t: Translate) {
  const read = await readFromDisk(file);
  if (read === null)
    return { file, certificates: [], warnings: [], error: t('certificate.command.unreadable') };
  return {
    file,
    certificates: read.certificates.map(describeCertificate),
    warnings: read.warnings.map((warning) => sayReadingWarning(warning, t)),
    ...(read.error && { error: sayReadingError(read.error, t) }),
  };
}

/** null where there is no such file, or it may not be read. */
async function readFromDisk(file: string): Promise<ReadFile | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const name = basename(file);
      return refuseUnread(name, size) ?? readCertificateFile(name, await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
