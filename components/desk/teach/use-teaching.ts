/** One page being taught: opened, read, pointed at. All of it ends with the desk's own page. */
import { useEffect, useRef, useState } from 'react';
import { type Picked, PickerSession, type TabReading } from '@/lib/desk/teach/picker-session';
import type { SiteProfile } from '@/lib/page/taught';
import type { TeachServices } from './services';

export interface Teaching {
  readonly reading: TabReading | null;
  readonly picked: Picked | null;
  readonly isBusy: boolean;
  readonly isPicking: boolean;
  readonly isNumbered: boolean;
  /** The page is gone, or closed to us. */
  readonly isLost: boolean;
  open(tab: number): Promise<void>;
  readAgain(): Promise<void>;
  pick(on: boolean): Promise<void>;
  choose(control: TabReading['controls'][number]): void;
  number(on: boolean): void;
  leave(): void;
  report: PickerSession['report'];
}

/** @param profile what is taught of the system's controls; null: not known yet */
export function useTeaching(services: TeachServices, profile: SiteProfile | null): Teaching {
  const session = useRef<PickerSession | null>(null);
  const life = useRef<AbortController | null>(null);
  const tab = useRef<number | null>(null);
  const turn = useRef(0);
  const latest = useRef(profile);
  latest.current = profile;
  const [reading, setReading] = useState<TabReading | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isPicking, setPicking] = useState(false);
  const [isNumbered, setNumbered] = useState(false);
  const [isLost, setLost] = useState(false);
  useEffect(() => () => life.current?.abort(), []);

  const read = async () => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    try {
      const seen = await session.current?.read(latest.current ?? { system: services.system, controls: [] });
      // Read again meanwhile: the frames answered the later one, and this one has waited for nothing.
      if (mine === turn.current) setReading(seen ?? null);
    } finally {
      if (mine === turn.current) setBusy(false);
    }
  };
  const lose = () => {
    setLost(true);
    setPicking(false);
    setNumbered(false);
  };

  return {
    reading,
    picked,
    isBusy,
    isPicking,
    isNumbered,
    isLost,
    async open(next) {
      life.current?.abort();
      life.current = new AbortController();
      const { signal } = life.current;
      tab.current = next;
      setReading(null);
      setPicked(null);
      setPicking(false);
      setNumbered(false);
      setLost(false);
      setBusy(true);
      const opened = new PickerSession(
        {
          picked: (it) => {
            setPicking(false);
            setPicked(it);
            void services.showDesk();
          },
          stopped: () => {
            setPicking(false);
            void services.showDesk();
          },
        },
        services.patience,
      );
      session.current = opened;
      const ears = {
        tell: (frame: number, told: Parameters<PickerSession['hear']>[1]) => opened.hear(frame, told),
        end: (frame: number) => {
          opened.end(frame);
          if (opened.isOver && !signal.aborted) lose();
        },
      };
      try {
        opened.begin(await services.open(next, ears, signal));
        await read();
      } catch {
        setBusy(false);
        lose();
      }
    },
    readAgain: read,
    async pick(on) {
      session.current?.pick(on);
      setPicking(on);
      if (on && tab.current !== null) await services.showPage(tab.current);
    },
    choose: (control) => session.current?.choose(control),
    number(on) {
      session.current?.number(on);
      setNumbered(on);
    },
    leave: () => setPicked(null),
    report: async () => (await session.current?.report()) ?? [],
  };
}
