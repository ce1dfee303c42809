interface LockEntry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}
export function findDifference(
  wanted: Readonly<Record<string, LockEntry>> | null,
  installed: Readonly<Record<string, LockEntry>> | null,
): string | null;
export function ensureDependencies(): Promise<void>;
