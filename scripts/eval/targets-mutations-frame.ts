/** Runs in a page under evaluation: the whole page in a frame of another. */
import type { Mutation } from '@/lib/page/mutations/model';

/** Where an element is below the body, by positions. */
function positionsOf(it: Element): number[] {
  const positions: number[] = [];
  for (let at = it; at !== at.ownerDocument.body; ) {
    const parent = at.parentElement;
    if (!parent) return [];
    positions.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  return positions;
}

/** The whole page in a frame of another; null where the parser made another tree of it. */
async function moveIntoFrame(it: Element): Promise<Element | undefined> {
  const document = it.ownerDocument;
  const positions = positionsOf(it);
  // What a native modal dialog or a shadow root is, markup does not say.
  if (positions.length === 0 || document.querySelector('dialog[open]')) return undefined;
  const frame = document.createElement('iframe');
  frame.style.cssText = 'display:block;border:0;width:100%;height:900px';
  frame.srcdoc = `<!doctype html>${document.documentElement.outerHTML.replace(/<script[\s\S]*?<\/script>/gi, '')}`;
  const head = document.createElement('div');
  head.append('交易平台 门户');
  document.body.replaceChildren(head, frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const inner = positions.reduce<Element | undefined>(
    (at, position) => at?.children[position],
    frame.contentDocument?.body,
  );
  return inner?.localName === it.localName ? inner : undefined;
}

export const FRAMED: readonly Mutation[] = [{ name: 'inside-frame', benign: true, apply: moveIntoFrame }];
