/** What the feed's tests stand on: a real server on loopback, real keys, a real store, and a clock that they set. */
import { FeedDesk, type FeedDeskParts } from '@/lib/background/feed-desk';
import type { FeedChoice, FeedIndex } from '@/lib/feed/model';
import { createTranslate } from '@/lib/locale/translate';
import { builtinShelf } from '@/lib/notice/available';
import { builtinPack } from '@/lib/notice/builtin';
import type { NoticePack } from '@/lib/notice/model';
import { fetchFile } from '@/lib/platform/fetch-file';
import type { Store } from '@/lib/store/model';
import { openStore } from '@/lib/store/open';
import zh from '@/locales/zh_CN.json';
import { FeedServer } from '../../../feed-server';
import { Publisher } from '../../../signed-feed';
import { createEngine } from '../../store/raw-database';

export const HOUR = 60 * 60 * 1000;
export const START = new Date('2026-11-26T01:00:00.000Z');

/** The built-in notice under another version. */
export const pack = (version: string, more: Partial<NoticePack> = {}): NoticePack => ({
  ...builtinPack,
  version,
  ...more,
});

/** A notice of another bureau, which is not built in. */
export const other = (version = '1.0.0') =>
  pack(version, { id: 'linjiang-1', documentNumber: '临财示例1号' });

/** One test's feed and the client that follows it. Start one before each test, end it after. */
export class FeedScene {
  readonly publisher = new Publisher();
  now = START;
  /** What the browser's policy says. */
  policy: Record<string, unknown> = {};
  /** What the random source gives, 0 to 1. */
  random = 0.5;
  /** Titles and texts of the notifications. */
  readonly told: string[] = [];
  /** When the next check was asked for, ISO, UTC; `null`: no check. */
  readonly alarms: (string | null)[] = [];
  /** How often the packs in use were said to have changed. */
  changes = 0;

  private constructor(
    public server: FeedServer,
    readonly store: Store,
  ) {}

  static async start(): Promise<FeedScene> {
    return new FeedScene(await FeedServer.start(), await openStore('real', createEngine()));
  }

  async end(): Promise<void> {
    this.store.close();
    await this.server.stop();
  }

  /** The client as a worker makes it that has just been started. */
  desk(other: Partial<FeedDeskParts> = {}): FeedDesk {
    return new FeedDesk({
      store: async () => this.store,
      shelf: builtinShelf,
      readManaged: async () => this.policy,
      fetchFile,
      now: () => this.now,
      random: () => this.random,
      setAlarm: async (at) => void this.alarms.push(at?.toISOString() ?? null),
      settle: async () => {},
      changed: async () => {
        this.changes += 1;
      },
      translate: createTranslate(zh),
      language: 'zh',
      notify: async (_, title, message) => void this.told.push(`${title} ${message}`),
      ...other,
    });
  }

  choice(): FeedChoice {
    return { address: this.server.address, keys: [this.publisher.key] };
  }

  publish(packs: readonly NoticePack[], changed: Partial<FeedIndex> = {}): Promise<FeedIndex> {
    return this.publisher.publish(this.server, packs, { at: this.now, ...changed });
  }

  /** The added packs that are kept, as 'id version'. */
  async packsHere(): Promise<string[]> {
    return (await this.store.packs.list()).map(({ id, version }) => `${id} ${version}`);
  }

  async state() {
    return (await this.store.feed.read()).state;
  }

  /** The code of the last check's failure; `null` if it did not fail. */
  async codeNow(): Promise<string | null> {
    return (await this.state())?.failure?.code ?? null;
  }
}
