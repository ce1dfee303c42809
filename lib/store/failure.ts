import { StoreFailure, type StoreFailureKind } from './model';

/** Names of the errors IndexedDB and Dexie raise (W3C IndexedDB 3.0, "Exceptions"; Dexie adds its own). */
const KIND_OF_NAME: Readonly<Record<string, StoreFailureKind>> = {
  VersionError: 'newer-version',
  QuotaExceededError: 'quota',
  // Chromium: the backing store cannot be read. Firefox: the same, and a profile on a read-only disk.
  UnknownError: 'corrupted',
  NotReadableError: 'corrupted',
  NotFoundError: 'corrupted',
  SchemaDiffError: 'corrupted',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  MissingAPIError: 'refused',
  // Firefox with storage switched off, or in a private window of an older version.
  InvalidStateError: 'refused',
};

const CLOSED_NAMES = ['DatabaseClosedError', 'InvalidStateError'];

/** The error, then the errors it wraps: Dexie keeps the engine's own in `inner`. */
function* chainOf(error: unknown): Generator<{ readonly name: string; readonly message: string }> {
  const seen = new Set<unknown>();
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && !seen.has(current)) {
    seen.add(current);
    const message = 'message' in current && typeof current.message === 'string' ? current.message : '';
    if ('name' in current && typeof current.name === 'string') yield { name: current.name, message };
    current = 'inner' in current ? current.inner : 'cause' in current ? current.cause : null;
  }
}

/**
 * What went wrong, in the words the interface has sentences for. The innermost known error decides, since
 * an AbortError around a QuotaExceededError is a full disk.
 */
export function toStoreFailure(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  if (isFullDisk(error)) return new StoreFailure('quota', { cause: error });
  let kind: StoreFailureKind = 'unknown';
  for (const { name } of chainOf(error)) {
    if (Object.hasOwn(KIND_OF_NAME, name)) kind = KIND_OF_NAME[name] ?? kind;
  }
  return new StoreFailure(kind, { cause: error });
}

/**
 * Whether the disk is full, in Chromium's words: it calls that `UnknownError`, as it does a damaged file, and says why in
 * the message alone (measured on Chromium 156, docs/decisions/004-store.md).
 */
export function isFullDisk(error: unknown): boolean {
  for (const { message } of chainOf(error))
    if (/NO_SPACE|full disk|disk (?:is )?full/i.test(message)) return true;
  return false;
}

/** Whether the engine undid a transaction without a word of ours. */
export function isUndone(error: unknown): boolean {
  for (const { name } of chainOf(error)) if (name === 'AbortError') return true;
  return false;
}

/** Whether the connection was gone before the work began, so that nothing of it can have been written. */
export function isConnectionClosed(error: unknown): boolean {
  for (const { name } of chainOf(error)) if (CLOSED_NAMES.includes(name)) return true;
  return false;
}
