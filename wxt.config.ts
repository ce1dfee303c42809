import { createRequire } from 'node:module';
import { mergeConfig, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { BROWSER_FLOOR } from './lib/platform/floor';
import { OFFICIAL_MATCH } from './lib/platform/official-site';
import { REACH_CARD_COMMAND } from './lib/platform/reach-card-command';
import { popupStartGroup } from './scripts/popup-chunk';
import { asciiScripts } from './scripts/setup/ascii-scripts';
import { renderCardByPreact } from './scripts/setup/card-renderer';
import { zipWithoutWorkers } from './scripts/setup/zip-without-workers';

const require = createRequire(import.meta.url);

/**
 * WXT's polyfill module points every `wxt/browser` at webextension-polyfill, WXT's own content-script
 * wrapper included, which would put 10 kB into the sentinel. Only our platform folder wants it.
 */
function nativeBrowserInWxtRuntime(): Plugin {
  return {
    name: 'rebind:native-browser-in-wxt-runtime',
    enforce: 'pre',
    resolveId(source, importer) {
      const fromWxt = importer?.includes('/node_modules/wxt/') || importer?.includes('virtual:wxt');
      // By the time we are asked, the module's alias has been applied.
      const wanted = source === 'wxt/browser' || source === '@wxt-dev/webextension-polyfill/browser';
      return wanted && fromWxt ? require.resolve('@wxt-dev/browser') : null;
    },
  };
}

const targets = [`chrome${BROWSER_FLOOR.chromium}`, `firefox${BROWSER_FLOOR.firefox}`];

export default defineConfig({
  imports: false,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [nativeBrowserInWxtRuntime(), zipWithoutWorkers()],
    // The worker that reads lists; what it needs is built apart from the page's.
    worker: { format: 'es', plugins: () => [zipWithoutWorkers()] },
    build: { target: targets, cssTarget: targets },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'guide')) {
        config.plugins = [...(config.plugins ?? []), renderCardByPreact()];
      }
      const popup = entrypoints.find(({ name }) => name === 'popup')?.inputPath;
      if (!popup) return;
      config.plugins = [...(config.plugins ?? []), asciiScripts()];
      const output = { codeSplitting: { groups: [popupStartGroup(popup)] } };
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output } });
    },
    'build:manifestGenerated': (_, manifest) => {
      // The sentinel is a plain script, not a WXT content script: WXT's wrapper dispatches events on the
      // page's document, can be ended by a page that repeats them (issue 4), and costs 1.2 kB of the 8.
      manifest.content_scripts = [
        {
          matches: [OFFICIAL_MATCH],
          all_frames: true,
          // about:blank and srcdoc frames inherit their origin from the page around them.
          match_origin_as_fallback: true,
          run_at: 'document_idle',
          js: ['sentinel.js'],
        },
      ];
    },
  },
  manifest: ({ browser, manifestVersion }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Rebind',
    description: '__MSG_extension_description__',
    default_locale: 'zh_CN',
    // A private window is neither read nor recorded (docs/decisions/025-private-windows.md).
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting'],
    host_permissions: [OFFICIAL_MATCH],
    // Never asked for whole: one host at a time, from a click (docs/decisions/020-feed.md, docs/permissions.md).
    optional_host_permissions: ['*://*/*'],
    action: { default_title: '__MSG_extension_name__' },
    commands: REACH_CARD_COMMAND,
    content_security_policy:
      manifestVersion === 3
        ? {
            // Every page closes connect-src for itself (entrypoints/*/index.html): what is open here is open for the
            // worker alone, which asks the feed that was set, and nobody else (docs/decisions/020-feed.md).
            extension_pages:
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src http: https:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
          }
        : undefined,
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-storage.json' } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'rebind@rebind.example',
              strict_min_version: `${BROWSER_FLOOR.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: String(BROWSER_FLOOR.chromium) }),
  }),
});
