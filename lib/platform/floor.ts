/**
 * The browser floor, the one place that holds it (design.md §9). It drives `minimum_chrome_version`,
 * Firefox's `strict_min_version`, and the JavaScript and CSS build targets.
 * Chromium 109 is Windows 7's last; Firefox ESR 128 is the oldest ESR we support.
 */
export const BROWSER_FLOOR = { chromium: 109, firefox: 128 } as const;
