/** Scripts in an isolated world of a document: they share the DOM with the page, and none of its scripts. */
import type { CDPSession, Frame, Page } from '@playwright/test';

export class IsolatedWorld {
  private constructor(
    readonly session: CDPSession,
    readonly context: number,
  ) {}

  /** @param frame one of the page's own process; the top one by default */
  static async open(page: Page, name: string, frame: Frame = page.mainFrame()): Promise<IsolatedWorld> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const trees = [frameTree];
    for (const tree of trees) trees.push(...(tree.childFrames ?? []));
    const isWanted = (each: typeof frameTree) =>
      each.frame.url === frame.url() && (each.frame.name ?? '') === frame.name();
    const tree = frame === page.mainFrame() ? frameTree : trees.find(isWanted);
    if (!tree) throw new Error(`${frame.url()} is not in the page's process`);
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: tree.frame.id,
      worldName: name,
    });
    return new IsolatedWorld(session, executionContextId);
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

  /** Puts a value under a name, to be used by later expressions. */
  async define(name: string, value: unknown): Promise<void> {
    await this.run(`void (globalThis.${name} = ${JSON.stringify(value)})`);
  }

  /** Waits for two frames: what is pending is styled, laid out and painted. */
  drawn(): Promise<unknown> {
    return this.run(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))',
    );
  }
}
