/**
 * What no plan may say or point at, whatever pack and history led to it (design.md §3), told from the raw packs and
 * the raw ledger: neither the product's allowances nor its fold are asked.
 */
import { noticeCaseOf } from '@/lib/guide/case';
import { findGuide } from '@/lib/guide/journey';
import { guideJourneyId } from '@/lib/guide/journey-id';
import type { Fact, GuideDefinition, GuidePlan, Plan, Step } from '@/lib/guide/model';
import { fits, isValidOn } from '@/lib/notice/condition';
import type { NoticePack } from '@/lib/notice/model';
import { isWorkingDay } from '@/lib/notice/working-days';
import { TROUBLE_STATES } from '@/lib/page/model';
import type { StrangeWalk } from './strange-walk';

/** What is wrong, and with what. */
export type Breach = readonly [what: string, where: string];

interface Look {
  readonly walk: StrangeWalk;
  readonly at: number;
  readonly pack: NoticePack;
}

type GuideLook = Look & { readonly plan: GuidePlan; readonly guide: GuideDefinition };

/** Words that nobody took back, by reading the ledger front to back. */
function standing(facts: readonly Fact[]): readonly Fact[] {
  const taken = new Set(facts.flatMap(({ body }) => (body.kind === 'retraction' ? [body.of] : [])));
  return facts.filter(({ assertion, id }) => assertion === 'said' && !taken.has(id));
}

// --- sentences ------------------------------------------------------------------------------------------

interface Told {
  readonly path: string;
  readonly language: 'zh' | 'en';
  readonly text: string;
}

function toldBy(value: unknown, path = ''): Told[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === 'string') {
    const chinese = { path, language: 'zh' as const, text: zh };
    return typeof en === 'string' ? [chinese, { path, language: 'en', text: en }] : [chinese];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    toldBy(item, Array.isArray(value) ? path : `${path}.${key}`),
  );
}

function idsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const isName = (key === 'id' || key === 'role') && typeof item === 'string' && item.includes('-');
    return [...(isName ? [item] : []), ...idsOf(item)];
  });
}

const idsOfPack = new WeakMap<NoticePack, readonly string[]>();

function knownIds(pack: NoticePack): readonly string[] {
  const known = idsOfPack.get(pack) ?? [...new Set(idsOf(pack))];
  idsOfPack.set(pack, known);
  return known;
}

const DOUBLED = /[。，；：、！]{2}|？[。，；]|“”|《》|（）|〔〕|「」|。”。|\s{2}/;
const LOOSE_END = /[，；：、\s]$|^\s/;
const UNFILLED = /undefined|NaN|\[object|\bnull\b/;
const EMPTY_PLACE = /(由|从|于|到|联系|因)(。|；|为止|起才|起，|代替)/;
const OTHER_DAY = /\d{4}-\d\d-\d\d/;
const CHINESE_MARK = /[。，；：？]|\d月\d|\.\.|[,;:]\.|\s[.,;]/;

/** Our own sentences, into which a pack's words are put; not those words shown by themselves. */
const OURS = /notes|\.say|\.by$|stepNotes/i;

function sentences({ walk, pack }: Look, plan: Plan): Breach[] {
  const { kept, base } = walk.packs;
  const hasMarks = kept.includes('marks');
  // The examples are written in Chinese alone.
  const isEnglish = base.id.startsWith('changzhou') && !hasMarks && !kept.includes('no-english');
  return toldBy(plan).flatMap(({ path, language, text }) => {
    const checks: readonly (readonly [string, boolean])[] = [
      ['an empty sentence', text.trim() === ''],
      ['a hole unfilled', UNFILLED.test(text) || /\{(?!label\})[a-zA-Z]+\}/.test(text)],
      ['a day in another form', OTHER_DAY.test(text)],
      ['an id', language === 'zh' && knownIds(pack).some((id) => text.includes(id))],
      ['marks doubled', DOUBLED.test(text) && (!hasMarks || OURS.test(path))],
      ['a loose end', LOOSE_END.test(text) && !hasMarks],
      ['an empty place', language === 'zh' && OURS.test(path) && EMPTY_PLACE.test(text)],
      [
        'Chinese in English',
        language === 'en' && isEnglish && CHINESE_MARK.test(text.replace(/“[^”]*”/g, 'x')),
      ],
    ];
    return checks.flatMap(([what, isSo]) => (isSo ? [[what, `${path}: ${text}`] as const] : []));
  });
}

// --- unbinding ------------------------------------------------------------------------------------------

const isWithin = (
  day: string,
  { from = '', until = '9999' }: { from?: string | undefined; until?: string | undefined },
) => from <= day && day <= until;

/** Why the packs at hand, read by themselves, do not let this case unbind today; null where they do. */
function lawAgainst({ walk, at, pack }: Look, action: 'unbind-old' | 'unbind'): string | null {
  const { today, atHand } = walk;
  const asked = noticeCaseOf(walk.subject(at), today);
  if (!asked) return 'no such audience';
  const begins = (each: NoticePack) => each.validity.from ?? each.publishedOn;
  const isLaw = (each: NoticePack) =>
    isWithin(today, { from: begins(each), until: each.validity.until }) &&
    !atHand.some((other) => other.replaces.includes(each.id) && begins(other) <= today);
  // An everyday one goes by the system's own rules: it needs no notice, only that none forbids it.
  const needsNotice = action === 'unbind-old';
  if (needsNotice && !atHand.some((each) => each.id === pack.id && isLaw(each)))
    return 'its notice is not in force';
  const rules = pack.permissions.filter(
    (each) =>
      each.action === action &&
      isWithin(today, each) &&
      isValidOn(each, today) &&
      !(each.workingDaysOnly && isWorkingDay(today) === false),
  );
  if (rules.some((each) => each.verdict === 'forbids' && fits(each.when, asked) !== 'no')) return 'forbidden';
  if (!needsNotice) return null;
  const isAllowed = rules.some((each) => each.verdict === 'allows' && fits(each.when, asked) === 'yes');
  return isAllowed ? null : 'not allowed';
}

const unbinds = ({ preflight = [], targets }: Step) =>
  preflight.length > 0 || targets.some(({ target }) => target === 'unbind' || target === 'unbind-confirm');

/** Why this person may not be told to unbind now. */
function reasonsAgainst(look: GuideLook, step: Step): string[] {
  const { walk, at, pack, guide } = look;
  const { newCa, newCaFile, audience, id } = walk.subject(at);
  const action = guide.unbinds ?? 'unbind-old';
  const law = lawAgainst(look, action);
  const own = [guide.id, ...(guide.continues ?? [])].flatMap((each) => {
    const found = pack.guides.find((one) => one.id === each);
    return found ? [guideJourneyId(pack, id, found)] : [];
  });
  const words = standing(walk.factsOf(at));
  const lastTo = (question: string) =>
    words.findLast(
      ({ journey, body }) => own.includes(journey) && body.kind === 'answer' && body.question === question,
    );
  const open = guide.questions.flatMap(({ id: question, audiences, seenBy }) => {
    if (!step.preflight?.includes(question) || audiences?.includes(audience) === false) return [];
    const last = lastTo(question);
    if (seenBy === 'new-ca-file' && newCaFile) {
      if (newCaFile.state !== 'valid') return [`the file says no to ${question}`];
      if (!last) return [];
    }
    return last?.body.kind === 'answer' && last.body.answer === 'yes' ? [] : [`${question} is open`];
  });
  const denied = words.findLast(({ body }) => body.kind === 'holds-new');
  const isDenied =
    denied?.body.kind === 'holds-new' &&
    denied.body.answer === 'no' &&
    denied.order > (lastTo('new-key')?.order ?? Number.POSITIVE_INFINITY);
  const isBound = walk
    .factsOf(at)
    .some(({ body, journey }) => body.kind === 'page' && body.state === 'bind-done' && own.includes(journey));
  return [
    ...(law ? [law] : []),
    ...(newCa === 'expired' ? ['the new CA is over'] : []),
    ...open,
    ...(action === 'unbind-old' && isDenied ? ['no new CA in hand, said since'] : []),
    ...(action === 'unbind-old' && isBound ? ['bound already'] : []),
  ];
}

function unbinding(look: GuideLook): Breach[] {
  const { walk, at, plan, guide } = look;
  const { page } = walk.situation(at);
  const step = guide.steps.find(({ id }) => id === plan.step);
  if (!step) return [['a step of no guide', plan.step]];
  const isRung = plan.target === 'unbind' || plan.target === 'unbind-confirm';
  const own = [step.say.zh, step.sayWithoutTarget?.zh];
  const isTold = !plan.finished && !plan.trouble && unbinds(step) && own.includes(plan.sayWithoutTarget.zh);
  const stops = plan.notes.filter(({ tone }) => tone === 'stop').map(({ text }) => text.zh);
  const told = stops.join('');
  const isInSight = page.unbindVisible || page.state === 'unbind-confirm';
  const isReady = /解绑后可能无法恢复/.test(told);
  const checks: readonly (readonly [string, boolean])[] = [
    ['unbinding in sight, and no warning', isInSight && !told.includes('解绑')],
    ['a ring against its warning', isRung && /先别点解绑|不要再点|不要自己点/.test(told)],
    [
      'ready to unbind, and the step says otherwise',
      isReady && unbinds(step) && !isRung && !isTold && !plan.held && !plan.trouble,
    ],
    [
      'unbinding in sight, and nothing asked',
      isInSight && guide.questions.length > 0 && plan.questions.length === 0,
    ],
  ];
  const reasons = isRung || isTold ? reasonsAgainst(look, step) : [];
  return [
    ...checks.flatMap(([what, isSo]) =>
      isSo ? [[what, `${plan.guide}/${plan.step} ${told}`] as const] : [],
    ),
    ...reasons.map((why): Breach => [`unbinding is advised: ${why}`, `${plan.guide}/${plan.step}`]),
  ];
}

// --- progress, pages, facts that do not hold --------------------------------------------------------------

function progress({ walk, at, plan, guide }: GuideLook): Breach[] {
  const own = walk.factsOf(at);
  return plan.progress.flatMap(({ step, progress: each }): Breach[] => {
    if (each.state === 'open' || each.state === 'passed') return [];
    const { fact: id } = each;
    if (each.state !== 'seen') {
      return standing(own).some((fact) => fact.id === id) ? [] : [['said that was not', step]];
    }
    const body = own.find((fact) => fact.id === id)?.body;
    const ends = guide.steps
      .find((one) => one.id === step)
      ?.done.flatMap((when) => (when.by === 'page' ? when.states : []));
    return body?.kind === 'page' && ends?.includes(body.state) ? [] : [['seen that was not', step]];
  });
}

/** Where each control is. */
const PAGES_OF: Readonly<Record<string, readonly string[]>> = {
  'account-tab': ['login-ca'],
  'ca-tab': ['login-account'],
  'login-submit': ['login-account', 'login-ca'],
  'ca-menu': ['home'],
  unbind: ['ca-list'],
  'unbind-confirm': ['unbind-confirm'],
  bind: ['ca-list'],
  'bind-confirm': ['bind-form'],
};

function ofThePage({ walk, at, plan }: GuideLook): Breach[] {
  const { page } = walk.situation(at);
  const { target, trouble, notes, say } = plan;
  // Bound since, in whatever guide, as seen or said.
  const outcomes = walk.factsOf(at).filter(({ body, id }) => {
    const isSeen = body.kind === 'page' && (body.state === 'bind-done' || body.state === 'unbind-done');
    const isSaid = body.kind === 'step' && body.step.startsWith('bind-');
    return isSeen || (isSaid && standing(walk.factsOf(at)).some((each) => each.id === id));
  });
  const last = outcomes.at(-1)?.body;
  const isBound = last !== undefined && !(last.kind === 'page' && last.state === 'unbind-done');
  const isUrged =
    notes.some(({ tone, text }) => tone !== 'info' && text.zh.includes('绑定')) || say.zh.includes('绑定');
  const isTrouble = TROUBLE_STATES.some((each) => each === page.state);
  const checks: readonly (readonly [string, boolean])[] = [
    ['of another page', plan.page !== page.state],
    ['a control of another page', target !== null && !PAGES_OF[target]?.includes(page.state)],
    ['a ring in trouble', target !== null && trouble !== null && trouble !== undefined],
    ['a trouble page without its trouble', isTrouble && !trouble],
    [
      'unbound, and nothing urges to bind',
      page.state === 'unbind-done' && !trouble && !plan.finished && !isBound && !isUrged,
    ],
    ['nothing to do', say.zh.trim() === ''],
  ];
  return checks.flatMap(([what, isSo]) =>
    isSo ? [[what, `${plan.guide}/${plan.step} ${page.state}`] as const] : [],
  );
}

const ACTS = new Set(['bind', 'bind-confirm', 'unbind', 'unbind-confirm']);

function notHolding({ walk, at, pack, plan, guide }: GuideLook): Breach[] {
  const { today } = walk;
  const notes = plan.notes.map(({ text }) => text.zh).join('\n');
  const force = pack.following?.force ?? 'in-force';
  const over = [...walk.packs.base.obligations, ...walk.packs.base.warnings].filter(
    (each) => !isValidOn(each, today) && pack.id === walk.packs.base.id && notes.includes(each.text.zh),
  );
  const numbers = walk.packs.base.contacts.filter(
    (each) =>
      !isValidOn(each, today) &&
      plan.contacts.some(({ role, number }) => role === each.role && number.endsWith(each.number)),
  );
  const lapsed =
    force === 'lapsed'
      ? walk.atHand
          .flatMap(({ obligations }) => obligations)
          .filter(({ text }) => notes.includes(text.zh.replace(/。$/, '')))
      : [];
  const asked = noticeCaseOf(walk.subject(at), today);
  const duty = pack.audiences.find(({ id }) => id === asked?.audience)?.duty;
  const isBegun = walk.factsOf(at).some(({ body }) => {
    const isOutcome = body.kind === 'page' && (body.state === 'bind-done' || body.state === 'unbind-done');
    return isOutcome || body.kind === 'step';
  });
  const isExempt = duty === 'nothing' && !plan.isPicked && !isBegun;
  const isEveryday =
    guide.unbinds === 'unbind' && force === 'not-yet' && plan.target?.startsWith('unbind') === true;
  const isOfNoLaw = force !== 'in-force' && plan.target !== null && ACTS.has(plan.target) && !isEveryday;
  const isLate = /请马上(联系|补办)/.test(notes);
  const checks: readonly (readonly [string, boolean])[] = [
    ['a lapsed fee', force === 'lapsed' && /元（CA/.test(notes)],
    ['a ring of no law', isOfNoLaw],
    ['late by a notice that does not hold yet', force === 'not-yet' && isLate],
    ['exempt, and told to do', isExempt && /起才能办|每年.*元/.test(notes)],
    ['exempt, and ready to unbind', isExempt && notes.includes('解绑后可能无法恢复')],
    [
      'by when is no day',
      plan.place !== undefined && !/通知|\d月\d+日|另行|按批次|之日起/.test(plan.place.by.zh),
    ],
  ];
  return [
    ...[...over, ...lapsed].map(({ id }): Breach => ['a void fact', id]),
    ...numbers.map(({ role }): Breach => ['a void number', role]),
    ...checks.flatMap(([what, isSo]) =>
      isSo ? [[what, `${plan.guide}/${plan.step} ${notes}`] as const] : [],
    ),
  ];
}

function somebodyToCall({ walk, pack }: Look, plan: Exclude<Plan, { kind: 'silent' }>): Breach[] {
  if (plan.contacts.length > 0) return [];
  if (pack.contacts.some((each) => !each.when && isValidOn(each, walk.today)))
    return [['numbers left out', plan.kind]];
  const isNamed = toldBy(plan).some(({ text }) => text.includes(pack.issuer.zh));
  return isNamed ? [] : [['nobody to call', plan.kind]];
}

/** Everything wrong with what this person is shown now; empty as it should be. */
export function breachesAt(walk: StrangeWalk, at: number): readonly Breach[] {
  const plan = walk.plan(at);
  if (plan.kind === 'silent') return [];
  const look: Look = { walk, at, pack: walk.pack };
  const common = [...sentences(look, plan), ...somebodyToCall(look, plan)];
  if (plan.kind !== 'guide') return common;
  const guided: GuideLook = { ...look, plan, guide: findGuide(walk.pack, plan.guide) };
  return [...common, ...unbinding(guided), ...progress(guided), ...ofThePage(guided), ...notHolding(guided)];
}
