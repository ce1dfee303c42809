import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { type PracticeAddress, readAddress, withoutOnce } from './address';
import { PracticeApp } from './app';
import { setScene } from './scenarios';
import { type PracticeServices, tellDay } from './services';
import type { Skin } from './skins/model';
import { createPracticeStore, type KeyValues, type PracticeStore } from './store';

export interface PracticeOptions {
  readonly t: Translate;
  /** Language of our own words; the imitated site is Chinese. */
  readonly language: Language;
  /** The first is used where the address names none. */
  readonly skins: readonly [Skin, ...Skin[]];
  /** The day it plays on where none was chosen. */
  readonly usualDay: CalendarDate;
  readonly services: PracticeServices;
  /** Where the rehearsal is kept; by default in the browser's storage of this site. */
  readonly keep?: { readonly local: KeyValues; readonly session: KeyValues } | undefined;
  readonly signal: AbortSignal;
}

function applyOnce(store: PracticeStore, { once }: PracticeAddress): void {
  if (once.date !== null) store.dispatch({ type: 'today', date: once.date });
  if (once.account !== null) store.switchAccount(once.account);
  if (once.state !== null) store.put(setScene(once.state, store.get()));
  if (once.key !== null) store.dispatch({ type: 'plug', key: once.key === 'none' ? null : once.key });
  for (const fault of once.faults ?? []) store.dispatch({ type: 'fault', fault, on: true });
}

/**
 * Mounts the practice site in its own document: reads the address, restores the rehearsal, renders one
 * document of the chosen skin. Gives the store, so that tests can work the simulated key.
 */
export function mountPractice(page: Document, options: PracticeOptions): PracticeStore {
  const view = page.defaultView ?? window;
  const address = readAddress(view.location.search);
  const skin = options.skins.find((each) => each.id === address.skin) ?? options.skins[0];
  const store = createPracticeStore({
    local: options.keep?.local ?? view.localStorage,
    session: options.keep?.session ?? view.sessionStorage,
    usualDay: options.usualDay,
    forgetsDialogs: skin.documents === 'one',
  });
  if (address.part === 'top') {
    applyOnce(store, address);
    // Told at every start: the guide keeps the day elsewhere, and that may have been erased.
    tellDay(options.services, store.get().today, options.usualDay);
    const kept = withoutOnce(view.location.search);
    if (kept !== view.location.search) {
      view.history.replaceState(null, '', `${view.location.pathname}${kept}${view.location.hash}`);
    }
  }
  view.addEventListener('storage', store.refresh, { signal: options.signal });
  page.title = `【${options.t('practice.mark.name')}】${skin.title}`;

  const frames = address.frames ?? 'iframe';
  const arrival = skin.arrive?.({ page, part: address.part, frames, view: address.view, store });
  if (arrival === 'done') return store;

  const place = page.createElement('div');
  place.id = 'practice';
  page.body.append(place);
  const root = createRoot(place);
  options.signal.addEventListener('abort', () => root.unmount(), { once: true });
  root.render(
    <StrictMode>
      <PracticeApp
        t={options.t}
        language={options.language}
        store={store}
        skin={skin}
        skins={options.skins}
        part={address.part}
        frames={frames}
        usualDay={options.usualDay}
        services={options.services}
      />
    </StrictMode>,
  );
  return store;
}
