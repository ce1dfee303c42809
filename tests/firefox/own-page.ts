/** The extension's own pages in Firefox, pressed and read as a person does. */
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import type { FirefoxBrowser } from './firefox-browser';

/** Presses the button with this text, of the dialog where one is open. */
const PRESS = `
  const [text] = arguments;
  const find = (within) =>
    [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === text && !each.disabled);
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
  const button = find(dialog ?? document);
  button?.click();
  return Boolean(button);
`;

/** The control of the label with this text, without the hint that may stand in it. */
const LABELLED = `
  return [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === arguments[0])?.control;
`;

export class FirefoxPage {
  constructor(readonly firefox: FirefoxBrowser) {}

  open(path: string): Promise<void> {
    return this.firefox.marionette.navigate(this.firefox.ownPage(path));
  }

  /** Runs a function body in the page; a promise it returns is waited for. */
  run<T>(script: string, args: readonly unknown[] = []): Promise<T> {
    return this.firefox.marionette.evaluate<T>(script, args);
  }

  async press(text: string): Promise<void> {
    await waitUntil(
      `the button "${text}"`,
      () => this.run<boolean>(PRESS, [text]),
      (found) => found,
    );
  }

  text(): Promise<string> {
    return this.run<string>('return document.body.innerText');
  }

  async says(wanted: string): Promise<void> {
    await waitUntil(
      `"${wanted}"`,
      () => this.text(),
      (found) => found.includes(wanted),
    );
  }

  count(selector: string): Promise<number> {
    return this.run<number>('return document.querySelectorAll(arguments[0]).length', [selector]);
  }

  async has(selector: string, count = 1): Promise<void> {
    await waitUntil(
      `${count} of ${selector}`,
      () => this.count(selector),
      (found) => found === count,
    );
  }

  /** The one field that fits. */
  async field(selector: string): Promise<string> {
    const [found = ''] = await waitUntil(
      `a field ${selector}`,
      () => this.firefox.marionette.findAll(selector),
      (all) => all.length > 0,
    );
    return found;
  }

  async type(selector: string, text: string): Promise<void> {
    await this.firefox.marionette.type(await this.field(selector), text);
  }

  /** The control that this label names. */
  labelled(label: string): Promise<string> {
    return waitUntil(
      `a field "${label}"`,
      () => this.firefox.marionette.find(LABELLED, [label]),
      (found) => found !== '',
    );
  }

  /** Types in place of what stands in the field; a date as `YYYY-MM-DD`. */
  async fill(label: string, text: string): Promise<void> {
    const { marionette } = this.firefox;
    const id = await this.labelled(label);
    await marionette.send('WebDriver:ElementClear', { id });
    await marionette.type(id, text);
  }

  /** Chooses one of a few in the open dialog. */
  async choose(name: string, value: string): Promise<void> {
    await this.firefox.marionette.click(
      await this.field(`[role=dialog] input[name="${name}"][value="${value}"]`),
    );
  }

  /** Every row of a table of the real database; a table that is not there has none. */
  rows<T>(table: string): Promise<readonly T[]> {
    return this.run<readonly T[]>(
      `const [table] = arguments;
       return new Promise((resolve, reject) => {
         const request = indexedDB.open('rebind');
         request.onerror = () => reject(request.error);
         request.onsuccess = () => {
           const database = request.result;
           if (!database.objectStoreNames.contains(table)) { database.close(); return resolve([]); }
           const all = database.transaction(table).objectStore(table).getAll();
           all.onsuccess = () => { database.close(); resolve(all.result); };
           all.onerror = () => reject(all.error);
         };
       });`,
      [table],
    );
  }

  async addSubject(add: string, save: string): Promise<void> {
    await this.press(add);
    await this.choose('audience', 'budget-unit');
    await this.choose('level', 'city');
    await this.press(save);
    await this.has('[data-part="subjects"]');
  }
}
