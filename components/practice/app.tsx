import { useSyncExternalStore } from 'react';
import type { Translate } from '@/lib/locale/translate';
import type { CalendarDate } from '@/lib/notice/calendar';
import { addressOf, type Frames, type Part } from './address';
import { ConsoleHost } from './console-host';
import { PracticeBanner, PracticeWatermark } from './marks';
import type { Skin } from './skins/model';
import type { PracticeStore } from './store';

/** What the surroundings do for the rehearsal; the tests' web site has nothing to do. */
export interface PracticeServices {
  /** Tells the guide which day it is to go by; null: today. */
  readonly setPracticeDate?: ((date: CalendarDate | null) => void) | undefined;
}

export interface PracticeAppProps {
  readonly t: Translate;
  readonly store: PracticeStore;
  readonly skin: Skin;
  readonly skins: readonly Skin[];
  readonly part: Part;
  readonly frames: Frames;
  readonly today: CalendarDate;
  readonly services: PracticeServices;
}

/** A frameset leaves its top document no room, so there the console is a frame of its own. */
const DOCK_ROWS = { folded: '96,*,44', open: '96,*,300' } as const;

function resizeDock(open: boolean): void {
  const frameset = window.parent.document.querySelector('frameset');
  if (frameset !== null) frameset.rows = open ? DOCK_ROWS.open : DOCK_ROWS.folded;
}

export function PracticeApp(props: PracticeAppProps) {
  const { t, store, skin, part, services } = props;
  const state = useSyncExternalStore(store.subscribe, store.get);
  const docked = part === 'console';
  const { Site } = skin;

  const panel = (
    <ConsoleHost
      t={t}
      docked={docked}
      state={state}
      dispatch={store.dispatch}
      skin={skin.id}
      skins={props.skins.map((each) => each.id)}
      onSkin={(id) => {
        window.top?.location.assign(addressOf(id, 'top', 'iframe'));
      }}
      onAccount={store.switchAccount}
      onDate={(date) => {
        store.dispatch({ type: 'today', date: date ?? props.today });
        services.setPracticeDate?.(date);
      }}
      onToggle={docked ? resizeDock : undefined}
    />
  );
  if (docked) return panel;
  return (
    <>
      <PracticeBanner t={t} />
      <Site state={state} dispatch={store.dispatch} part={part} frames={props.frames} />
      <PracticeWatermark t={t} />
      {part === 'top' && panel}
    </>
  );
}
