/**
 * Reads our closed shadow roots in the release build. Playwright cannot see into them (playwright #23047);
 * the debugging protocol can: it names every shadow root, and a function called *on* one sees its inside.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One element of our overlay. Coordinates are those of its own document's viewport. */
export interface OverlayElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly rect: Rect;
  readonly visible: boolean;
}

/** One of our shadow roots as it was read. */
export interface OverlayRoot {
  readonly documentUrl: string;
  readonly mode: string;
  /** The light-DOM host: what the page itself can see of us. */
  readonly host: OverlayElement;
  /** Elements that carry `data-part`. */
  readonly parts: readonly OverlayElement[];
  /** What a person can operate. */
  readonly controls: readonly OverlayElement[];
  /** Calls a function on the living root; it must be self-contained. */
  readonly call: <A, R>(act: (root: ShadowRoot, argument: A) => R | Promise<R>, argument: A) => Promise<R>;
}

interface ProtocolNode {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: string[] | undefined;
  readonly children?: ProtocolNode[] | undefined;
  readonly shadowRoots?: ProtocolNode[] | undefined;
  readonly contentDocument?: ProtocolNode | undefined;
}

const OBJECT_GROUP = 'rebind-overlay';

function hasPart(node: ProtocolNode): boolean {
  const { attributes = [], children = [] } = node;
  const own = attributes.some((name, index) => index % 2 === 0 && name === 'data-part');
  return own || children.some(hasPart);
}

/** Shadow roots with a `data-part` inside, in this process's documents. */
function* ourRoots(node: ProtocolNode): Generator<ProtocolNode> {
  for (const root of node.shadowRoots ?? []) {
    if (hasPart(root)) yield root;
    yield* ourRoots(root);
  }
  for (const child of node.children ?? []) yield* ourRoots(child);
  if (node.contentDocument) yield* ourRoots(node.contentDocument);
}

/** Runs in the page, on the shadow root. Self-contained. */
export function describeRoot(root: ShadowRoot) {
  const look = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const shown = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    return {
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: (element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')).trim(),
      rect: { x, y, width, height },
      visible: shown && width > 0 && height > 0 && style.clipPath !== 'inset(50%)',
    };
  };
  return {
    documentUrl: root.ownerDocument.URL,
    mode: root.mode,
    host: look(root.host),
    parts: [...root.querySelectorAll('[data-part]')].map(look),
    controls: [...root.querySelectorAll('button, a[href], input, summary, [role="button"]')].map(look),
  };
}

const frameSessions = new WeakMap<Frame, CDPSession | null>();

/** A session for the page, and one for each frame that lives in a process of its own. */
async function sessionsOf(page: Page): Promise<CDPSession[]> {
  const sessions: CDPSession[] = [];
  for (const frame of page.frames()) {
    let session = frameSessions.get(frame);
    if (session === undefined) {
      const owner = frame === page.mainFrame() ? page : frame;
      // A frame of the page's own process has no session: the page's sees it.
      session = await page
        .context()
        .newCDPSession(owner)
        .catch((error: unknown) => {
          if (owner === page) throw error;
          return null;
        });
      frameSessions.set(frame, session);
    }
    if (session) sessions.push(session);
  }
  return sessions;
}

async function callOn<R>(
  session: CDPSession,
  objectId: string,
  source: string,
  argument: unknown,
): Promise<R> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId,
    // `__name`: tsx lets esbuild wrap inner functions in a helper that exists in its own modules alone.
    functionDeclaration: `function (argument) { const __name = (named) => named; return (${source})(this, argument); }`,
    arguments: [{ value: argument }],
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as R;
}

async function readRootsIn(session: CDPSession): Promise<OverlayRoot[]> {
  await session.send('Runtime.releaseObjectGroup', { objectGroup: OBJECT_GROUP });
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found: OverlayRoot[] = [];
  for (const node of ourRoots(root as ProtocolNode)) {
    const { object } = await session.send('DOM.resolveNode', {
      backendNodeId: node.backendNodeId,
      objectGroup: OBJECT_GROUP,
    });
    const { objectId } = object;
    if (!objectId) continue;
    const described = await callOn<ReturnType<typeof describeRoot>>(
      session,
      objectId,
      describeRoot.toString(),
      null,
    );
    found.push({
      ...described,
      call: (act, argument) => callOn(session, objectId, act.toString(), argument),
    });
  }
  return found;
}

/**
 * Every overlay root of ours in the page's documents, frames included. The page may change at any time:
 * read inside `waitUntil`.
 */
export async function readOverlayRoots(page: Page): Promise<OverlayRoot[]> {
  const roots: OverlayRoot[] = [];
  for (const session of await sessionsOf(page)) roots.push(...(await readRootsIn(session)));
  return roots;
}
