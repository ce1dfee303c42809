/** Walks a journey of the table as a person does, and interrupts it. */
import { expect, type Page } from '@playwright/test';
import type { ExtensionBrowser } from '../extension-browser';
import { GuidePanel } from '../guide-panel';
import { readFacts, readFactsWith, tellFact } from '../ledger';
import { Person, SKINS, type SkinName } from '../person';
import { prepare, visit } from '../scene';
import { findBack } from './find-back';
import type { Journey, Stride } from './model';

/**
 * `restart`: the browser ends and starts. `update`: a newer version takes the extension's place. `other-tab`:
 * the site stands in a second tab all the time, where every second word is given. `mishap`: what can go wrong
 * there does, and is put right.
 */
export const INTERRUPTIONS = ['restart', 'update', 'other-tab', 'mishap'] as const;
export type Interruption = (typeof INTERRUPTIONS)[number];

export interface Walk {
  readonly skin: SkinName;
  readonly by: Interruption;
  /** Before which strides, by their place in the journey; absent: before each. */
  readonly before?: number;
}

/** Does every stride in turn. @param before called once the card shows what the stride expects */
export async function walkStrides(
  person: Person,
  strides: readonly Stride[],
  before: (stride: Stride, index: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [index, stride] of strides.entries()) {
    await person.sees(stride.sees);
    await before(stride, index);
    await stride.act(person);
  }
}

/** The site's account as the journey finds it; before there is a subject, so that nothing is recorded. */
async function furnish(browser: ExtensionBrowser, { account }: Journey): Promise<void> {
  if (account === undefined) return;
  const page = await browser.openSite(`?skin=element&state=${account}`);
  await page.evaluate(() => {
    (window as unknown as { practice: { dispatch(event: unknown): void } }).practice.dispatch({
      type: 'logout',
    });
  });
  await page.close();
}

/** One walk under way. */
class Walking {
  person!: Person;
  /** The second tab, where the walk has one. */
  other: Person | null = null;
  #popup!: Page;

  constructor(
    readonly browser: ExtensionBrowser,
    readonly journey: Journey,
    readonly skin: SkinName,
  ) {}

  async begin(): Promise<void> {
    const { browser, journey, skin } = this;
    const { date, subject, picks, guide } = journey;
    await furnish(browser, journey);
    this.#popup = await prepare(browser, { date, subjects: [subject] });
    const panel = new GuidePanel(this.#popup);
    if (picks !== null) await panel.picks(picks);
    await panel.shows(guide);
    this.person = await visit(browser, skin, { date });
  }

  async openOther(): Promise<void> {
    this.other = await visit(this.browser, this.skin);
    await findBack(this.other, 'home');
    await this.person.page.bringToFront();
  }

  facts(warned = false) {
    return warned ? readFactsWith(this.#popup, 'preview', 'warned') : readFacts(this.#popup, 'preview');
  }

  /** What was in the ledger is there as it was; the page is recognised before anything is said to be done. */
  async restart(stride: Stride): Promise<void> {
    const before = await this.facts(stride.warns);
    await this.browser.restart();
    this.#popup = await this.browser.openOwnPage('popup.html');
    expect((await this.facts()).slice(0, before.length), stride.name).toEqual(before);
    this.person = new Person(await this.browser.openSite(`?skin=${this.skin}`), SKINS[this.skin]);
    await findBack(this.person, stride.from);
  }

  async updateExtension(stride: Stride): Promise<void> {
    const before = await this.facts(stride.warns);
    await this.browser.updateExtension();
    this.#popup = await this.browser.openOwnPage('popup.html');
    expect((await this.facts()).slice(0, before.length), stride.name).toEqual(before);
    await this.person.page.bringToFront();
    await findBack(this.person, stride.from);
  }

  async suffer(stride: Stride, isSample: boolean): Promise<void> {
    const { person } = this;
    for (const mishap of (stride.mishaps ?? []).slice(0, isSample ? 1 : undefined)) {
      await mishap.begins(person);
      await person.sees({ ...mishap.sees, guide: this.journey.guide });
      await mishap.ends(person);
      if (mishap.leadsAway) await findBack(person, stride.from);
      await person.sees({ ...stride.sees, trouble: null });
    }
  }

  /** A word in the other tab: this one has to know it without being touched. */
  async sayInOther(stride: Stride, other: Person): Promise<void> {
    const { guide, step } = stride.sees;
    await other.page.bringToFront();
    await other.sees({ ...(guide !== undefined && { guide }), ...(step !== undefined && { step }) });
    await stride.act(other);
    const { says } = this.journey.ends;
    const isLast = this.journey.strides.at(-1) === stride;
    // The last step stays in its place, under the word that all is done.
    await other.sees(isLast && says !== undefined ? { says } : { otherThan: step ?? null });
    await this.person.page.bringToFront();
  }

  /** One truth, and none of it twice: for the tabs and for the ledger. */
  async checkEnd(): Promise<void> {
    const { ends } = this.journey;
    await this.person.sees(ends);
    if (this.other) {
      await this.other.page.bringToFront();
      const { guide, says } = ends;
      await this.other.sees({ ...(guide !== undefined && { guide }), ...(says !== undefined && { says }) });
    }
    const told = (await this.facts()).map(tellFact);
    const once = told.filter((line) => /^said: step|^said: .* not needed|(un)?bind-done$/.test(line));
    expect(once).toEqual([...new Set(once)]);
    // A preview has a namespace of its own.
    expect(await readFacts(this.#popup, 'real')).toEqual([]);
  }
}

/** From the picking to the end. A word to the right step only: what is in front decides, never a count. */
export async function walkJourney(browser: ExtensionBrowser, journey: Journey, walk: Walk): Promise<void> {
  const walking = new Walking(browser, journey, walk.skin);
  await walking.begin();
  if (walk.by === 'other-tab') await walking.openOther();
  let words = 0;
  for (const [index, stride] of journey.strides.entries()) {
    await walking.person.sees(stride.sees);
    if (walk.before === undefined || walk.before === index) {
      if (walk.by === 'restart') await walking.restart(stride);
      if (walk.by === 'update') await walking.updateExtension(stride);
      if (walk.by === 'mishap') await walking.suffer(stride, walk.before !== undefined);
      await walking.person.sees(stride.sees);
    }
    words += stride.byWord ? 1 : 0;
    if (walking.other && stride.byWord && words % 2 === 1) await walking.sayInOther(stride, walking.other);
    else await stride.act(walking.person);
  }
  await walking.checkEnd();
}
