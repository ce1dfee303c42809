import { expect, test } from '@playwright/test';
import { OFFICIAL_ADDRESS } from '@/lib/platform/official-site';
import { servePractice } from '@/scripts/practice-server.mjs';
import { sentences } from '@/tests/e2e/harness/own-pages';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { FirefoxBrowser } from './firefox-browser';

const t = sentences('en');

test('Firefox: the guide on paper, the caller’s page drawn, and a control taught from the desk', async () => {
  test.slow();
  const site = await servePractice();
  const firefox = await FirefoxBrowser.launch(site.port);
  const { marionette } = firefox;
  const read = <T>(what: string, script: string, wish: (found: T) => boolean) =>
    waitUntil(what, () => marionette.evaluate<T>(script), wish);
  const open = async (url: string) => {
    await marionette.open('tab');
    await marionette.navigate(url);
  };
  const press = async (words: string) => {
    const pressed = await marionette.evaluate<boolean>(
      `const it = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === ${JSON.stringify(words)});
       it?.click(); return Boolean(it);`,
    );
    expect(pressed, words).toBe(true);
  };
  try {
    await marionette.navigate(firefox.ownPage('sheet.html?guide=rebind&date=2023-09-20'));
    const sheet = await read<string>(
      'the sheet',
      'return document.querySelector("[data-part=sheet]")?.innerText ?? ""',
      (text) => text !== '',
    );
    expect(sheet).toContain(t('sheet.step', { number: 3 }));

    const query = 'audience=budget-unit&level=city&page=home&plugged=new';
    await marionette.navigate(firefox.ownPage(`picture.html?pack=&${query}`));
    const parts = await waitUntil(
      'card and ring in the picture',
      () => firefox.readParts(),
      (all) => ['card', 'ring'].every((part) => all.some((each) => each.part === part)),
    );
    expect(parts.find(({ part }) => part === 'card')?.step).toBe('open-list');

    await marionette.navigate(`${OFFICIAL_ADDRESS}?skin=element&state=ca-list`);
    await waitUntil(
      'the card',
      () => firefox.readParts(),
      (all) => all.some(({ part }) => part === 'card'),
    );
    await open(firefox.ownPage('desk.html?view=teach'));
    await read<boolean>(
      'the page in the desk’s list',
      `return [...document.querySelectorAll('button')].some((each) => each.textContent.trim() === ${JSON.stringify(t('teach.read'))} && !each.disabled)`,
      Boolean,
    );
    await press(t('teach.read'));
    const state = await read<string>(
      'the reading of the page',
      'return document.querySelector("[data-part=reading]")?.dataset.state ?? ""',
      (found) => found !== '',
    );
    expect(state).toBe('ca-list');
    const chosen = await marionette.evaluate<boolean>(
      `const row = [...document.querySelectorAll('[data-part=controls] tr')].find((each) => each.textContent.includes(${JSON.stringify(t('teach.target.unbind'))}));
       row?.querySelector('button').click(); return Boolean(row);`,
    );
    expect(chosen).toBe(true);
    const trial = await read<string>(
      'the trial of the lesson',
      'const it = document.querySelector("[data-part=trial]"); return it ? [it.dataset.now, it.dataset.wrong].join(" ") : ""',
      (found) => found !== '',
    );
    expect(trial).toBe('right 0');
    await press(t('teach.lesson.keep'));
    await read<string>(
      'the lesson in the list',
      'return document.querySelector("[data-part=profile] [data-lesson]")?.dataset.lesson ?? ""',
      (found) => found === 'unbind',
    );
    await press(t('teach.report.make'));
    const report = await read<string>(
      'the masked snapshot',
      'return document.querySelector("[data-part=report-text]")?.value ?? ""',
      (found) => found !== '',
    );
    expect(report).toContain('█');
    expect(report).not.toContain('YL0001');

    // A list is read in a worker, from a file of ours, and written.
    await marionette.navigate(firefox.ownPage('desk.html?view=roster'));
    const click = (words: string) =>
      read<boolean>(
        `the button “${words}”`,
        `const it = [...document.querySelectorAll('button')].findLast((each) => each.textContent.trim() === ${JSON.stringify(words)} && !each.disabled);
         it?.click(); return Boolean(it);`,
        (pressed) => pressed,
      );
    await click(t('roster.action.import'));
    const [box = ''] = await waitUntil(
      'the box to paste into',
      () => marionette.findAll('textarea.import-paste'),
      (found) => found.length > 0,
    );
    await marionette.type(box, '单位名称,编码,CA状态\n市一中,001,已领');
    await click(t('roster.import.pasteGo'));
    await click(t('roster.import.next'));
    await click(t('roster.import.go'));
    await read<number>(
      'the unit in the roster',
      'return document.querySelectorAll("[data-unit]").length',
      (count) => count === 1,
    );
  } finally {
    await firefox.discard();
    await site.close();
  }
});
