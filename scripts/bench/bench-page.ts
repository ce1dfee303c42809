/** Pages that are measured: real Chromium, a fresh renderer each, scripts in isolated worlds like content scripts. */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';

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

/** An isolated world of the page's document: it shares the DOM with the page, and none of its scripts. */
export class World {
  constructor(
    private readonly session: CDPSession,
    private readonly context: number,
  ) {}

  /** Waits for two frames: what is pending is styled, laid out and painted. */
  drawn(): Promise<unknown> {
    return this.run(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))',
    );
  }

  /** Evaluates text, waits for its promise, and returns its value as JSON. */
  async run<T = unknown>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      contextId: this.context,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
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

  async createWorld(name: string): Promise<World> {
    const { frameTree } = await this.session.send('Page.getFrameTree');
    const { executionContextId } = await this.session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: name,
    });
    return new World(this.session, executionContextId);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
