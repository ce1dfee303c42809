/**
 * Runs in a page under evaluation: shows a page, remembers the right control, mutates, and asks what the
 * released code makes of it. The right control is remembered here, in a variable: the page carries no mark.
 */
import { finder } from '@medv/finder';
import { settleTarget } from '@/lib/background/tab-state';
import { clippingAncestors, viewOf, visibleBox } from '@/lib/overlay/visibility';
import { merge } from '@/lib/page/merge';
import type { FrameReport, PageState, Recognition, TargetName, TargetReport } from '@/lib/page/model';
import { recognise } from '@/lib/page/recognise';
import { resolveWithProfile } from '@/lib/page/site-profile';
import type { TaughtControl } from '@/lib/page/taught';
import type { Answer, CaseAnswer, CaseRequest, Reading, TargetPage } from './targets-model';
import { MUTATIONS } from './targets-mutations';

/** What each document of the page answers for itself, as its sentinel and its pointer do. */
interface DocumentEvaluation {
  readonly recognise: () => Recognition;
  readonly resolve: (
    target: TargetName,
    page: PageState,
    taught: TaughtControl | null,
  ) => { report: TargetReport; element: Element | null };
}

declare global {
  interface Window {
    /** This script's own text, for the frames of the page. */
    rebindSource: string;
    rebindTargets: typeof evaluation;
  }
}

const INTERACTIVE = 'a,button,input,select,textarea,[role=button],[role=tab],[role=option],[onclick]';

/** The control that is right now; null: none is. */
let right: Element | null = null;
/** What the system's profile says of the target in this case. */
let taught: TaughtControl | null = null;

const ownDocument: DocumentEvaluation = {
  recognise: () => recognise(location.href, document),
  resolve(target, page, taught) {
    const { report, element } = resolveWithProfile(document, target, { page, taught });
    if (!element) return { report, element };
    // What the pointer adds: a covered control is not pointed at.
    const box = element.getBoundingClientRect();
    const view = viewOf(element, box, visibleBox(box, clippingAncestors(element), document), () => false);
    const isHidden = view === 'covered' || view === 'gone';
    return isHidden
      ? { report: { ...report, state: 'missing', label: null, reasons: [view] }, element: null }
      : { report, element };
  },
};

function selectAcross(root: ParentNode, selector: string): Element | null {
  const [first = '', ...rest] = selector.split(' >>> ');
  return rest.reduce<Element | null>(
    (host, inner) => host?.shadowRoot?.querySelector(inner) ?? null,
    root.querySelector(first),
  );
}

/** Until a frame shows its own document, and that document its frames. */
async function awaitFrames(inside: Document): Promise<void> {
  for (const frame of inside.querySelectorAll('iframe')) {
    const isBlank = frame.hasAttribute('srcdoc') && frame.contentDocument?.URL === 'about:blank';
    if (isBlank || frame.contentDocument?.readyState !== 'complete') {
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    }
    if (frame.contentDocument) await awaitFrames(frame.contentDocument);
  }
}

/** Writes the page into this document and waits for its frames. */
async function show(html: string): Promise<void> {
  document.open();
  document.write(html);
  document.close();
  await awaitFrames(document);
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
    // Of a page kept as text: what was a modal dialog is one again.
    dialog.removeAttribute('open');
    dialog.showModal();
  }
}

function documentOf(frame: string | null): Document {
  const holder = frame === null ? null : document.querySelector<HTMLIFrameElement>(frame);
  const inner = frame === null ? document : holder?.contentDocument;
  if (!inner) throw new Error(`eval: no frame ${frame}`);
  return inner;
}

/** The first that can be seen: what cannot is never meant. */
function locate(frame: string | null, selector: string): Element {
  const inside = documentOf(frame);
  const all = selector.includes(' >>> ') ? [] : [...inside.querySelectorAll(selector)];
  const seen = all.find((each) => each.checkVisibility() && each.getBoundingClientRect().width > 0);
  const element = seen ?? selectAcross(inside, selector);
  if (!element) throw new Error(`eval: nothing at ${selector}`);
  return element;
}

/** Every document of the page, the top one first. */
function viewsBelow(view: Window): Window[] {
  const inner = [...view.document.querySelectorAll<HTMLIFrameElement>('iframe,frame')];
  return [view, ...inner.flatMap(({ contentWindow }) => (contentWindow ? viewsBelow(contentWindow) : []))];
}

function evaluationsOf(): DocumentEvaluation[] {
  return viewsBelow(window).map((view) => {
    if (view === window) return ownDocument;
    const inner = view as Window & typeof globalThis;
    if (!inner.rebindTargets) inner.eval(window.rebindSource);
    return inner.rebindTargets.ownDocument;
  });
}

/** One control, seen as it is or as the part of it that carries the words. */
function isSameControl(found: Element, wanted: Element, target: TargetName): boolean {
  if (found === wanted) return true;
  const [outer, inner] = found.contains(wanted) ? [found, wanted] : [wanted, found];
  const isLabel = (one: Element, other: Element) =>
    one.localName === 'label' && (one as HTMLLabelElement).control === other;
  if (isLabel(found, wanted) || isLabel(wanted, found)) return true;
  if (!outer.contains(inner)) return false;
  const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, '');
  if (target === 'result') return outer === wanted || text(outer) === text(inner);
  return [...outer.querySelectorAll(INTERACTIVE)].every(
    (each) => each.contains(inner) || inner.contains(each),
  );
}

function judge(element: Element | null | undefined, target: TargetName): Answer {
  if (!element) return 'missing';
  return right && isSameControl(element, right, target) ? 'right' : 'wrong';
}

/** What the person would see: the answers of all frames, settled as the background settles them. */
function read(documents: readonly DocumentEvaluation[], target: TargetName, page: PageState): Reading {
  const answers = documents.map((each) => each.resolve(target, page, taught));
  const { card, ring } = settleTarget({
    request: '',
    key: '',
    target,
    isShown: true,
    frames: answers.map((_, at) => at),
    answers: Object.fromEntries(answers.map(({ report }, at) => [at, report])),
  });
  const reasons = [...new Set(answers.flatMap(({ report }) => report.reasons))];
  const element = ring === null ? null : answers[ring]?.element;
  const answer = card.state === 'ambiguous' ? 'ambiguous' : judge(element, target);
  return { answer, label: card.label, reasons };
}

function recogniseAll(documents: readonly DocumentEvaluation[]): PageState {
  const reports = documents.map((each, at): [number, FrameReport] => [
    at,
    { ...each.recognise(), document: `d${at}`, sequence: 1, top: at === 0, childFrames: 0 },
  ]);
  return merge(new Map(reports)).state;
}

async function runCase({ page, target, selector, mutation, css }: CaseRequest): Promise<CaseAnswer> {
  await show(page.html);
  const home = documentOf(page.frame);
  right = selector === null ? null : locate(page.frame, selector);
  let applies = true;
  taught = null;
  if (right && mutation !== null) {
    for (const each of home.querySelectorAll('[data-practice]')) each.removeAttribute('data-practice');
    const change = MUTATIONS.find(({ name }) => name === mutation);
    const after = await change?.apply(right, target, (control) => {
      taught = control;
    });
    applies = after !== undefined;
    right = after ?? null;
  }
  const all = evaluationsOf();
  // What the page's author says is nowhere was said of the frame alone.
  const documents =
    right === null && mutation === null
      ? all.filter((_, at) => viewsBelow(window)[at] === home.defaultView)
      : all;
  const state = recogniseAll(documents);
  const first = css === null || !home.defaultView ? null : home.querySelector(css);
  return {
    applies,
    state,
    seen: read(documents, target, state),
    known: read(documents, target, page.state),
    css: judge(first, target),
  };
}

/** Shows a page as it is and names a control of it by a plain CSS selector. */
async function describe(page: Pick<TargetPage, 'html' | 'frame'>, selector: string): Promise<string | null> {
  await show(page.html);
  const element = locate(page.frame, selector);
  for (const each of element.ownerDocument.querySelectorAll('[data-practice]')) {
    each.removeAttribute('data-practice');
  }
  try {
    return finder(element, { root: element.ownerDocument.body });
  } catch {
    return null;
  }
}

const evaluation = {
  ownDocument,
  show,
  runCase,
  describe,
  /** Of elements that a locator found in the case before. */
  judgeAll: (elements: readonly Element[], target: TargetName): Answer =>
    elements.length > 1 ? 'ambiguous' : judge(elements[0], target),
  mutations: MUTATIONS.map(({ name, benign }) => ({ name, benign })),
};

window.rebindTargets = evaluation;
