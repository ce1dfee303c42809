/**
 * The manifests, written out: a change of what the extension asks for or opens up is a change of this file,
 * visible in review. `docs/permissions.md` says why each is asked for.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { OFFICIAL_MATCH } from '@/lib/platform/official-site';
import { CHROMIUM_FLOOR } from '@/scripts/setup/chromium.mjs';
import { BUILDS, type Build, hasArtefact, listArtefacts, readArtefact, readManifest } from './artefact';

const OPTIONAL_HOSTS = ['*://*/*'];
const PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting'];

const PAGE_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  // For the worker and the feed that was set; every page closes it for itself (below).
  'connect-src': 'http: https:',
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
};

const SHARED_KEYS = [
  'action',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'host_permissions',
  'icons',
  'incognito',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'options_ui',
  'permissions',
  'short_name',
  'version',
];

const OWN_KEYS: Record<Build, readonly string[]> = {
  'chrome-mv3': ['minimum_chrome_version', 'storage'],
  'edge-mv3': ['minimum_chrome_version', 'storage'],
  'firefox-mv3': ['browser_specific_settings'],
};

function parsePolicy(policy: string): Record<string, string> {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources.join(' ')]));
}

describe.each(BUILDS)('manifest of %s', (build) => {
  const manifest = readManifest(build);

  it('has these keys and no other', () => {
    expect(Object.keys(manifest).sort()).toEqual([...SHARED_KEYS, ...OWN_KEYS[build]].sort());
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('asks for these permissions and no other', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual([...PERMISSIONS].sort());
    expect(manifest.host_permissions).toEqual([OFFICIAL_MATCH]);
    expect(OFFICIAL_MATCH).toBe('*://jszfcg.jsczt.cn/*');
    // What may be asked for, one host at a time, in a click.
    expect(manifest.optional_host_permissions).toEqual(OPTIONAL_HOSTS);
  });

  it('justifies each permission in docs/permissions.md', () => {
    const document = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
    const rows = [...document.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...PERMISSIONS, OFFICIAL_MATCH, ...OPTIONAL_HOSTS].sort());
  });

  it('runs only the sentinel by itself, in every frame of the official host', () => {
    const scripts = manifest.content_scripts as Record<string, unknown>[];
    expect(scripts).toHaveLength(1);
    const [sentinel] = scripts;
    expect(sentinel).toMatchObject({
      matches: [OFFICIAL_MATCH],
      all_frames: true,
      js: ['sentinel.js'],
    });
    expect(sentinel).not.toHaveProperty('world');
    expect(sentinel).not.toHaveProperty('css');
  });

  it('opens nothing to pages: no web-accessible file, no outside connection', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('lets its own pages load from the package only and connect to nothing', () => {
    const pages = listArtefacts(build).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(7);
    for (const page of pages) {
      // Before any script: what a policy's tag says holds for what comes after it.
      const [head = ''] = readArtefact(build, page).split('<script');
      expect(head, page).toContain(`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"`);
    }
    const policies = manifest.content_security_policy as Record<string, string>;
    expect(Object.keys(policies)).toEqual(['extension_pages']);
    expect(parsePolicy(policies.extension_pages ?? '')).toEqual(PAGE_POLICY);
  });

  it('describes to the browser what an administrator may set; Firefox takes no description and warns of one', () => {
    if (build === 'firefox-mv3') {
      expect(manifest).not.toHaveProperty('storage');
      return;
    }
    const { managed_schema: file } = manifest.storage as { managed_schema: string };
    const { properties } = JSON.parse(readArtefact(build, file));
    expect(Object.keys(properties)).toEqual(['noticeFeed', 'pinnedPacks', 'blockedPacks']);
  });

  it('names files that are there', () => {
    const { default_popup } = manifest.action as { default_popup: string };
    const { page } = manifest.options_ui as { page: string };
    const icons = Object.values(manifest.icons as Record<string, string>);
    expect(icons.length).toBeGreaterThanOrEqual(3);
    const scripts = (manifest.content_scripts as { js: string[] }[]).flatMap(({ js }) => js);
    for (const file of [default_popup, page, 'practice.html', ...icons, ...scripts]) {
      expect(hasArtefact(build, file.replace(/^\//, '')), file).toBe(true);
    }
  });

  it('ships no source map, no source, no test', () => {
    const strange = listArtefacts(build).filter((path) => !/\.(js|css|html|json|png|svg)$/.test(path));
    expect(strange).toEqual([]);
  });
});

describe('browser floor', () => {
  it.each(['chrome-mv3', 'edge-mv3'] as const)('drives %s', (build) => {
    expect(readManifest(build).minimum_chrome_version).toBe(String(BROWSER_FLOOR.chromium));
  });

  it('drives firefox-mv3, which declares that it collects nothing', () => {
    expect(readManifest('firefox-mv3').browser_specific_settings).toEqual({
      gecko: {
        id: 'rebind@rebind.example',
        strict_min_version: `${BROWSER_FLOOR.firefox}.0`,
        data_collection_permissions: { required: ['none'] },
      },
    });
  });

  it('is the floor the installer looks for', () => {
    expect(CHROMIUM_FLOOR).toBe(BROWSER_FLOOR.chromium);
  });
});
