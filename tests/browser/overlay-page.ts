/** A page under test with our overlay mounted in isolated worlds of its frames, as content scripts are. */
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { PageMessage, ShowMessage, ShowPoint } from '@/lib/messaging/contract';
import type { PageState } from '@/lib/page/model';
import { bundleScript, type Script } from '@/scripts/setup/bundle-script';
import { renderCardByPreact } from '@/scripts/setup/card-renderer';
import { IsolatedWorld } from '@/scripts/setup/isolated-world';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import type { OverlayHandle } from './overlay-entry';

/** Answered by the test itself; nothing is looked up. */
export const ORIGIN = 'http://overlay.test';

let bundle: Promise<Script> | null = null;

const bundleOverlay = () =>
  bundleScript(inRoot('tests', 'browser', 'overlay-entry.ts'), { plugins: [renderCardByPreact()] });

/** Opens a page of our own making; `pages` by path, the first is shown. */
export async function openSite(
  page: Page,
  pages: Readonly<Record<string, string>>,
  csp?: string,
): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const body = pages[new URL(route.request().url()).pathname];
    const headers = csp ? { 'content-security-policy': csp } : {};
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, headers, contentType: 'text/html; charset=utf-8' });
  });
  await page.goto(ORIGIN + Object.keys(pages)[0]);
}

/** One frame's isolated world, with card and pointer mounted. */
export class OverlayWorld {
  private constructor(private readonly world: IsolatedWorld) {}

  /** @param options.before script to run in the world first, e.g. to take an API away */
  static async mount(page: Page, options: { frame?: Frame; before?: string } = {}): Promise<OverlayWorld> {
    const { frame, before = '' } = options;
    bundle ??= bundleOverlay();
    const world = await IsolatedWorld.open(page, 'rebind', frame);
    await world.run(before);
    await world.run((await bundle).code);
    await world.run('rebindOverlay.mount()');
    return new OverlayWorld(world);
  }

  /** What an expression comes to in the world of ours. */
  ask<T>(expression: string): Promise<T> {
    return this.world.run<T>(expression);
  }

  get session(): CDPSession {
    return this.world.session;
  }

  show(message: ShowMessage): Promise<unknown> {
    return this.world.run(`rebindOverlay.show(${JSON.stringify(message)})`);
  }

  /** Points at a target and, once it is found, rings it, as the background does. */
  async ring(target: NonNullable<ShowPoint['target']>, page: PageState = 'ca-list'): Promise<void> {
    const request = `r${Math.random()}`;
    await this.show({ type: 'show.point', request, target, page, taught: null });
    await this.waitForSent((message) => message.type === 'page.target' && message.request === request);
    await this.show({ type: 'show.ring', request, draw: true });
  }

  async sent(): Promise<readonly PageMessage[]> {
    return (await this.world.run('rebindOverlay.sent()')) as readonly PageMessage[];
  }

  async waitForSent(isWished: (message: PageMessage) => boolean): Promise<PageMessage> {
    const found = await waitUntil(
      'a message to the background',
      async () => (await this.sent()).findLast(isWished),
      (message) => message !== undefined,
    );
    if (!found) throw new Error('no message');
    return found;
  }

  /** Lets go of what was sent: it would be counted as the overlay's own memory. */
  forgetSent(): Promise<unknown> {
    return this.world.run('void (rebindOverlay.sent().length = 0)');
  }

  replyWith(reply: Parameters<OverlayHandle['replyWith']>[0]): Promise<unknown> {
    return this.world.run(`rebindOverlay.replyWith(${JSON.stringify(reply)})`);
  }

  end(): Promise<unknown> {
    return this.world.run('rebindOverlay.end()');
  }
}

/** Each shift of the page's layout from now on. */
export async function watchLayoutShifts(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: readonly number[] }).shifts);
}
