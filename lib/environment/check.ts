import { checkAccess } from './access';
import { type BrowserVersion, readBrowser } from './browser';
import type { EnvironmentQuestion, Finding, Line, MachineReading, PageReading, Said } from './model';

/** Minutes behind UTC. China has had one zone and no summer time since 1992. */
const SHANGHAI_OFFSET = -480;

export interface EnvironmentParts {
  readonly machine: MachineReading;
  /** null: no page of the system could be asked. */
  readonly page: PageReading | null;
  /** The engines' oldest versions that we support (`BROWSER_FLOOR`). */
  readonly floor: { readonly chromium: number; readonly firefox: number };
  /** What the person answered today. */
  readonly said: Partial<Record<EnvironmentQuestion, Said>>;
}

/**
 * Everything that may keep a key from being seen and that we can look at or ask about, in the order in which
 * to look. Pure: nothing is probed, no port is tried.
 */
export function checkEnvironment({ machine, page, floor, said }: EnvironmentParts): readonly Finding[] {
  const browser = readBrowser(machine);
  return [
    askKeys(said['environment-keys'] ?? null),
    askAssistants(said['environment-assistants'] ?? null),
    checkAccess(browser, page),
    checkAddress(page),
    checkBrowser(browser, floor),
    checkMode(page),
    checkClock(machine),
    checkZone(machine),
  ];
}

function askKeys(said: Said | null): Finding {
  const base = { id: 'keys', question: { id: 'environment-keys', said } } as const;
  if (!said)
    return { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.keys.ask' }, cures: [] };
  const isOne = said.answer === 'yes';
  const cures: readonly Line[] = isOne ? [] : [{ key: 'environment.keys.cure' }];
  const say: Line = { key: isOne ? 'environment.keys.one' : 'environment.keys.other' };
  return { ...base, known: 'said', tone: isOne ? 'ok' : 'caution', say, cures };
}

function askAssistants(said: Said | null): Finding {
  const base = { id: 'assistants', question: { id: 'environment-assistants', said } } as const;
  if (!said) {
    return { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.assistants.ask' }, cures: [] };
  }
  const isTwo = said.answer === 'yes';
  const cures: readonly Line[] = isTwo ? [{ key: 'environment.assistants.cure' }] : [];
  const say: Line = { key: isTwo ? 'environment.assistants.two' : 'environment.assistants.one' };
  return { ...base, known: 'said', tone: isTwo ? 'caution' : 'ok', say, cures };
}

function checkAddress(page: PageReading | null): Finding {
  const base = { id: 'address', cures: [] } as const;
  if (!page) return { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.address.noPage' } };
  if (page.protocol === 'https:') {
    return { ...base, known: 'seen', tone: 'ok', say: { key: 'environment.address.https' } };
  }
  if (page.protocol === 'http:') {
    return { ...base, known: 'seen', tone: 'caution', say: { key: 'environment.address.http' } };
  }
  return { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.address.other' } };
}

function checkBrowser(browser: BrowserVersion, floor: EnvironmentParts['floor']): Finding {
  const { engine, version } = browser;
  const base = { id: 'browser', cures: [] } as const;
  if (engine === 'unknown' || version === null) {
    return { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.browser.unknown' } };
  }
  const engineName = engine === 'firefox' ? 'Firefox' : 'Chromium';
  const params = { name: browser.name ?? engineName, engine: engineName, version, floor: floor[engine] };
  if (version >= floor[engine]) {
    return { ...base, known: 'seen', tone: 'ok', say: { key: 'environment.browser.ok', params } };
  }
  return {
    ...base,
    known: 'seen',
    tone: 'caution',
    say: { key: 'environment.browser.old', params },
    cures: [{ key: 'environment.browser.cure' }],
  };
}

/** No extension runs in IE mode: where we could read the page, it is not in that mode. */
function checkMode(page: PageReading | null): Finding {
  const base = { id: 'mode', cures: [] } as const;
  return page
    ? { ...base, known: 'seen', tone: 'ok', say: { key: 'environment.mode.normal' } }
    : { ...base, known: 'unknown', tone: 'ask', say: { key: 'environment.mode.unknown' } };
}

/** What the computer's clock says is seen; whether it is right, only the person can tell. */
function checkClock({ now }: MachineReading): Finding {
  return {
    id: 'clock',
    known: 'seen',
    tone: 'ask',
    say: { key: 'environment.clock.compare', at: now.toISOString() },
    cures: [{ key: 'environment.clock.cure' }],
  };
}

function checkZone({ offset }: MachineReading): Finding {
  const base = { id: 'zone', known: 'seen' } as const;
  if (offset === SHANGHAI_OFFSET) {
    return { ...base, tone: 'ok', say: { key: 'environment.zone.shanghai' }, cures: [] };
  }
  const params = { zone: writeOffset(offset) };
  return {
    ...base,
    tone: 'caution',
    say: { key: 'environment.zone.other', params },
    cures: [{ key: 'environment.zone.cure' }],
  };
}

/** UTC+8, UTC−3:30: minutes behind UTC as zones are called. */
function writeOffset(offset: number): string {
  const minutes = Math.abs(offset);
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
  return `UTC${offset > 0 ? '−' : '+'}${hours}`;
}
