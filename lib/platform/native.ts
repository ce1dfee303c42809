import type { Browser } from 'wxt/browser';

type Api = typeof Browser;

/**
 * The browser's own API object, without the polyfill: MV3 in Chromium and Firefox both speak promises.
 * Content scripts import this, since the polyfill would double the sentinel.
 */
export function nativeApi(): Api {
  const scope = globalThis as { browser?: Api; chrome?: Api };
  const api = scope.browser?.runtime ? scope.browser : scope.chrome;
  if (!api) throw new Error('platform: no WebExtension API here');
  return api;
}
