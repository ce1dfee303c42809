/** What the bundler knows of a module. */
interface Modules {
  getModuleInfo(
    id: string,
  ): { readonly importedIds: readonly string[]; readonly importers: readonly string[] } | null;
}

/**
 * How our own pages are cut into files: what the popup starts with and others use too goes into two, one of which the
 * background takes part in and which therefore holds nothing of a page. By who shares what it came as
 * nine, and asking for nine takes longer than running them (`npm run bench -- popup`).
 *
 * @param popup path of its page
 * @param background path of its first module
 */
export function popupStartGroup(popup: string, background: string) {
  let known: { readonly popup: ReadonlySet<string>; readonly background: ReadonlySet<string> } | null = null;
  return {
    minShareCount: 2,
    // What a module imports is in the set already; what it loads later stays apart.
    includeDependenciesRecursively: false,
    name(id: string, modules: Modules): string | null {
      // WXT wraps the background into a module of its own, which brings more.
      const wrappers = modules.getModuleInfo(background)?.importers ?? [];
      known ??= {
        popup: reach([popup], modules),
        background: reach([background, ...wrappers], modules),
      };
      if (!known.popup.has(id)) return null;
      return known.background.has(id) ? 'start-anywhere' : 'start-page';
    },
  };
}

/** Modules and all they import, directly or through others, but not by `import()`. */
function reach(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set(entries);
  // A set grows while it is walked.
  for (const id of found) for (const each of modules.getModuleInfo(id)?.importedIds ?? []) found.add(each);
  return found;
}
