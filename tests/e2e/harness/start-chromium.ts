/** Starts a real Chromium with the built extension on a profile, the official host served from here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
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
  /** Where the databases lie, on a disk of the test's own; otherwise in the profile. */
  readonly databaseFolder?: string;
  /** null: as large as the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly colorScheme?: 'light' | 'dark';
  /** The machine's own zone, by its IANA name; otherwise this machine's. */
  readonly timeZone?: string;
  /** For pictures: nothing is caught half-way. */
  readonly reducedMotion?: boolean;
}

/** Looked for once in a process: finding one asks each candidate for its version. */
let chromiumFound: ReturnType<typeof ensureChromium> | undefined;

/** One run of the browser on the profile. */
export interface Session {
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly extensionId: string;
}

/** @returns the folder of the built extension; @throws Error where it is not built */
export function builtExtension({ extensionFolder }: LaunchOptions): string {
  const folder = extensionFolder ?? inRoot('.output', 'chrome-mv3');
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`The extension is not built: ${folder}. Run "npm run build" first.`);
  }
  return folder;
}

export async function startChromium(options: LaunchOptions, profile: string): Promise<Session> {
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
    env: {
      ...process.env,
      LANGUAGE: options.language === 'zh' ? 'zh_CN' : 'en_US',
      ...(options.timeZone && { TZ: options.timeZone }),
    } as Record<string, string>,
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

export async function findExtensionId(cdp: CDPSession): Promise<string> {
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
