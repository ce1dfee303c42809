/** How long it takes from the injection to what a person sees, on one page, one machine, in one run. */
import type { Page } from '@playwright/test';
import { showing, UNBIND_PLAN } from '@/components/card/sample-plans';
import { inRoot } from '@/scripts/setup/paths.mjs';
import { TARGET } from './contestants';
import { bundle, bundlePeer, type PeerName } from './peers';
import { BenchWorld } from './world';

/** Milliseconds since the injection began. */
export interface OwnTimes {
  readonly ring: number;
  readonly card: number;
  /** Of it, finding the control in the document: the guide's own part. */
  readonly find: number;
}

const own = (name: string) => inRoot('scripts', 'bench', 'overlay', `${name}.ts`);

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

/** Both scripts, one after the other; ring and card are shown as soon as each can be. */
function ownRun(first: 'ring' | 'card'): string {
  const ring = `
    (0, eval)(pointerCode);
    const findsFrom = performance.now();
    benchPort.show(${POINT});
    times.find = performance.now() - findsFrom;
    benchPort.show({ type: 'show.ring', request: 'r', draw: true });
    const ringed = painted(benchHasRing).then((at) => { times.ring = at - start; });`;
  const card = `
    (0, eval)(cardCode);
    benchPort.show(${CARD});
    const carded = painted(() => benchPort.sent.some(({ type }) => type === 'page.card'))
      .then((at) => { times.card = at - start; });`;
  return `(async () => {
    const times = {};
    const start = performance.now();
    ${first === 'ring' ? `${ring}\nawait ringed;\n${card}` : `${card}\n${ring}`}
    await Promise.all([ringed, carded]);
    return times;
  })()`;
}

export async function timeOurs(page: Page, first: 'ring' | 'card'): Promise<OwnTimes> {
  const world = await BenchWorld.open(page);
  const [pointer, card] = await Promise.all([
    ownBundle('timed-pointer-entry'),
    ownBundle('timed-card-entry'),
  ]);
  await world.define('pointerCode', pointer.code);
  await world.define('cardCode', card.code);
  await world.run(PAINTED);
  return world.run(ownRun(first));
}

/** A peer: its script, its styles, and the same step on the same control. */
export async function timePeer(page: Page, name: PeerName): Promise<number> {
  const world = await BenchWorld.open(page);
  const { code, css } = await peerBundle(name);
  await world.define('peerCode', code);
  await world.define('peerCss', css);
  await world.run(PAINTED);
  return world.run(`(async () => {
    const start = performance.now();
    const style = document.createElement('style');
    style.textContent = peerCss;
    document.head.append(style);
    (0, eval)(peerCode);
    benchPeer.show('${TARGET}', { title: '解绑', text: '请点击解除绑定。' });
    const at = await painted(() => {
      const hole = benchPeer.hole();
      return benchPeer.popover() !== null && hole !== null && hole.width > 0;
    });
    return at - start;
  })()`);
}

const bundles = new Map<string, ReturnType<typeof bundle>>();

function once(key: string, make: () => ReturnType<typeof bundle>): ReturnType<typeof bundle> {
  const known = bundles.get(key) ?? make();
  bundles.set(key, known);
  return known;
}

export const ownBundle = (name: string) => once(name, () => bundle(own(name)));
export const peerBundle = (name: PeerName) => once(name, () => bundlePeer(name));
