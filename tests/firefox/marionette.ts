/**
 * A small client for Marionette, Firefox's own remote protocol: Debian ships no geckodriver, and Playwright
 * does not load extensions into Firefox (field-notes §9). Messages are `length:[0,id,name,params]` over TCP.
 */
import { connect, type Socket } from 'node:net';
import { waitUntil } from '@/tests/e2e/harness/wait-until';

type Reply = [kind: 1, id: number, error: { error: string; message: string } | null, result: unknown];

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** WebDriver names elements and roots by objects with one well-known key. */
function referencesOf(answer: unknown): string[] {
  const list = Array.isArray(answer) ? answer : [answer];
  return list.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null
      ? Object.values(each).filter((value) => typeof value === 'string')
      : [],
  );
}

export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('close', () => this.#failAll(new Error('marionette: the connection closed')));
    socket.on('error', (error) => this.#failAll(error));
  }

  /** Waits until Firefox listens, then begins a session. */
  static async open(port: number): Promise<Marionette> {
    const sockets = await waitUntil(
      'Firefox to listen',
      () =>
        new Promise<Socket[]>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1', () => resolve([socket]));
          socket.once('error', reject);
        }),
      (found) => found.length === 1,
      60_000,
    );
    const [socket] = sockets;
    if (!socket) throw new Error('marionette: no socket');
    const marionette = new Marionette(socket);
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return marionette;
  }

  /** @throws Error with Firefox's own error code and words */
  send(name: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const body = JSON.stringify([0, id, name, params]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(body)}:${body}`);
    });
  }

  /**
   * Loads an unpacked extension until Firefox ends, with the person's yes to private windows, which counts where the
   * extension's manifest lets them say it. @returns its id
   */
  async installExtension(path: string): Promise<string> {
    const params = { path, temporary: true, allowPrivateBrowsing: true };
    return (await this.#value('Addon:Install', params)) as string;
  }

  /** Opens a private window, or a tab in the window at hand, and goes into it. @returns its handle */
  async open(what: 'private window' | 'tab'): Promise<string> {
    const wish = what === 'tab' ? { type: 'tab' } : { type: 'window', private: true };
    const { handle } = (await this.send('WebDriver:NewWindow', wish)) as { handle: string };
    await this.switchTo(handle);
    return handle;
  }

  /** @returns handle of the tab at hand */
  async handle(): Promise<string> {
    return (await this.#value('WebDriver:GetWindowHandle', {})) as string;
  }

  async switchTo(handle: string): Promise<void> {
    await this.send('WebDriver:SwitchToWindow', { handle });
  }

  /** @param frame reference of the frame's element; null: back to the top document */
  async switchToFrame(frame: string | null): Promise<void> {
    await this.send('WebDriver:SwitchToFrame', frame === null ? { id: null } : { element: frame });
  }

  async navigate(url: string): Promise<void> {
    await this.send('WebDriver:Navigate', { url });
  }

  /** Runs a function body in the page; it must `return` what is wanted. */
  async evaluate<T>(script: string, args: readonly unknown[] = []): Promise<T> {
    return (await this.#value('WebDriver:ExecuteScript', { script, args })) as T;
  }

  /** Runs a function body with the browser's own rights; the last argument is a callback for the answer. */
  async evaluateInBrowser<T>(script: string, args: readonly unknown[] = []): Promise<T> {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return (await this.#value('WebDriver:ExecuteAsyncScript', { script, args })) as T;
    } finally {
      await this.send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** @param script a function body that returns an element @returns its reference; empty where there is none */
  async find(script: string, args: readonly unknown[] = []): Promise<string> {
    return referencesOf(await this.evaluate(script, args))[0] ?? '';
  }

  /** @returns references of the elements that match */
  async findAll(selector: string): Promise<string[]> {
    return referencesOf(
      await this.send('WebDriver:FindElements', { using: 'css selector', value: selector }),
    );
  }

  /** @returns reference of the element's shadow root, open or closed; null where it has none */
  async findShadowRoot(element: string): Promise<string | null> {
    try {
      const [root] = referencesOf([await this.#value('WebDriver:GetShadowRoot', { id: element })]);
      return root ?? null;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('no such shadow root')) return null;
      throw error;
    }
  }

  /** @param shadowRoot from `findShadowRoot` @returns references of the elements that match inside it */
  async findAllIn(shadowRoot: string, selector: string): Promise<string[]> {
    return referencesOf(
      await this.send('WebDriver:FindElementsFromShadowRoot', {
        shadowRoot,
        using: 'css selector',
        value: selector,
      }),
    );
  }

  async readText(element: string): Promise<string> {
    return (await this.#value('WebDriver:GetElementText', { id: element })) as string;
  }

  async readAttribute(element: string, name: string): Promise<string | null> {
    return (await this.#value('WebDriver:GetElementAttribute', { id: element, name })) as string | null;
  }

  /** Clicks with a trusted event. @param element a reference */
  async click(element: string): Promise<void> {
    await this.send('WebDriver:ElementClick', { id: element });
  }

  /** Presses a key where the focus is. @param key of WebDriver's table, e.g. `\uE004` for Tab */
  async pressKey(key: string): Promise<void> {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
    await this.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  /**
   * Presses a key with a modifier on the browser's own window, as the keyboard does: shortcuts of extensions are heard
   * there, and a key that is sent to the page does not reach it.
   */
  async pressShortcut(modifier: 'Alt', key: string): Promise<void> {
    await this.evaluateInBrowser(
      `const [modifier, key, done] = arguments;
       const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
       processor.beginInputTransactionForTests(window);
       const keys = [new KeyboardEvent('', { key: modifier, code: modifier + 'Left' }),
         new KeyboardEvent('', { key, code: 'Key' + key.toUpperCase(), keyCode: key.toUpperCase().charCodeAt(0) })];
       for (const each of keys) processor.keydown(each);
       for (const each of keys.reverse()) processor.keyup(each);
       done(true);`,
      [modifier, key],
    );
  }

  /** Lays the page out as for a medium, `none` for the screen's own. */
  async showAs(medium: 'print' | 'none'): Promise<void> {
    await this.evaluateInBrowser(
      `const [medium, done] = arguments; gBrowser.selectedBrowser.browsingContext.mediumOverride = medium; done(true);`,
      [medium],
    );
  }

  async type(element: string, text: string): Promise<void> {
    await this.send('WebDriver:ElementSendKeys', { id: element, text });
  }

  async quit(): Promise<void> {
    // Firefox may close the line before it answers.
    await this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    this.#socket.destroy();
  }

  async #value(name: string, params: object): Promise<unknown> {
    return ((await this.send(name, params)) as { value: unknown }).value;
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The greeting is an object; answers are arrays.
      if (Array.isArray(message)) this.#settle(message as Reply);
    }
  }

  #settle([, id, error, result]: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
