/** Our overlay and its peers behind one face, so that each scenario is written once. */
import type { Page } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { IsolatedWorld } from '@/scripts/setup/isolated-world';
import { OverlayWorld } from '@/tests/browser/overlay-page';
import { readCard, readRings, waitForCard, waitForRing } from '@/tests/e2e/harness/overlay';
import { type Rect, readOverlayRoots } from '@/tests/e2e/harness/shadow-reader';
import { waitUntil } from '@/tests/e2e/harness/wait-until';
import { PEER_TITLES, type PeerName, peerScript } from './peers';

/** One tool on one page, showing one step. */
export interface Contestant {
  /** Where its highlight is, in the viewport of the top document; null: none is drawn. */
  hole(): Promise<Rect | null>;
  /** Whether its box is drawn. */
  hasBox(): Promise<boolean>;
  /** Centre of a control of its own, and whether a click there would reach it. */
  control(): Promise<{ readonly reached: boolean; readonly look: string } | null>;
  /** Live regions of its own, and animations of its own that run. */
  manners(): Promise<{ readonly live: number; readonly animations: number }>;
}

export interface Tool {
  readonly title: string;
  readonly isOurs: boolean;
  /** Shows a step about the control; `frame`: it is in the frame of that name. */
  enter(page: Page, frame?: string): Promise<Contestant>;
}

/** The control every scenario is about; `.target` also where a hidden one comes first. */
export const TARGET = '.target';

export function peerTool(name: PeerName): Tool {
  return {
    title: PEER_TITLES[name],
    isOurs: false,
    async enter(page, frame) {
      const { code, css } = await peerScript(name);
      const world = await IsolatedWorld.open(page, 'bench');
      if (css !== '') await page.addStyleTag({ content: css });
      await world.run(code);
      const target = frame
        ? `document.querySelector('iframe[name=${frame}]').contentDocument.querySelector('${TARGET}')`
        : `'${TARGET}'`;
      await world.run(`benchPeer.show(${target}, { title: '解绑', text: '请点击解除绑定。' })`);
      await waitUntil('its box', () => world.run<boolean>('benchPeer.popover() !== null'), Boolean, 5_000);
      return peerOn(world);
    },
  };
}

function peerOn(world: IsolatedWorld): Contestant {
  return {
    hole: () => world.run('benchPeer.hole()'),
    hasBox: () =>
      world.run(`(() => { const box = benchPeer.popover();
        return !!box && box.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }); })()`),
    control: () =>
      world.run(`(() => { const box = benchPeer.popover();
        const button = box?.querySelector('button'); if (!button) return null;
        const { x, y, width, height } = button.getBoundingClientRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        const { fontSize, padding, backgroundColor, borderTopWidth } = getComputedStyle(button);
        return { reached: !!hit && box.contains(hit), look: [fontSize, padding, backgroundColor, borderTopWidth].join() }; })()`),
    manners: () =>
      world.run(`({ live: document.querySelectorAll('[aria-live], [role=status], [role=alert]').length,
        animations: document.getAnimations().filter(({ playState, effect }) =>
          playState === 'running' && effect?.getComputedTiming().duration > 1).length })`),
  };
}

export const ourTool: Tool = {
  title: 'Rebind',
  isOurs: true,
  async enter(page, frame) {
    const target = { state: 'found', label: '解除绑定', place: frame ? 'inner' : 'top' } as const;
    const top = await OverlayWorld.mount(page);
    await top.show(showing(UNBIND_PLAN, { target }));
    const inner = frame ? page.frame(frame) : null;
    const world = inner ? await OverlayWorld.mount(page, { frame: inner }) : top;
    await world.ring('unbind');
    await waitForCard(page, {});
    await waitForRing(page, 'unbind');
    return oursOn(page);
  },
};

function oursOn(page: Page): Contestant {
  const rootWith = async (part: string) =>
    (await readOverlayRoots(page)).find(({ parts }) =>
      parts.some(({ attributes }) => attributes['data-part'] === part),
    );
  return {
    async hole() {
      const [ring] = await readRings(page);
      const frame =
        ring && page.frames().find((each) => each !== page.mainFrame() && each.url() === ring.documentUrl);
      if (!ring || !frame) return ring?.rect ?? null;
      const place = await page.evaluate((name) => {
        const element = document.getElementsByName(name)[0] as HTMLIFrameElement;
        const { x, y } = element.getBoundingClientRect();
        return { x: x + element.clientLeft, y: y + element.clientTop };
      }, frame.name());
      return { ...ring.rect, x: ring.rect.x + place.x, y: ring.rect.y + place.y };
    },
    hasBox: async () => (await readCard(page)) !== null,
    async control() {
      const root = await rootWith('card');
      return (
        (await root?.call((shadow: ShadowRoot) => {
          const button = shadow.querySelector('[data-action="say-done"]');
          if (!button) return null;
          const { x, y, width, height } = button.getBoundingClientRect();
          const hit = document.elementFromPoint(x + width / 2, y + height / 2);
          const { fontSize, padding, backgroundColor, borderTopWidth } = getComputedStyle(button);
          const look = [fontSize, padding, backgroundColor, borderTopWidth].join();
          return { reached: hit === shadow.host, look };
        }, null)) ?? null
      );
    },
    async manners() {
      const root = await rootWith('card');
      const found = await root?.call(
        (shadow: ShadowRoot) => ({
          live: shadow.querySelectorAll('[aria-live], [role=status], [role=alert]').length,
          animations: shadow
            .getAnimations()
            .filter(
              ({ playState, effect }) =>
                playState === 'running' && Number(effect?.getComputedTiming().duration ?? 0) > 1,
            ).length,
        }),
        null,
      );
      return found ?? { live: 0, animations: 0 };
    },
  };
}
