/** A document with a sentinel in it, on a clock that tests move, and a background that hears what it reports. */
import { afterEach, beforeEach, vi } from 'vitest';
import { shareRecogniser } from '@/lib/content/recogniser';
import { mountSentinel } from '@/lib/content/sentinel';
import type { PageMessage, PageSeen, Port, ShowMessage } from '@/lib/messaging/contract';
import { collect } from '@/lib/page/collect';
import { read, withDays } from '@/lib/page/recognise';

/** A login page's form, with a place for what it says. */
export const ENTRY =
  '<h3>UKey登录</h3><input type="password" placeholder="PIN码"><button>登录</button><p id="says"></p>';
export const LIST = '<h2>CA管理</h2><button>绑定CA</button><button>解绑CA</button>';

export const recogniser = { collect, read, withDays };
const brought = globalThis as { [at: symbol]: unknown };
const SHARED = Symbol.for('rebind.recogniser');

export interface SentinelStage {
  readonly life: AbortController;
  sent: PageSeen['report'][];
  readonly hear: (message: ShowMessage) => void;
  /** What the background answers next; false to lose a report. */
  isReachable: boolean;
  /** How often the recogniser was asked for, and what the background then does. */
  readonly asked: number;
  bring: () => Promise<{ ok: boolean }>;
}

/** Set anew before each test of the file that calls it. */
export function stageSentinel() {
  const stage = {} as { -readonly [Name in keyof SentinelStage]: SentinelStage[Name] };
  let keyListeners: EventListener[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    keyListeners = [];
    Object.assign(stage, {
      life: new AbortController(),
      sent: [],
      isReachable: true,
      asked: 0,
      bring: async () => {
        shareRecogniser(recogniser);
        return { ok: true };
      },
    });
    const { addEventListener } = EventTarget.prototype;
    vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function (
      this: EventTarget,
      name,
      listener,
      options,
    ) {
      if (name === 'keydown' && typeof listener === 'function') keyListeners.push(listener);
      addEventListener.call(this, name, listener, options);
    });
  });
  afterEach(() => {
    stage.life.abort();
    delete brought[SHARED];
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const port: Port = {
    send(message: PageMessage) {
      if (!stage.isReachable) return Promise.reject(new Error('gone'));
      if (message.type === 'page.wants-recogniser') {
        stage.asked += 1;
        return stage.bring() as never;
      }
      if (message.type === 'page.seen') stage.sent.push(message.report);
      return Promise.resolve({ ok: true }) as never;
    },
    listen: (heard) => {
      stage.hear = heard;
    },
  };
  return {
    stage: stage as SentinelStage,
    mount: (now = () => Date.now(), inside = document, { signal } = stage.life) =>
      mountSentinel(inside, port, { signal, now, recogniser }),
    /** The recogniser has to be brought. */
    mountBare: () => mountSentinel(document, port, { signal: stage.life.signal, now: () => Date.now() }),
    /** The recogniser is on its way, until what is returned is called. */
    bringLater(): () => void {
      let arrive = () => {};
      stage.bring = () =>
        new Promise((resolve) => {
          arrive = () => {
            shareRecogniser(recogniser);
            resolve({ ok: true });
          };
        });
      return () => arrive();
    },
    states: () => stage.sent.map(({ state }) => state),
    /** A key press of a person's: scripts cannot make a trusted event, so the listener is called with one. */
    press() {
      for (const listener of keyListeners) listener({ isTrusted: true } as Event);
    },
  };
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A toast. */
export function answer(text: string): HTMLElement {
  const toast = document.createElement('div');
  toast.setAttribute('role', 'alert');
  toast.append(text);
  return toast;
}

/** A slow machine: each look costs so many milliseconds. */
export function chargeLooks(cost: number) {
  let looks = 0;
  const { createTreeWalker } = Document.prototype;
  vi.spyOn(Document.prototype, 'createTreeWalker').mockImplementation(function (this: Document, ...parts) {
    // One a look goes over elements and texts.
    if (parts[1] === NodeFilter.SHOW_ELEMENT + NodeFilter.SHOW_TEXT) looks += 1;
    return createTreeWalker.apply(this, parts);
  });
  return { now: () => Date.now() + looks * cost, count: () => looks };
}

/** So slow a machine that each look takes several slices. */
export function slowClock(): () => number {
  let clock = 0;
  return () => {
    clock += 3;
    return clock;
  };
}
