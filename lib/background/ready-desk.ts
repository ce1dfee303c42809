import { caseFor } from '@/lib/certificate/notice-case';
import { circumstancesOf } from '@/lib/guide/circumstance-words';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { obligationJourneyId } from '@/lib/guide/obligation-words';
import type { CalendarDate } from '@/lib/notice/calendar';
import { dateIn } from '@/lib/notice/days';
import { explain } from '@/lib/notice/explain';
import type { Explanation } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import { atFirst, caseKey, holdsOn, makeReady, withBeside } from '@/lib/notice/ready';
import type { ReadyStamp, Store } from '@/lib/store/model';
import type { StoredShelf } from '@/lib/store/stored-shelf';
import { SerialQueue } from './serial-queue';

export interface ReadyDeskParts {
  /** The real database: previews and rehearsals read the whole shelf. */
  readonly store: () => Promise<Store>;
  readonly shelf: StoredShelf;
  readonly now: () => Date;
  /** The extension's version. */
  readonly build: string;
}

type Stamp = Pick<ReadyStamp, 'build' | 'mark'>;

/** The shelf changed under our hands this often: whoever changed it last will ask again. */
const MOST_TRIES = 3;

/**
 * Keeps ready what the popup shows first where packs were added: the notice followed, those beside it apart, and what
 * they say together in the case of each subject (docs/decisions/023-ready-notice.md). Asked whenever packs, rules,
 * region, subjects or the day may have changed; where all is there already it reads no pack and writes nothing.
 */
export class ReadyDesk {
  readonly #parts: ReadyDeskParts;
  readonly #queue = new SerialQueue<'ready'>();

  constructor(parts: ReadyDeskParts) {
    this.#parts = parts;
  }

  /** Rejects where the database cannot be read or written; the popup then reads the packs by itself. */
  prepare(): Promise<void> {
    return this.#queue.run('ready', async () => {
      const store = await this.#parts.store();
      for (let tries = 0; tries < MOST_TRIES; tries += 1) if (await this.#prepareOnce(store)) return;
    });
  }

  /** All of it is made anew when next asked. */
  forget(): Promise<void> {
    return this.#queue.run('ready', async () => (await this.#parts.store()).shelf.forgetReady());
  }

  async #prepareOnce(store: Store): Promise<boolean> {
    const { shelf, now, build } = this.#parts;
    const today = dateIn(now(), shelf.timeZone);
    const trace = await store.shelf.trace();
    if (trace.isPlain) {
      await store.shelf.forgetReady();
      return true;
    }
    const stamp: Stamp = { build, mark: trace.mark };
    const known = await store.shelf.ready('notice', stamp);
    if (known && holdsOn(known, today)) {
      if (known.beside === 0 || known.pack === null) return true;
      const beside = await store.shelf.ready('beside', stamp);
      if (beside?.length === known.beside) {
        return this.#answer(store, stamp, today, withBeside(known.pack, beside));
      }
    }
    const { mark, packs } = await shelf.current();
    const asked = { today, system: shelf.system };
    const followed = noticeToFollow(packs, asked);
    const made = makeReady(packs, followed, noticeToFollow(shelf.builtin, asked), today);
    const fresh = { build, mark };
    const isPut = await store.shelf.putReady(fresh, [
      { key: 'notice', value: made.notice },
      { key: 'beside', value: made.beside },
    ]);
    if (!isPut) return false;
    return made.notice.beside === 0 || this.#answer(store, fresh, today, followed);
  }

  /** Answers for the subjects that are here, and for no others: one that was erased leaves nothing behind. */
  async #answer(store: Store, stamp: Stamp, today: CalendarDate, pack: NoticePack): Promise<boolean> {
    const known = (await store.shelf.ready('answers', stamp)) ?? {};
    const certificates = await store.certificates.list();
    const cases = await Promise.all(
      (await store.subjects.list()).map(async (row) => {
        const facts = await store.ledger.facts(obligationJourneyId(pack, row.id));
        return caseFor(pack, row, certificates, today, circumstancesOf(pack, row, facts));
      }),
    );
    const asked = new Map(cases.map((each) => [caseKey(each), each] as const));
    const isSame = Object.keys(known).length === asked.size && [...asked.keys()].every((key) => key in known);
    if (isSame) return true;
    const value: Record<string, Explanation> = {};
    for (const [key, each] of asked) value[key] = known[key] ?? atFirst(explain(pack, each));
    return store.shelf.putReady(stamp, [{ key: 'answers', value }]);
  }
}
