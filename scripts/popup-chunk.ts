/** What the bundler knows of a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * How our own pages are cut into files: what the popup starts with is one file, itself included, and the other pages
 * take from it what they share. By who shares what it came as nine, and asking for nine takes longer than running
 * them; four were still slower than one (`npm run bench -- popup`). So `entrypoints/popup/main.tsx` runs in every page
 * and has to ask which it is in.
 *
 * @param popup path of its page
 */
export function popupStartGroup(popup: string) {
  let known: ReadonlySet<string> | null = null;
  return {
    minShareCount: 1,
    // What a module imports is in the set already; what it loads later stays apart.
    includeDependenciesRecursively: false,
    name(id: string, modules: Modules): string | null {
      known ??= reach(popup, modules);
      return known.has(id) ? 'popup' : null;
    },
  };
}

/** Modules and all they import, directly or through others, but not by `import()`. */
function reach(entry: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([entry]);
  // A set grows while it is walked.
  for (const id of found) for (const each of modules.getModuleInfo(id)?.importedIds ?? []) found.add(each);
  return found;
}
