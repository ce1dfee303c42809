/** The usual beginning of a browser test: a subject, a previewed day, the site's login page. */
import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser';
import { Popup, type SubjectEntry, sentences, setPreview } from './own-pages';
import { Person, SKINS, type SkinName } from './person';

export const UNIT: SubjectEntry = { name: '演练单位甲', audience: 'budget-unit', level: 'city' };
export const OTHER_UNIT: SubjectEntry = { name: '演练单位乙', audience: 'framework-supplier', level: 'city' };

/** What the card says when every step is done. */
export const FINISHED = sentences('zh')('card.finished.title');

/** A working day inside the notice's transition. */
export const IN_TRANSITION = '2023-09-20';

export interface SceneOptions {
  readonly date?: string | null;
  readonly subjects?: readonly SubjectEntry[];
  /** The browser's, to find the popup's controls by their words. */
  readonly language?: 'zh' | 'en';
}

/** Enters the subjects in the popup and sets the day. @returns the popup's page, left open in a tab */
export async function prepare(browser: ExtensionBrowser, options: SceneOptions = {}): Promise<Page> {
  const { date = IN_TRANSITION, subjects = [UNIT], language = 'zh' } = options;
  const page = await browser.openOwnPage('popup.html');
  const popup = new Popup(page, language);
  for (const subject of subjects) await popup.addSubject(subject);
  if (date !== null) await setPreview(page, date);
  return page;
}

/** @param query further parameters of the practice site's address */
export function siteAddress(skin: SkinName, query: Readonly<Record<string, string>> = {}): string {
  return `?${new URLSearchParams({ skin, date: IN_TRANSITION, ...query })}`;
}

/** Opens the practice site at the official host. */
export async function visit(
  browser: ExtensionBrowser,
  skin: SkinName,
  query: Readonly<Record<string, string>> = {},
): Promise<Person> {
  return new Person(await browser.openSite(siteAddress(skin, query)), SKINS[skin]);
}
