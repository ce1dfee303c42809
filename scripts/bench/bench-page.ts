/** Pages that are measured: real Chromium, a fresh renderer each, scripts in isolated worlds like content scripts. */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { IsolatedWorld } from '@/scripts/setup/isolated-world';

/** Answered by the bench itself; nothing is looked up. */
const ADDRESS = 'http://bench.example/';

export async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const { path } = await ensureChromium();
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

export class BenchPage {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
  ) {}

  /** Opens a document in a context, and so a renderer, of its own; it is drawn when this returns. */
  static async open(browser: Browser, html: string): Promise<BenchPage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(`${ADDRESS}**`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(ADDRESS);
    const opened = new BenchPage(page, await context.newCDPSession(page));
    await opened.drawn();
    return opened;
  }

  /** Waits for two frames: what is pending is styled, laid out and painted. */
  drawn(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
  }

  createWorld(name: string): Promise<IsolatedWorld> {
    return IsolatedWorld.open(this.page, name);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
