/** How long it takes from the injection to what a person sees, on one page, one machine, in one run. */
import type { Page } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { bundleScript, type Script } from '@/scripts/setup/bundle-script';
import { renderCardByPreact } from '@/scripts/setup/card-renderer';
import { IsolatedWorld } from '@/scripts/setup/isolated-world';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { TARGET } from './contestants';
import { type PeerName, peerScript } from './peers';

/** Milliseconds since the injection began; `guide`: of it, loading what finds the control, and finding it. */
export interface ShippedTimes {
  readonly ring: number;
  readonly card: number;
  readonly guide: number;
}

/** Runs in the world: a task after the callbacks of the frame in which something came to be there. */
const PAINTED = `globalThis.painted = (isThere) => new Promise((done) => {
  const look = () => isThere() ? setTimeout(() => done(performance.now())) : requestAnimationFrame(look);
  requestAnimationFrame(look);
});`;

const CARD = JSON.stringify(
  showing(UNBIND_PLAN, { target: { state: 'found', label: '解除绑定', place: 'top' } }),
);
const POINT = JSON.stringify({
  type: 'show.point',
  request: 'r',
  target: 'unbind',
  page: 'ca-list',
  taught: null,
});

/** A world in which nothing is timed yet; the card's sentences are there, as the browser has them. */
async function prepare(page: Page): Promise<IsolatedWorld> {
  const world = await IsolatedWorld.open(page, 'bench');
  await world.run((await ownBundle('timed-words-entry')).code);
  await world.run(PAINTED);
  return world;
}

/** The overlay as a peer is timed: one script, one step, the control given. */
export async function timeOverlay(page: Page): Promise<number> {
  const world = await prepare(page);
  await world.define('overlayCode', (await ownBundle('timed-overlay-entry')).code);
  return world.run(`(async () => {
    const start = performance.now();
    (0, eval)(overlayCode);
    benchShow(${CARD}, '${TARGET}');
    const at = await painted(() => benchIsThere('card') && benchIsThere('ring'));
    return at - start;
  })()`);
}

/** The lines that the card shows of that step, its buttons' labels among them. */
export async function cardLines(page: Page): Promise<readonly string[]> {
  await timeOverlay(page);
  const world = await IsolatedWorld.open(page, 'bench');
  return world.run('benchCardLines()');
}

/** The scripts as they are shipped, one after the other; ring and card are shown as soon as each can be. */
function shippedRun(first: 'ring' | 'card'): string {
  const ring = `
    const guideFrom = performance.now();
    (0, eval)(pointerCode);
    benchPort.show(${POINT});
    times.guide = performance.now() - guideFrom;
    benchPort.show({ type: 'show.ring', request: 'r', draw: true });
    const ringed = painted(() => benchIsThere('ring')).then((at) => { times.ring = at - start; });`;
  const card = `
    (0, eval)(cardCode);
    benchPort.show(${CARD});
    const carded = painted(() => benchIsThere('card')).then((at) => { times.card = at - start; });`;
  return `(async () => {
    const times = {};
    const start = performance.now();
    ${first === 'ring' ? `${ring}\nawait ringed;\n${card}` : `${card}\n${ring}`}
    await Promise.all([ringed, carded]);
    return times;
  })()`;
}

export async function timeShipped(page: Page, first: 'ring' | 'card'): Promise<ShippedTimes> {
  const world = await prepare(page);
  await world.define('pointerCode', (await ownBundle('timed-pointer-entry')).code);
  await world.define('cardCode', (await ownBundle('timed-card-entry')).code);
  return world.run(shippedRun(first));
}

/** What a peer's box says: a sentence by default, which is what such boxes hold. */
const SENTENCE = '请点击解除绑定。';

/**
 * A peer: its script, its styles, and a step on the same control.
 *
 * @param text what its box says; markup, where the peer takes it for markup
 */
export async function timePeer(page: Page, name: PeerName, text = SENTENCE): Promise<number> {
  const world = await prepare(page);
  const { code, css } = await peerScript(name);
  await world.define('peerCode', code);
  await world.define('peerCss', css);
  await world.define('peerText', text);
  return world.run(`(async () => {
    const start = performance.now();
    const style = document.createElement('style');
    style.textContent = peerCss;
    document.head.append(style);
    (0, eval)(peerCode);
    benchPeer.show('${TARGET}', { title: '解绑', text: peerText });
    const at = await painted(() => {
      const hole = benchPeer.hole();
      return benchPeer.popover() !== null && hole !== null && hole.width > 0;
    });
    return at - start;
  })()`);
}

const bundles = new Map<string, Promise<Script>>();

function ownBundle(name: string): Promise<Script> {
  const entry = inRoot('scripts', 'bench', 'overlay', `${name}.ts`);
  const known = bundles.get(name) ?? bundleScript(entry, { plugins: [renderCardByPreact()] });
  bundles.set(name, known);
  return known;
}
