/** What the spreadsheet libraries take from fflate, without its workers (scripts/setup/zip-without-workers.ts). */
import { type UnzipOptions, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';

export { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

type Done<T> = (error: Error | null, result: T) => void;

export function zip(files: Zippable, done: Done<Uint8Array>): void {
  answer(() => zipSync(files), done);
}

export function unzip(
  archive: Uint8Array,
  options: UnzipOptions | Done<Unzipped>,
  done?: Done<Unzipped>,
): void {
  if (typeof options === 'function') answer(() => unzipSync(archive), options);
  else if (done) answer(() => unzipSync(archive, options), done);
}

function answer<T>(work: () => T, done: Done<T>): void {
  let result: T;
  try {
    result = work();
  } catch (error) {
    done(error as Error, undefined as T);
    return;
  }
  done(null, result);
}
