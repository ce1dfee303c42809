/**
 * `npm start`: builds, serves the practice site at the official host name, and opens a browser with the
 * extension and a fresh profile at the login page. Without a display it walks the whole guide headlessly and
 * leaves pictures and a transcript in out/walk.
 */
import { parseArgs } from 'node:util';
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { ExtensionBrowser } from '@/tests/e2e/harness/extension-browser';
import { SKINS } from '@/tests/e2e/harness/person';
import { prepare, siteAddress } from '@/tests/e2e/harness/scene';
import { build } from './build.mjs';
import { servePractice } from './practice-server.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { inRoot } from './setup/paths.mjs';
import { failPlainly, PlainError, say } from './setup/run-command.mjs';
import { ensureTestMachine } from './setup/test-machine.mjs';
import { walk } from './walk/walk';

const USAGE = `npm start -- [--date YYYY-MM-DD] [--role ROLE] [--level LEVEL] [--skin SKIN] [--language zh|en] [--headless]
  --date      the day to preview, e.g. 2023-09-20 (a walk without a display takes that one by itself)
  --role      whom to act as: ${AUDIENCES.join(', ')}
  --level     ${LEVELS.join(' or ')}
  --skin      how the practice site is built: ${Object.keys(SKINS).join(', ')}
  --headless  walk and take pictures even where there is a display`;

/** A walk without a chosen date shows the whole rebind, so it plays inside the transition. */
const WALK_DATE = '2023-09-20';

function oneOf<T extends string>(name: string, values: readonly T[], given: string): T {
  const value = values.find((each) => each === given);
  if (value === undefined) throw new PlainError(`--${name} ${given}: one of ${values.join(', ')}.`);
  return value;
}

function isCalendarDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @throws PlainError that names the argument and what may stand there */
function readArguments() {
  let given: ReturnType<typeof parse>['values'];
  try {
    given = parse().values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
  const { date, role, level, skin, language, headless, help } = given;
  if (date !== undefined && !isCalendarDate(date))
    throw new PlainError(`--date ${date}: a day, like 2023-09-20.`);
  return {
    help,
    headless,
    date,
    role: role === undefined ? undefined : oneOf('role', AUDIENCES, role),
    level: oneOf('level', LEVELS, level),
    skin: oneOf('skin', Object.keys(SKINS) as (keyof typeof SKINS)[], skin),
    language: oneOf('language', ['zh', 'en'], language),
  };
}

function parse() {
  return parseArgs({
    options: {
      date: { type: 'string' },
      role: { type: 'string' },
      level: { type: 'string', default: 'city' },
      skin: { type: 'string', default: 'element' },
      language: { type: 'string', default: 'zh' },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

type Arguments = ReturnType<typeof readArguments>;

/** Opens the browser for a person and waits until they close it. */
async function openBrowser(options: Arguments, sitePort: number): Promise<void> {
  const { date, role, level, skin, language } = options;
  const browser = await ExtensionBrowser.launch({ sitePort, language, headless: false, viewport: null });
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  process.once('SIGINT', () => void browser.context.close());
  if (date !== undefined || role !== undefined) {
    const subjects = role === undefined ? [] : [{ name: '演练单位甲', audience: role, level }];
    await (await prepare(browser, { date: date ?? null, subjects, language })).close();
  }
  await browser.openSite(siteAddress(skin, date === undefined ? {} : { date }));
  say('The browser is open at the practice site, which stands in for the official host. Close it to end.');
  if (date === undefined) say('To see the transition: npm start -- --date 2023-09-20 --role budget-unit');
  await closed;
  await browser.discard();
}

async function start(): Promise<void> {
  const options = readArguments();
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const browser = await ensureChromium();
  await ensureTestMachine({ firefox: false });
  say(`Using Chromium ${browser.version} (${browser.path}).`);
  await build(['chrome', 'practice']);
  const site = await servePractice();
  try {
    if (hasDisplay() && !options.headless) {
      await openBrowser(options, site.port);
      return;
    }
    say('Walking the guide headlessly, with a picture of each step.');
    const folder = inRoot('out', 'walk');
    const pictures = await walk({
      ...options,
      sitePort: site.port,
      date: options.date ?? WALK_DATE,
      role: options.role ?? 'budget-unit',
      folder,
    });
    say(`Done: ${pictures} pictures and transcript.md in out/walk.`);
  } finally {
    await site.close();
  }
}

start().catch(failPlainly);
