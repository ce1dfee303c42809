/** Reads what `npm run build` left in .output. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUTPUT = fileURLToPath(new URL('../../.output', import.meta.url));

export const BUILDS = ['chrome-mv3', 'edge-mv3', 'firefox-mv3'] as const;
export type Build = (typeof BUILDS)[number];

/** @param path inside the build's folder */
export function readArtefact(build: Build, path: string): string {
  return readFileSync(join(OUTPUT, build, path), 'utf8');
}

export function hasArtefact(build: Build, path: string): boolean {
  return existsSync(join(OUTPUT, build, path));
}

/** Every file of a build, with `/` between folders. */
export function listArtefacts(build: Build): string[] {
  const folder = join(OUTPUT, build);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Files whose text a browser runs or shows. */
export function listTexts(build: Build): string[] {
  return listArtefacts(build).filter((path) => /\.(js|css|html|json|svg)$/.test(path));
}

export function readManifest(build: Build): Record<string, unknown> {
  return JSON.parse(readArtefact(build, 'manifest.json')) as Record<string, unknown>;
}
