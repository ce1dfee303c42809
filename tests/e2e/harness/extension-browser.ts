/** A real Chromium with the built extension, a profile of its own, and the official host served from here. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, expect, type Page } from '@playwright/test';
import { OFFICIAL_ADDRESS, OFFICIAL_HOST } from '@/lib/platform/official-site';
import { ensureChromium } from '@/scripts/setup/chromium.mjs';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { waitUntil } from './wait-until';

/** A host of another site, for frames that are not the official host's. Reserved name: it exists nowhere. */
export const OTHER_HOST = 'other-origin.example';

export interface LaunchOptions {
  /** Port of the practice site on loopback. */
  readonly sitePort: number;
  /** The same site over https: its port, and the certificate's key as Chromium takes it (`acceptKey`). */
  readonly secure?: { readonly port: number; readonly acceptedKey: string };
  /** Port of the recording proxy; without it requests to elsewhere simply fail. */
  readonly proxyPort?: number;
  readonly language: 'zh' | 'en';
  /** Further hosts that lead here, by name, and their ports on loopback; they go past the recording proxy. */
  readonly hosts?: Readonly<Record<string, number>>;
  readonly headless?: boolean;
  readonly extensionFolder?: string;
  /** The extension lies in a copy of its own, which `updateExtension` puts a newer version into. */
  readonly updatable?: boolean;
  /** null: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly colorScheme?: 'light' | 'dark';
  /** For pictures: nothing is caught half-way. */
  readonly reducedMotion?: boolean;
}

/** Looked for once in a process: finding one asks each candidate for its version. */
let chromiumFound: ReturnType<typeof ensureChromium> | undefined;

/** One run of the browser on the profile. */
interface Session {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly extensionId: string;
}

/** @returns the folder of the built extension */
function builtExtension({ extensionFolder }: LaunchOptions): string {
  const folder = extensionFolder ?? inRoot('.output', 'chrome-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`The extension is not built: ${folder}. Run "npm run build" first.`);
  }
  return folder;
}

async function start(options: LaunchOptions, profile: string): Promise<Session> {
  const folder = builtExtension(options);
  chromiumFound ??= ensureChromium();
  const browser = await chromiumFound;
  const byFlag = browser.load === 'flag';
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.path,
    // Playwright's own headless mode would be the old shell, which takes no extensions.
    headless: false,
    viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    // The interface's language comes from the environment; Playwright's runner would emulate en-US in pages.
    locale: options.language === 'zh' ? 'zh-CN' : 'en-US',
    env: { ...process.env, LANGUAGE: options.language === 'zh' ? 'zh_CN' : 'en_US' } as Record<
      string,
      string
    >,
    ignoreDefaultArgs: byFlag ? [] : ['--disable-extensions'],
    args: [...launchArguments(options), ...(byFlag ? flagArguments(folder) : PIPE_ARGUMENTS)],
  });
  try {
    const own = context.browser();
    if (!own) throw new Error('Playwright gave no browser for the persistent context');
    const cdp = await own.newBrowserCDPSession();
    if (!byFlag) await loadOverPipe(cdp, folder);
    return { context, cdp, extensionId: await findExtensionId(cdp) };
  } catch (error) {
    // A browser left open would keep the process alive.
    await context.close();
    throw new Error(`The extension in ${folder} did not start. "npm run test:build" may say why.`, {
      cause: error,
    });
  }
}

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
    const own = join(profile, 'extension-of-the-test');
    if (options.updatable) cpSync(builtExtension(options), own, { recursive: true });
    const whole = options.updatable ? { ...options, extensionFolder: own } : options;
    return new ExtensionBrowser(whole, profile, await start(whole, profile));
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
    this.#session = await start(this.#options, this.#profile);
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

function launchArguments(options: LaunchOptions): string[] {
  const ports = { [OFFICIAL_HOST]: options.sitePort, [OTHER_HOST]: options.sitePort, ...options.hosts };
  const hosts = Object.keys(ports);
  const { secure } = options;
  const rules = [
    // The first that fits counts.
    ...(secure ? [`MAP ${OFFICIAL_HOST}:443 127.0.0.1:${secure.port}`] : []),
    ...Object.entries(ports).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`),
  ];
  return [
    ...(options.headless === false ? [] : ['--headless=new']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--host-resolver-rules=${rules.join(', ')}`,
    ...(secure ? [`--ignore-certificate-errors-spki-list=${secure.acceptedKey}`] : []),
    ...(options.proxyPort === undefined
      ? []
      : [
          `--proxy-server=http://127.0.0.1:${options.proxyPort}`,
          `--proxy-bypass-list=<-loopback>;${hosts.join(';')}`,
        ]),
  ];
}

function flagArguments(folder: string): string[] {
  return [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
}

/** Branded Chrome and Edge ignore `--load-extension`; the debugging pipe is their way. */
const PIPE_ARGUMENTS = ['--enable-unsafe-extension-debugging'];

async function loadOverPipe(cdp: CDPSession, path: string): Promise<void> {
  // Newer than Playwright's list of protocol methods.
  const send = cdp.send.bind(cdp) as unknown as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.loadUnpacked', { path });
}

async function findExtensionId(cdp: CDPSession): Promise<string> {
  const urls = await waitUntil(
    "the extension's worker to start",
    async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.filter(({ type }) => type === 'service_worker').map(({ url }) => url);
    },
    (found) => found.some((url) => url.startsWith('chrome-extension://')),
  );
  const url = urls.find((each) => each.startsWith('chrome-extension://'));
  return new URL(url ?? '').host;
}
