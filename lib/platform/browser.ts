/**
 * The WebExtension API for the background and our own pages: webextension-polyfill through WXT's module
 * (a no-op where the browser has a promise API of its own). Content scripts use `native.ts` instead, to
 * stay small. Lint allows the API in this folder only.
 */
export { type Browser, browser } from 'wxt/browser';
