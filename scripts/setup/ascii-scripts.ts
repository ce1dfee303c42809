import type { Plugin } from 'vite';

/**
 * Writes what is not ASCII in our pages' scripts as escapes. A script with one Chinese letter is decoded letter by letter and
 * held at two bytes each; an ASCII one is taken as it is, which the popup's start shows (docs/decisions/022-popup-script.md).
 * Strings, regular expressions, names and untagged templates mean the same either way; a tagged template would not.
 */
export function asciiScripts(): Plugin {
  return {
    name: 'rebind:ascii-scripts',
    // After minifying, which would undo it.
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = escapeNonAscii(part.code);
      }
    },
  };
}

/** Each UTF-16 unit beyond ASCII as `\uXXXX`. */
export function escapeNonAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
