/** The worker killed at a chosen moment of a write: between asking and answer, or between writing and answer. */
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser';

/** What a message came to. Times are milliseconds after it was sent, as the page that sent it saw them. */
export interface Asked {
  readonly acknowledged: boolean;
  /** null: nothing was written before the answer, or before the channel closed. */
  readonly wroteAfter: number | null;
  readonly endedAfter: number;
}

interface OwnWindow {
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean } | undefined> } };
  noteWrite(): Promise<void>;
  asking: { at: number; wroteAfter: number | null } | null;
  asked: Promise<Asked>;
}

/** Sends writes to the background from one of our own pages, and hears the moment they are in the database. */
export class KillWatch {
  #heardWrite: (() => void) | null = null;

  private constructor(
    readonly browser: ExtensionBrowser,
    readonly page: Page,
  ) {}

  static async on(browser: ExtensionBrowser, page: Page): Promise<KillWatch> {
    const watch = new KillWatch(browser, page);
    await page.exposeFunction('noteWrite', () => watch.#heardWrite?.());
    await page.evaluate(() => {
      const own = globalThis as unknown as OwnWindow;
      own.asking = null;
      // Dexie tells all pages of a committed write on this channel.
      const channel = new BroadcastChannel('x-storagemutated-1');
      channel.onmessage = () => {
        if (!own.asking || own.asking.wroteAfter !== null) return;
        own.asking.wroteAfter = performance.now() - own.asking.at;
        void own.noteWrite();
      };
      Object.assign(globalThis, { keptAlive: channel });
    });
    return watch;
  }

  /**
   * Sends the message to a worker that is awake, kills it, and says what became of the message.
   *
   * @param from where the moment is counted from
   * @param moment milliseconds after that; null: no kill
   */
  async ask(message: object, from: 'sent' | 'written', moment: number | null): Promise<Asked> {
    const kill = moment === null ? null : await this.browser.aimAtWorker(this.page);
    const start = new Promise<void>((resolve) => {
      this.#heardWrite = from === 'written' ? resolve : null;
      if (from === 'sent') resolve();
    });
    await this.page.evaluate((sent) => {
      const own = globalThis as unknown as OwnWindow;
      const asking: NonNullable<OwnWindow['asking']> = { at: performance.now(), wroteAfter: null };
      own.asking = asking;
      const ended = (acknowledged: boolean): Asked => {
        own.asking = null;
        return { acknowledged, wroteAfter: asking.wroteAfter, endedAfter: performance.now() - asking.at };
      };
      own.asked = own.chrome.runtime.sendMessage(sent).then(
        (reply) => ended(reply?.ok === true),
        // The channel closes with the worker: not acknowledged.
        () => ended(false),
      );
    }, message);
    const asked = this.page.evaluate(() => (globalThis as unknown as OwnWindow).asked);
    if (kill) {
      // A write that was refused is heard by its answer alone.
      await Promise.race([start, asked]);
      await wait(moment ?? 0);
      await kill();
    }
    return asked;
  }
}

/** Waits for a moment of the worker's life that is to be hit, not for something to become true. */
const wait = (milliseconds: number) =>
  milliseconds < 0.5 ? Promise.resolve() : new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
