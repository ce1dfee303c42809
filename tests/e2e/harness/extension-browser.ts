/** A real Chromium with the built extension and a profile of its own: what a test does with it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import {
  builtExtension,
  findExtensionId,
  type LaunchOptions,
  type Session,
  startChromium,
} from './start-chromium';
import { waitUntil } from './wait-until';

export class ExtensionBrowser {
  readonly #options: LaunchOptions;
  readonly #profile: string;
  #session: Session;

  private constructor(options: LaunchOptions, profile: string, session: Session) {
    this.#options = options;
    this.#profile = profile;
    this.#session = session;
  }

  /** @throws Error where the extension is not built or does not start */
  static async launch(options: LaunchOptions): Promise<ExtensionBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'rebind-profile-'));
    if (options.databaseFolder !== undefined) {
      mkdirSync(join(profile, 'Default'));
      symlinkSync(options.databaseFolder, join(profile, 'Default', 'IndexedDB'));
    }
    const own = join(profile, 'extension-of-the-test');
    if (options.updatable) cpSync(builtExtension(options), own, { recursive: true });
    const whole = options.updatable ? { ...options, extensionFolder: own } : options;
    return new ExtensionBrowser(whole, profile, await startChromium(whole, profile));
  }

  get context(): BrowserContext {
    return this.#session.context;
  }

  get extensionId(): string {
    return this.#session.extensionId;
  }

  /** Opens a page of the extension in a tab: `popup.html`, `options.html`, `practice.html`. */
  async openOwnPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${path}`);
    return page;
  }

  /** Opens the official host. @param path from the root, with its query */
  async openSite(path = ''): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(new URL(path, OFFICIAL_ADDRESS).href);
    return page;
  }

  /** Ends the browser and starts it again on the same profile; pages of before are gone. */
  async restart(): Promise<void> {
    await this.context.close();
    this.#session = await startChromium(this.#options, this.#profile);
  }

  /**
   * Puts a newer version in the extension's place and has the browser take it: its pages close, its scripts in pages are
   * cut off, and the new worker hears of an update. The newer version differs in its number alone.
   *
   * @throws Error unless launched with `updatable`
   */
  async updateExtension(): Promise<void> {
    const { extensionFolder, updatable } = this.#options;
    if (!updatable || !extensionFolder)
      throw new Error('Launch the browser with `updatable` to update in it.');
    const file = join(extensionFolder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    const version = manifest.version.replace(/\d+$/, (last) => String(Number(last) + 1));
    writeFileSync(file, JSON.stringify({ ...manifest, version }));
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(async (id) => {
      interface DeveloperPrivate {
        updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
        reload(id: string, options: { failQuietly: boolean }): Promise<unknown>;
      }
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
      // Without it an unpacked extension is disabled when it is loaded again.
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.reload(id, { failQuietly: true });
    }, this.extensionId);
    // The call answers before the extension is let in again: its pages are blocked for a moment.
    await expect(async () => {
      await page.goto(`chrome-extension://${this.extensionId}/popup.html`);
      const now = await page.evaluate(
        () =>
          (
            globalThis as unknown as { chrome: { runtime: { getManifest(): { version: string } } } }
          ).chrome.runtime.getManifest().version,
      );
      expect(now).toBe(version);
    }).toPass();
    await page.close();
    await findExtensionId(this.#session.cdp);
  }

  /** What a person, or a policy, set for a site: Chromium's own word on whether it may reach this computer. */
  async setsPermission(
    name: string,
    setting: 'granted' | 'denied' | 'prompt',
    origin: string,
  ): Promise<void> {
    await this.#session.cdp.send('Browser.setPermission', { permission: { name }, setting, origin });
  }

  /**
   * Has the browser's answer ready for when an extension's page asks for a host in a click: its question itself is a
   * window that no program can press. Gives the extension nothing before it asks (measured on Chromium 156).
   *
   * @param pattern a match pattern of one scheme
   */
  async answerAhead(pattern: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      async ({ id, pattern }) => {
        interface DeveloperPrivate {
          addHostPermission(id: string, pattern: string): Promise<void>;
        }
        const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
        await chrome.developerPrivate.addHostPermission(id, pattern);
      },
      { id: this.extensionId, pattern },
    );
    await page.close();
  }

  /** Ends the browser and deletes its profile. */
  async discard(): Promise<void> {
    await this.context.close();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #workerTargets(): Promise<string[]> {
    const { targetInfos } = await this.#session.cdp.send('Target.getTargets');
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.includes(this.extensionId))
      .map(({ targetId }) => targetId);
  }

  /**
   * Kills the background where it stands; the next message revives it, perhaps before anybody looks. So
   * that it stopped is heard, not looked for.
   *
   * @param ownPage a page of the extension, which hears what becomes of its worker
   */
  async killWorker(ownPage: Page): Promise<void> {
    await (await this.#aim(ownPage, await this.#workerTargets()))();
  }

  /**
   * Finds the worker beforehand, waking it, so that the kill itself is one command and can hit a moment.
   *
   * @param ownPage a page of the extension
   * @returns kills it; resolves once it has stopped
   */
  async aimAtWorker(ownPage: Page): Promise<() => Promise<void>> {
    const workers = await waitUntil(
      'the worker to be awake',
      async () => {
        await ownPage.evaluate(() =>
          (
            globalThis as unknown as {
              chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
            }
          ).chrome.runtime
            .sendMessage({ type: 'pages.tabs' })
            .catch(() => undefined),
        );
        return this.#workerTargets();
      },
      (found) => found.length > 0,
    );
    return this.#aim(ownPage, workers);
  }

  async #aim(ownPage: Page, workers: readonly string[]): Promise<() => Promise<void>> {
    const hearing = await this.context.newCDPSession(ownPage);
    let hasStopped = false;
    hearing.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      hasStopped ||= versions.some(({ runningStatus }) => /^stop/.test(runningStatus));
    });
    await hearing.send('ServiceWorker.enable');
    return async () => {
      for (const targetId of workers) await this.#session.cdp.send('Target.closeTarget', { targetId });
      await waitUntil(
        'the worker to stop',
        async () => hasStopped || workers.length === 0,
        (stopped) => stopped,
      );
      await hearing.detach();
    };
  }
}
