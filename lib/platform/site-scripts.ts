import { browser } from './browser';

const ID = 'added-sites';
const FILE = 'sentinel.js';

/**
 * Has the sentinel run on these sites, as it does on the official one, and on no others. Does nothing where that is so
 * already. Registering without the host's permission would fail silently: callers ask first.
 */
export async function watchSites(patterns: readonly string[]): Promise<void> {
  const { scripting } = browser;
  const known = await scripting.getRegisteredContentScripts({ ids: [ID] });
  const matches = [...patterns].sort();
  if (JSON.stringify(known[0]?.matches ?? []) === JSON.stringify(matches)) return;
  if (known.length > 0) await scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return;
  const script = { id: ID, matches, js: [FILE], allFrames: true, runAt: 'document_idle' } as const;
  const shape = { ...script, matches: [...matches], js: [...script.js], persistAcrossSessions: true };
  try {
    await scripting.registerContentScripts([{ ...shape, matchOriginAsFallback: true }]);
  } catch {
    // Chromium before 119 knows no such member; about:blank frames then stay without.
    await scripting.registerContentScripts([shape]);
  }
}
