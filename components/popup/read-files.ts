import { type Candidate, findCandidates } from '@/lib/certificate/adoption/candidate';
import type { ReadCertificate, ReadingError, ReadingWarning } from '@/lib/certificate/reading/model';
import type { NoticePack } from '@/lib/notice/model';

export interface FileReading {
  readonly files: readonly {
    /** Files of two folders may have one name. */
    readonly id: number;
    readonly name: string;
    readonly error: ReadingError | 'unreadable' | null;
    readonly warnings: readonly ReadingWarning[];
  }[];
  readonly candidates: readonly Candidate[];
}

/**
 * Reads files that a person gave. The reader is loaded now and not before; nothing is kept. Never rejects: what
 * cannot be read is said file by file.
 */
export async function readFiles(
  files: readonly File[],
  pack: Pick<NoticePack, 'certificates' | 'timeZone'>,
): Promise<FileReading> {
  const reader = await import('@/lib/certificate/reading/read-file');
  const results: FileReading['files'][number][] = [];
  const certificates: ReadCertificate[] = [];
  for (const [id, file] of files.entries()) {
    try {
      const read =
        reader.refuseUnread(file.name, file.size) ??
        reader.readCertificateFile(file.name, new Uint8Array(await file.arrayBuffer()));
      results.push({ id, name: file.name, error: read.error, warnings: read.warnings });
      certificates.push(...read.certificates);
    } catch {
      // Removed meanwhile, a folder, no permission.
      results.push({ id, name: file.name, error: 'unreadable', warnings: [] });
    }
  }
  const candidates = await findCandidates(certificates, pack.certificates, pack.timeZone, sha256);
  return { files: results, candidates };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
