import { useSyncExternalStore } from 'react';
import type { Language } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { addressOf, type Frames, type Part } from './address';
import { ConsoleHost } from './console-host';
import { PracticeBanner, PracticeWatermark } from './marks';
import { type PracticeServices, tellDay } from './services';
import type { Skin } from './skins/model';
import type { PracticeStore } from './store';

export interface PracticeAppProps {
  readonly t: Translate;
  readonly language: Language;
  readonly store: PracticeStore;
  readonly skin: Skin;
  readonly skins: readonly Skin[];
  readonly part: Part;
  readonly frames: Frames;
  /** The day where the trainer chose none. */
  readonly usualDay: CalendarDate;
  readonly services: PracticeServices;
}

export function PracticeApp(props: PracticeAppProps) {
  const { t, language, store, skin, part, services } = props;
  const state = useSyncExternalStore(store.subscribe, store.get);
  // A frameset leaves its top document no room, so there the console is a frame of its own.
  const docked = part === 'console';
  // The window around an iframe spreads its watermark over it; a frameset has nothing to spread.
  const covered = part !== 'top' && props.frames === 'iframe' && window.parent !== window;
  const { Site } = skin;

  /** Documents of a many-document skin stay as they were loaded: show a changed scene by loading anew. */
  function loadAnew() {
    if (skin.documents === 'many') window.top?.location.assign(addressOf(skin.id, 'top', props.frames));
  }

  async function startOver() {
    store.dispatch({ type: 'reset' });
    await services.startOver?.();
    tellDay(services, store.get().today, props.usualDay);
    loadAnew();
  }

  const panel = (
    <ConsoleHost
      t={t}
      language={language}
      docked={docked}
      state={state}
      dispatch={store.dispatch}
      onStartOver={startOver}
      skin={skin.id}
      skins={props.skins.map((each) => each.id)}
      onSkin={(id) => {
        window.top?.location.assign(addressOf(id, 'top', 'iframe'));
      }}
      onAccount={(account) => {
        store.switchAccount(account);
        loadAnew();
      }}
      onDate={(date) => {
        const day = date ?? props.usualDay;
        store.dispatch({ type: 'today', date: day });
        tellDay(services, day, props.usualDay);
      }}
      onToggle={docked ? (open) => skin.resizeConsole?.(window, open) : undefined}
    />
  );
  if (docked) return panel;
  return (
    <>
      <PracticeBanner t={t} language={language} slim={part === 'menu' || part === 'content'} />
      <Site
        state={state}
        dispatch={store.dispatch}
        part={part}
        frames={props.frames}
        mark={<PracticeBanner t={t} language={language} slim />}
      />
      {!covered && <PracticeWatermark t={t} />}
      {part === 'top' && panel}
    </>
  );
}
