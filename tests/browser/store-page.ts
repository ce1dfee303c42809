/** A real Chromium with a profile of its own, and a page on loopback that carries the store. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { waitUntil } from '@/tests/e2e/harness/wait-until';

/** As strict as an extension page's: a schema library that needs `eval` fails here too. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'";

async function bundleStore(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': inRoot() } },
    build: {
      write: false,
      target: `chrome${BROWSER_FLOOR.chromium}`,
      lib: { entry: inRoot('tests', 'browser', 'store-entry.ts'), formats: ['iife'], name: 'rebindEntry' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('vite built nothing');
  return chunk.code;
}

export class StoreSite {
  private constructor(
    readonly server: Server,
    readonly origin: string,
  ) {}

  static async serve(): Promise<StoreSite> {
    const script = await bundleStore();
    const server = createServer((request, response) => {
      const isScript = request.url === '/store.js';
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(
        isScript ? script : '<!doctype html><title>store</title><script src="/store.js"></script>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StoreSite(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Sends a signal; 0 only asks. @returns whether there was such a process, a zombie being none */
function signal(id: number, name: 'SIGKILL' | 0): boolean {
  try {
    process.kill(id, name);
    const state = `/proc/${id}/stat`;
    // Elsewhere than on Linux the dead are buried at once.
    return !existsSync('/proc') || !/\) Z/.test(readFileSync(state, 'utf8'));
  } catch {
    return false;
  }
}

/** One profile, over any number of lives of its browser. */
export class StoreBrowser {
  readonly profile = mkdtempSync(join(tmpdir(), 'rebind-store-'));
  #context: BrowserContext | null = null;

  constructor(readonly site: StoreSite) {}

  async launch(): Promise<void> {
    const { path } = await ensureChromium();
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: path,
      args: ['--no-sandbox'],
    });
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not running');
    return this.#context;
  }

  /** A new tab; whatever breaks its policy fails the tab's next script. */
  async openTab(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.site.origin);
    await page.waitForFunction(() => 'rebind' in window);
    return page;
  }

  cdpOf(page: Page): Promise<CDPSession> {
    return this.context.newCDPSession(page);
  }

  /**
   * SIGKILL to the browser and all its processes, among them the one that writes databases: nothing is
   * flushed, nothing closed. Resolves once all are gone: two browsers on one profile would be another test.
   */
  async kill(): Promise<void> {
    const browser = this.context.browser();
    if (!browser) throw new Error('Playwright gave no browser for the persistent context');
    const cdp = await browser.newBrowserCDPSession();
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('Chromium named no browser process');
    const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
    const all = [main.id, ...processInfo.map(({ id }) => id).filter((id) => id !== main.id)];
    for (const id of all) signal(id, 'SIGKILL');
    await gone;
    await waitUntil(
      'every process of the killed browser to be gone',
      async () => all.filter((id) => signal(id, 0)),
      (left) => left.length === 0,
    );
    await this.context.close().catch(() => undefined);
    this.#context = null;
  }

  /** Ends the browser in good order; the profile stays. */
  async end(): Promise<void> {
    await this.context.close();
    this.#context = null;
  }

  async discard(): Promise<void> {
    await this.#context?.close().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
