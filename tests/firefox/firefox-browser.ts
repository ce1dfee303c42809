/** A Firefox with the built extension, a fresh profile, and the official host served from here. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { OFFICIAL_HOST } from '@/lib/platform/official-site';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { findFirefox } from '@/scripts/setup/test-machine.mjs';
import { Marionette } from './marionette';

/** The id in wxt.config.ts; the pages' address follows from it. */
const GECKO_ID = 'rebind@rebind.example';
/** Firefox draws a random one for each profile; a fixed one lets a test open the popup. */
const PAGE_UUID = '5ebd0000-1111-4222-8333-444455556666';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Only these hosts are served, by their ports; everything else is refused at a port where nothing listens. */
function proxyScript(hosts: Readonly<Record<string, number>>): string {
  return `function FindProxyForURL(url, host) { return 'PROXY 127.0.0.1:' + (${JSON.stringify(hosts)}[host] ?? 9); }`;
}

/** What a test wants besides the official host. */
export interface FirefoxOptions {
  /** Further hosts, by the ports they are served from. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** The administrator's policy for the extension. */
  readonly policy?: Readonly<Record<string, unknown>>;
}

/**
 * An installation of its own with the administrator's policy in it, where Firefox looks for it: only so other browsers of
 * this machine have none. All but the program is linked, since Firefox takes the program's real place for its own.
 *
 * @returns the program to start
 */
function installWithPolicy(path: string, policy: object, folder: string): string {
  const program = realpathSync(path);
  mkdirSync(join(folder, 'distribution'), { recursive: true });
  for (const name of readdirSync(dirname(program))) {
    if (name === 'distribution') continue;
    if (name === basename(program)) copyFileSync(program, join(folder, name));
    else symlinkSync(join(dirname(program), name), join(folder, name));
  }
  const policies = { '3rdparty': { Extensions: { [GECKO_ID]: policy } } };
  writeFileSync(join(folder, 'distribution', 'policies.json'), JSON.stringify({ policies }));
  return join(folder, basename(program));
}

function preferences(
  marionettePort: number,
  hosts: Readonly<Record<string, number>>,
  downloads: string,
): Record<string, string | number | boolean> {
  return {
    'marionette.port': marionettePort,
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:text/plain,${encodeURIComponent(proxyScript(hosts))}`,
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: PAGE_UUID }),
    // Firefox lets the person switch a host permission off; a fresh profile grants what the manifest asks.
    'extensions.originControls.grantByDefault': true,
    // Firefox's own notifications: where the desktop has none, a notification of the system is closed at once.
    'alerts.useSystemBackend': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
  };
}

/** One `data-part` of our overlay. */
export interface FirefoxPart {
  readonly part: string;
  readonly step: string | null;
  readonly text: string;
}

export class FirefoxBrowser {
  readonly marionette: Marionette;
  readonly #child: ChildProcess;
  readonly #profile: string;

  private constructor(marionette: Marionette, child: ChildProcess, profile: string) {
    this.marionette = marionette;
    this.#child = child;
    this.#profile = profile;
  }

  /** @throws Error where Firefox is not installed or does not start */
  static async launch(sitePort: number, options: FirefoxOptions = {}): Promise<FirefoxBrowser> {
    const path = findFirefox();
    if (!path) throw new Error('Firefox is not installed; "node scripts/ensure.mjs tests" installs it.');
    const profile = mkdtempSync(join(tmpdir(), 'rebind-firefox-'));
    const downloads = join(profile, 'downloads');
    mkdirSync(downloads);
    const port = await findFreePort();
    const hosts = { [OFFICIAL_HOST]: sitePort, ...options.hosts };
    const lines = Object.entries(preferences(port, hosts, downloads)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const child = spawn(
      options.policy ? installWithPolicy(path, options.policy, join(profile, 'installation')) : path,
      ['--marionette', '-remote-allow-system-access', '--headless', '--no-remote', '--profile', profile],
      { stdio: 'ignore', env: { ...process.env, MOZ_HEADLESS: '1' } },
    );
    const marionette = await Marionette.open(port);
    await marionette.installExtension(inRoot('.output', 'firefox-mv3'));
    return new FirefoxBrowser(marionette, child, profile);
  }

  /** Where files are saved to. */
  get downloads(): string {
    return join(this.#profile, 'downloads');
  }

  /** Address of one of the extension's own pages. */
  ownPage(path: string): string {
    return `moz-extension://${PAGE_UUID}/${path}`;
  }

  /** Ends the background as Firefox does when it idles. @returns its state afterwards */
  terminateBackground(): Promise<string> {
    return this.marionette.evaluateInBrowser<string>(
      `const done = arguments[arguments.length - 1];
       const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
       extension.terminateBackground().then(() => done(extension.backgroundState), (error) => done(String(error)));`,
    );
  }

  /** Gives the extension hosts as its person would in Firefox's own question, which no program can press. */
  allowHosts(origins: readonly string[]): Promise<unknown> {
    return this.#changeHosts('add', origins);
  }

  takeHostsBack(origins: readonly string[]): Promise<unknown> {
    return this.#changeHosts('remove', origins);
  }

  #changeHosts(work: 'add' | 'remove', origins: readonly string[]): Promise<unknown> {
    return this.marionette.evaluateInBrowser(
      `const done = arguments[arguments.length - 1];
       const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});
       ExtensionPermissions[arguments[0]](extension.id, { permissions: [], origins: arguments[1] }, extension)
         .then(() => done(true), (error) => done(String(error)));`,
      [work, origins],
    );
  }

  /** Patterns the sentinel is registered for besides the manifest's. Asked in one of the extension's own pages. */
  registered(): Promise<readonly string[]> {
    return this.marionette.evaluate<readonly string[]>(
      `return browser.scripting.getRegisteredContentScripts()
         .then((scripts) => scripts.flatMap(({ matches }) => matches));`,
    );
  }

  /** The parts of our overlay in the top document; WebDriver reaches closed roots too. */
  async readParts(): Promise<FirefoxPart[]> {
    const parts: FirefoxPart[] = [];
    for (const host of await this.marionette.findAll('html > div, dialog > div')) {
      const root = await this.marionette.findShadowRoot(host);
      if (!root) continue;
      for (const element of await this.marionette.findAllIn(root, '[data-part]')) {
        const attribute = (name: string) => this.marionette.readAttribute(element, name);
        parts.push({
          part: (await attribute('data-part')) ?? '',
          step: await attribute('data-step'),
          text: await this.marionette.readText(element),
        });
      }
    }
    return parts;
  }

  async discard(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    await this.marionette.quit();
    this.#child.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
