import type { BrowserVersion } from './browser';
import type { Finding, Line, PageReading } from './model';

/**
 * Chromium asks from here on before a public page may reach this computer (Chrome 142, October 2025); pages
 * on http are refused with no prompt.
 */
export const ASKS_FROM = 142;

const POLICIES: Line = {
  key: 'environment.access.policies',
  params: { local: 'LocalNetworkAccessAllowedForUrls', loopback: 'LoopbackNetworkAllowedForUrls' },
};

function access(tone: Finding['tone'], key: Line['key'], known: Finding['known'], cures: Line[]): Finding {
  return { id: 'access', known, tone, say: { key }, cures };
}

/** The current name's answer, else the earlier one's. */
export function answerOf({
  loopbackNetwork,
  localNetworkAccess,
}: PageReading): PageReading['loopbackNetwork'] {
  return loopbackNetwork === 'unsupported' ? localNetworkAccess : loopbackNetwork;
}

/**
 * Whether the browser lets this page reach an assistant on this computer, as far as it tells. On http every
 * name answers "denied" with no prompt ever shown, so nobody is said to have refused anything.
 */
export function checkAccess(browser: BrowserVersion, page: PageReading | null): Finding {
  if (!page) return access('ask', 'environment.access.noPage', 'unknown', []);
  if (browser.engine !== 'chromium' || browser.version === null) {
    return access('ask', 'environment.access.otherEngine', 'unknown', []);
  }
  const answer = answerOf(page);
  if (browser.version < ASKS_FROM && answer === 'unsupported') {
    return access('ok', 'environment.access.noGate', 'seen', []);
  }
  if (page.protocol === 'http:') {
    return access('caution', 'environment.access.http', 'seen', [
      { key: 'environment.access.httpsAddress' },
      POLICIES,
    ]);
  }
  if (page.protocol !== 'https:' || answer === 'unsupported') {
    return access('ask', 'environment.access.unknown', 'unknown', []);
  }
  if (answer === 'granted') return access('ok', 'environment.access.granted', 'seen', []);
  if (answer === 'prompt') return access('ask', 'environment.access.prompt', 'seen', []);
  return access('caution', 'environment.access.denied', 'seen', [
    { key: 'environment.access.siteSettings' },
    POLICIES,
  ]);
}
