import { environmentAnswers } from '@/lib/environment/answers';
import { checkEnvironment } from '@/lib/environment/check';
import type { MachineReading, PageReading } from '@/lib/environment/model';
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { choiceOf } from '@/lib/guide/trouble-choices';
import { troublesOf } from '@/lib/guide/troubles';
import type { MessageOf, Replies } from '@/lib/messaging/contract';
import type { Sender } from '@/lib/messaging/registry';
import { dateIn } from '@/lib/notice/days';
import type { Documents } from '@/lib/platform/documents';
import { BROWSER_FLOOR } from '@/lib/platform/floor';
import type { SessionState } from '@/lib/platform/session-state';
import { factsOf } from './planner';
import { readScene, type SceneParts } from './scene';
import { TabStates } from './tab-states';

export interface EnvironmentDeskParts extends SceneParts {
  readonly session: SessionState;
  readonly documents: Documents;
  /** Browser and clock of this computer; the real clock, whatever date is previewed. */
  readonly machine: (now: Date) => MachineReading;
}

/** Answers what a card asks about troubles and the computer. Changes nothing in the tab. */
export class EnvironmentDesk {
  readonly #parts: EnvironmentDeskParts;
  readonly #tabs: TabStates;

  constructor(parts: EnvironmentDeskParts) {
    this.#parts = parts;
    this.#tabs = new TabStates(parts.session);
  }

  async troubles(): Promise<Replies['page.troubles']> {
    const { shelf, now } = this.#parts;
    const today = dateIn(now(), shelf.timeZone);
    const pack = noticeToFollow(await shelf.packs(), { today, system: shelf.system });
    return { troubles: troublesOf(pack).map((trouble) => choiceOf(trouble)) };
  }

  /** Reads the tab's own top document. No port is tried, and nothing leaves the browser. */
  async read(tab: number | null): Promise<PageReading | null> {
    return tab === null ? null : this.#parts.documents.environment({ tab, frame: 0 });
  }

  async readFor(message: MessageOf<'pages.read-environment'>): Promise<Replies['pages.read-environment']> {
    return { reading: await this.read(message.tab) };
  }

  async check(sender: Sender): Promise<Replies['page.check-environment']> {
    const { now, machine } = this.#parts;
    const [page, said] = await Promise.all([this.read(sender.tab), this.#answers(sender)]);
    return {
      findings: checkEnvironment({ machine: machine(now()), page, floor: BROWSER_FLOOR, said }),
    };
  }

  /** Where the ledger cannot be read, nothing counts as said. */
  async #answers({ tab, kind }: Sender) {
    try {
      const subject = tab === null ? null : ((await this.#tabs.load(tab))?.subject ?? null);
      if (!subject) return {};
      const { pack, store, today } = await readScene(this.#parts, kind === 'practice');
      return environmentAnswers(pack, subject, await factsOf(store, subject), today);
    } catch (error) {
      console.error('rebind: the answers about this computer cannot be read', error);
      return {};
    }
  }
}
