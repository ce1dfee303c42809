/** Scripts in an isolated world of a page, as content scripts are run: ours and the peers' by the same path. */
import type { CDPSession, Page } from '@playwright/test';

export class BenchWorld {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
    readonly context: number,
  ) {}

  static async open(page: Page): Promise<BenchWorld> {
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'bench',
    });
    return new BenchWorld(page, session, executionContextId);
  }

  /** Evaluates an expression, awaits it, and returns its value. */
  async run<T>(expression: string): Promise<T> {
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
}
