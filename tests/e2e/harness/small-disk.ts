/** A disk of a few megabytes that can be filled to the last byte: a full disk, and not a picture of one. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BALLAST = 'ballast';

export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns null where this account may not mount one (elsewhere than as root on Linux) */
  static mount(megabytes: number): SmallDisk | null {
    const folder = mkdtempSync(join(tmpdir(), 'rebind-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
        stdio: 'ignore',
      });
      return new SmallDisk(folder);
    } catch {
      rmdirSync(folder);
      return null;
    }
  }

  /** Leaves no byte free. What is in files already stays. */
  fill(): void {
    const file = openSync(join(this.folder, BALLAST), 'a');
    try {
      for (let piece = 1_000_000; piece >= 1; ) {
        try {
          writeSync(file, Buffer.alloc(piece, 1));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          piece = Math.floor(piece / 2);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  free(): void {
    rmSync(join(this.folder, BALLAST), { force: true });
  }

  /** Away with it, whoever still holds a file of it. */
  discard(): void {
    if (!existsSync(this.folder)) return;
    execFileSync('umount', ['-l', this.folder]);
    rmdirSync(this.folder);
  }
}
