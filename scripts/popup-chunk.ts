/** What the bundler knows of a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const NAME = 'popup-start';

/**
 * How our own pages are cut into files: what the popup starts with and other pages use too goes into one. By who
 * shares what it came as nine, and asking for nine takes longer than running them (`npm run bench -- popup`).
 *
 * @param entry path of the popup’s page
 */
export function popupStartGroup(entry: string) {
  let start: ReadonlySet<string> | null = null;
  return {
    minShareCount: 2,
    // What a module imports is in the set already; what it loads later stays apart.
    includeDependenciesRecursively: false,
    name(id: string, modules: Modules): string | null {
      start ??= reach(entry, modules);
      return start.has(id) ? NAME : null;
    },
  };
}

/** A module and all it imports, directly or through others, but not by `import()`. */
function reach(entry: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([entry]);
  // A set grows while it is walked.
  for (const id of found) for (const each of modules.getModuleInfo(id)?.importedIds ?? []) found.add(each);
  return found;
}
