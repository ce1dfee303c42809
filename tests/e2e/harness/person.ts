/**
 * A person at the practice site who does what card and ring say: trusted mouse and keyboard only. The
 * site's own marks (`data-practice`) are used to know the truth, never to find what to click next.
 */
import type { Frame, Locator, Page } from '@playwright/test';
import type { TargetName } from '@/lib/page/model';
import {
  type Card,
  type CardWish,
  clickInCard,
  type Ring,
  readCard,
  waitForCard,
  waitForRing,
} from './overlay';
import type { Rect } from './shadow-reader';
import { waitUntil } from './wait-until';

/** How a person gets along on each skin where the guide has nothing to point at. */
export interface SiteManners {
  /** The site's word for leaving. */
  readonly logOut: string;
  /** The button that leaves a page with a result; null where results fade by themselves. */
  readonly leaveResult: string | null;
  /** Whether the login page asks for the PIN itself; else the driver's own window does, which no page shows. */
  readonly asksPinAtLogin: boolean;
}

export const SKINS = {
  element: { logOut: '退出', leaveResult: null, asksPinAtLogin: true },
  classic: { logOut: '安全退出', leaveResult: '返　回', asksPinAtLogin: false },
  unseen: { logOut: '退出', leaveResult: null, asksPinAtLogin: true },
} as const satisfies Record<string, SiteManners>;
export type SkinName = keyof typeof SKINS;

/** Six digits and more are right on the practice site; nobody's real PIN. */
const PRACTICE_PIN = '123456';

/** How far the ring may be from the control it rings, in pixels: rounding, nothing else (design.md §7). */
const TOLERANCE = 0.5;

function isSameRect(one: Rect, other: Rect): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
  return (
    near(one.x, other.x) &&
    near(one.y, other.y) &&
    near(one.width, other.width) &&
    near(one.height, other.height)
  );
}

function overlaps(one: Rect, other: Rect): boolean {
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}

/** Boxes of the control and of what lies in it, in its own document's viewport, as the ring's is. */
function boxesInFrame(locator: Locator): Promise<Rect[]> {
  return locator.evaluate((control) =>
    [control, ...control.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}

export class Person {
  constructor(
    readonly page: Page,
    readonly manners: SiteManners,
  ) {}

  // --- what card and ring say -------------------------------------------------------------------------

  sees(wish: CardWish): Promise<Card> {
    return waitForCard(this.page, wish);
  }

  card(): Promise<Card | null> {
    return readCard(this.page);
  }

  /**
   * Waits for the one ring and holds it against the site's own mark: the box of the control, or of what it
   * is labelled with inside.
   */
  async seesRingOn(target: TargetName): Promise<Ring> {
    const ring = await waitForRing(this.page, target);
    const control = await this.control(target);
    await waitUntil(
      `the ring to lie on ${target}`,
      async () => {
        const [now, boxes] = [await waitForRing(this.page, target), await boxesInFrame(control)];
        return { ring: now.rect, boxes };
      },
      (found) => found.boxes.some((box) => isSameRect(found.ring, box)),
    );
    return ring;
  }

  /** Clicks where the ring is. */
  async clicksRing(target: TargetName): Promise<void> {
    await this.seesRingOn(target);
    const box = await (await this.control(target)).boundingBox();
    if (!box) throw new Error(`${target} is not drawn`);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Answers every open question of the pre-flight, each by itself. @returns the ids answered */
  async answersAll(answer: 'yes' | 'no'): Promise<string[]> {
    const answered: string[] = [];
    for (;;) {
      const card = await readCard(this.page);
      const open = card?.controls.find(
        ({ attributes, visible }) =>
          visible &&
          attributes['data-action'] === `answer-${answer}` &&
          attributes['aria-pressed'] !== 'true' &&
          !answered.includes(attributes['data-question'] ?? ''),
      );
      const question = open?.attributes['data-question'];
      if (!question) return answered;
      await this.answers(question, answer);
      answered.push(question);
    }
  }

  /** Answers one question and waits until the card shows the answer. */
  async answers(question: string, answer: 'yes' | 'no'): Promise<void> {
    const choice = `[data-action="answer-${answer}"][data-question="${question}"]`;
    await clickInCard(this.page, choice);
    await waitUntil(
      `the card to show ${question}: ${answer}`,
      () => readCard(this.page),
      (card) =>
        card === null ||
        card.controls.every(
          ({ attributes }) =>
            attributes['data-question'] !== question ||
            attributes['data-action'] !== `answer-${answer}` ||
            attributes['aria-pressed'] === 'true',
        ),
    );
  }

  /** Switches a fault of the practice site on or off, as its trainer does. */
  async setsFault(fault: string, on: boolean): Promise<void> {
    await this.page.evaluate(
      (event) => {
        (window as unknown as { practice: { dispatch(event: unknown): void } }).practice.dispatch(event);
      },
      { type: 'fault', fault, on },
    );
  }

  /** Opens 「看到弹窗了吗？」 and clicks the text of a trouble. */
  async choosesTrouble(trouble: string): Promise<void> {
    await clickInCard(this.page, '[data-action="show-troubles"]');
    await clickInCard(this.page, `[data-action="choose-trouble"][data-trouble="${trouble}"]`);
  }

  async saysDone(): Promise<void> {
    await clickInCard(this.page, '[data-action="say-done"]');
  }

  /** Says that the step is not needed here. */
  async skips(): Promise<void> {
    await clickInCard(this.page, '[data-action="skip"]');
  }

  // --- what is done on the site by itself -------------------------------------------------------------

  /** Frames in document order, the page's own first. */
  private async findInFrames(find: (frame: Frame) => Locator, what: string): Promise<Locator> {
    const found = await waitUntil(
      what,
      async () => {
        const visible: Locator[] = [];
        for (const frame of this.page.frames()) {
          const locator = find(frame);
          for (const each of await locator.all()) if (await each.isVisible()) visible.push(each);
        }
        return visible;
      },
      (all) => all.length > 0,
    );
    const [first] = found;
    if (!first) throw new Error(what);
    return first;
  }

  /** The control the site itself marks as this target. */
  control(target: TargetName): Promise<Locator> {
    return this.findInFrames(
      (frame) => frame.locator(`[data-practice="${target}"]`),
      `${target} on the site`,
    );
  }

  /** Clicks a control that nothing points at; a card that lies over it is moved away first. */
  async clicksControl(target: TargetName): Promise<void> {
    const control = await this.control(target);
    await waitUntil(
      `the card to leave ${target} free`,
      async () => {
        const [box, card] = [await control.boundingBox(), await readCard(this.page)];
        const isFree = !box || !card || !overlaps(card.element.rect, box);
        if (!isFree) await clickInCard(this.page, '[data-action="move"]');
        return isFree;
      },
      (isFree) => isFree,
    );
    await control.click();
  }

  /** The simulated key: what a hand does at the machine, not on the page. */
  async plugs(key: 'old' | 'new' | null): Promise<void> {
    await this.page.evaluate((plugged) => {
      (window as unknown as { practice: { dispatch(event: unknown): void } }).practice.dispatch({
        type: 'plug',
        key: plugged,
      });
    }, key);
  }

  /** Types it and goes on from the field, as one does before pressing a button. */
  async typesPin(): Promise<void> {
    const field = await this.findInFrames(
      (frame) => frame.locator('[data-practice="pin-field"]'),
      'the PIN field',
    );
    await field.click();
    await this.page.keyboard.type(PRACTICE_PIN);
    await this.page.keyboard.press('Tab');
  }

  /** The PIN of a login with the CA, where this page asks for it. */
  async typesPinAtLogin(): Promise<void> {
    if (this.manners.asksPinAtLogin) await this.typesPin();
  }

  /** Chooses the certificate in the slot, by a native list or by one that imitates it. */
  async choosesCertificate(): Promise<void> {
    const choice = await this.control('certificate-choice');
    if ((await choice.evaluate((element) => element.localName)) === 'select') {
      await choice.selectOption({ index: 1 });
      return;
    }
    await choice.click();
    const option = await this.findInFrames(
      (frame) => frame.locator('li, [role="option"]').filter({ hasText: '示例CA中心' }),
      'a certificate to choose',
    );
    await option.click();
  }

  async logsOut(): Promise<void> {
    const { logOut } = this.manners;
    const leave = await this.findInFrames((frame) => frame.getByText(logOut, { exact: true }), `“${logOut}”`);
    await leave.click();
  }

  /** Goes on from a page that says "done", where it does not go on by itself. */
  async leavesResult(): Promise<void> {
    const { leaveResult } = this.manners;
    if (leaveResult === null) return;
    const button = await this.findInFrames(
      (frame) => frame.getByRole('button', { name: leaveResult, exact: true }),
      `“${leaveResult}”`,
    );
    await button.click();
  }
}
