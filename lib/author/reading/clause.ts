/** One clause of a notice, read part by part; what no part reads is kept in its own words. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { findAmounts, findDays, findTelephones } from '@/lib/author/finds';
import type { Entry, SectionName } from '@/lib/author/sections';
import { audienceEntriesIn } from './audiences';
import { districtSentencesIn } from './districts';
import { dutiesIn } from './duties';
import { keysIn } from './keys';
import { isOfMakeUp, makeUpsIn } from './make-ups';
import { chargesIn, isOfExtra, OF_OTHERS, tariffsIn, tellsSets } from './money';
import { LISTS_PAPERS, listedMaterialsIn, materialsIn } from './papers';
import { applicationsIn } from './phase-rules';
import { isOfPhase, phasesIn, rulesOfSome, stepDaysIn } from './phases';
import { postsIn } from './post';
import { sentencesOf, wholeOf } from './sentences';
import { BATCH, batchesIn, contactsIn, linePlacesIn, placesIn } from './things';
import { audiencesIn, dutyIn, exemptsSome, isOfProvince, type ReadingContext } from './whom';
import { countsIn, renewalsIn, silencesIn, warningsIn } from './words';

/** What is known of the whole notice when a clause of it is read. */
export interface NoticeContext extends ReadingContext {
  readonly shortNames: ReadonlyMap<string, string>;
}

/** Entries part by part, in the order they are added to a draft. */
export type Found = readonly (readonly [SectionName, readonly object[]])[];

const isOfMoney = (text: string) =>
  findAmounts(text).length > 0 ||
  /自行(?:缴|付)费|(?:享受|打)[一二三四五六七八九\d.]+折/.test(text) ||
  /(?:费用|收费|免费).{0,40}(?:承担|负担|支付|列支|保障|缴纳|自理|自付|免费|标准执行)/.test(text);
const isOfPlace = (text: string) =>
  /^.{0,6}(?:地址|地点|服务点|受理点|办理点|网点)\s*[:：为]/.test(text) ||
  (/(?:办公|办理|受理|工作|服务|上班|营业)时间\s*[:：为]/.test(text) &&
    /\d\s*[:：点时]|工作日|周/.test(text));
/** 「第一批（县直机关）」, 「第二批：9月1日」: what a batch is, and not what somebody of it has to do. */
const isOfBatch = (text: string) => BATCH.test(text);

const isOfSwap = (text: string) =>
  keysIn({ cite: '', text, isHeading: false }).length > 0 ||
  /(?:对象|范围)\s*(?:为|是|包括|[:：])/.test(text);

/** Who must, may or need not replace, said of people by name and asking nothing else of them. */
const isOfWhom = (text: string, known: ReadingContext['known']) =>
  dutyIn(text) !== null &&
  audiencesIn(text, known).length > 0 &&
  /更换|换发|换领|换绑/.test(text) &&
  !/\d|填|携|到|交|报|完成|对接|办理/.test(text);

/** The clause without the sentences that another part has already read. */
export function without(clause: Clause, isOthers: (sentence: string) => boolean): Clause {
  const text = sentencesOf(clause.text).filter((each) => !isOthers(each));
  return { ...clause, text: text.join('。') };
}

/** Titles over who it is for. */
const OF_WHOM = /对象|范围|主体|^谁/;

/** Where in the notice a clause stands. */
export interface Place {
  /** The titles over it. */
  readonly title: string;
  /** The same titles, the outermost first. */
  readonly titles: readonly string[];
  /** The title it is an item of; empty where something else stands between. */
  readonly ownTitle: string;
  /** Whether it is an item of a list of papers. */
  readonly isPaper: boolean;
}

/** Whether a clause says whom the notice is for, and from which key to which. */
const isOfScope = (
  clause: Clause,
  { title, ownTitle }: Place,
  hasDuties: boolean,
  known: ReadingContext['known'],
) =>
  sentencesOf(clause.text).some((text) => isOfSwap(text) || isOfWhom(text, known)) ||
  /自愿|本次不|无需|不作要求/.test(clause.text) ||
  sentencesOf(clause.text).some(
    (text) => dutyIn(text) === 'nothing' && audiencesIn(text, known).length > 0,
  ) ||
  (!hasDuties && /对象|范围/.test(clause.text + title)) ||
  OF_WHOM.test(ownTitle);

/** Whether a clause is an item under words that ask for papers, and so names papers itself. */
export function isPaperOf(clause: Clause, clauses: readonly Clause[]): boolean {
  const over = clauses
    .filter(({ cite }) => cite !== clause.cite && clause.cite.startsWith(cite) && isItemOf(clause.cite, cite))
    .at(-1);
  return over !== undefined && LISTS_PAPERS.test(over.text.split(/[。；;\n]/).at(-1) ?? '');
}

/** 一（一）1 is one level under 一（一）, and 一、1 under 一; 一（一） is none of 一（一0 or the like. */
const isItemOf = (cite: string, over: string) =>
  /^(?:、?\d+|（[一二三四五六七八九十\d]+）)$/.test(cite.slice(over.length));

/** Where a clause stands: 一 and 一（一） are over 一（一）1. */
export function placeOf(clause: Clause, clauses: readonly Clause[]): Place {
  const over = clauses.filter(
    ({ cite, isHeading }) => isHeading && clause.cite !== cite && clause.cite.startsWith(cite),
  );
  const own = over.find(({ cite }) => isItemOf(clause.cite, cite));
  return {
    title: over.map(({ text }) => text).join(' '),
    titles: over.map(({ text }) => text),
    ownTitle: own?.text ?? '',
    isPaper: isPaperOf(clause, clauses),
  };
}

/** Under 「更换对象」 whoever is named has to, where nothing else is said of them. */
function inScope(
  entry: Partial<Entry<'audiences'>>,
  { text }: Clause,
  { ownTitle }: Place,
): Partial<Entry<'audiences'>> {
  const first = /^[^。；;，,：:\n]{2,10}$/.exec(text.split('\n')[0] ?? '')?.[0] ?? '';
  const isUnder = [ownTitle, first].some((title) => /(?:对象|范围)$/.test(title));
  return entry.duty === 'not-stated' && isUnder && !/另行/.test(text) ? { ...entry, duty: 'must' } : entry;
}

/** 「（一）预算单位」 over what is asked: it is asked of them, where the sentence names nobody. */
function ofItsTitle(
  duty: Partial<Entry<'duties'>>,
  { titles }: Place,
  known: ReadingContext['known'],
): Partial<Entry<'duties'>> {
  if (duty.audiences === undefined || duty.audiences.length > 0) return duty;
  const over = titles.map((title) => audiencesIn(title, known)).findLast((each) => each.length > 0);
  return over ? { ...duty, audiences: over } : duty;
}

/** 「领取（8月16日—8月27日）。各单位到市财政局领取」: what a step asks for is done in its days, where no other is told. */
function inItsStep(
  duty: Partial<Entry<'duties'>>,
  clause: Clause,
  { year }: ReadingContext,
): Partial<Entry<'duties'>> {
  const isDated =
    duty.from !== undefined ||
    duty.due !== undefined ||
    duty.dueAnchor !== undefined ||
    duty.dueLater === true;
  const days = isDated ? null : stepDaysIn(clause.text, year);
  return days ? { ...duty, ...days, fromInclusive: 'yes', dueInclusive: 'yes' } : duty;
}

export function readClause(clause: Clause, place: Place, context: NoticeContext): Found {
  const papers = place.isPaper ? listedMaterialsIn(clause) : [];
  if (papers.length > 0) return [['materials', papers]];
  // The number on an envelope is its carrier's to call.
  const calls = contactsIn(without(clause, (text) => postsIn({ ...clause, text }).length > 0));
  const isOfCalls = (text: string) => findTelephones(text).length > 0;
  // A limit without a day is no duty: 「一个单位办理一个证书」.
  const isOfCount = (text: string) =>
    findDays(text, context.year).length === 0 && countsIn({ ...clause, text }, context).length > 0;
  const rest = without(clause, (text) => isOfCalls(text) || isOfMoney(text) || isOfPlace(text));
  const districts = districtSentencesIn(clause, context.year);
  const asked = without(
    rest,
    (text) => isOfBatch(text) || districts.has(text) || isOfSwap(text) || isOfWhom(text, context.known),
  );
  const batches = batchesIn(clause, context);
  // 「县直各部门必须办理」 under 办理主体 says who, and not what by when.
  const saysWho = (text: string) => OF_WHOM.test(place.ownTitle) && findDays(text, context.year).length === 0;
  const makeUps = makeUpsIn(asked, context);
  const toDo = without(asked, (text) => saysWho(text) || isOfMakeUp(text, context));
  const duties = dutiesIn(toDo, context)
    .filter(({ text = '' }) => !isOfCount(text))
    .map((duty) => inItsStep(ofItsTitle(duty, place, context.known), clause, context));
  const isPhased = sentencesOf(asked.text).some(
    (text) => isOfPhase(text) && findDays(text, context.year).length > 0,
  );
  // What follows the phase's own sentence is of it too, unless it asks somebody for something.
  const isAsking = (text: string) =>
    !isOfPhase(text) &&
    (findDays(text, context.year).length > 0 || dutiesIn({ ...clause, text }, context).length > 0);
  const phases = isPhased ? phasesIn(without(asked, isAsking), context) : [];
  const lines = linePlacesIn(clause);
  // 「城区网点：某路5号…」 is a line of a list, and has its name there.
  const houses = placesIn(clause).filter(
    ({ address = '' }) => address !== '' && !lines.some((each) => (each.address ?? '').startsWith(address)),
  );
  const places = [...houses, ...lines];
  // That one can no longer log in with the old key is told by its phase.
  const isToldOf = ({ text = '' }: { readonly text?: string }) =>
    duties.some((duty) => duty.text === text) ||
    phases.some(
      ({ useOld, text: words = '' }) =>
        useOld === 'forbids' &&
        /(?:无法|不能|不再)(?:登录|使用|可用)|停止服务/.test(text) &&
        wholeOf(words).includes(text),
    );
  const warned = without(rest, (text) => isOfMakeUp(text, context, true));
  const warnings = warningsIn(warned, context).filter((each) => !isToldOf(each));
  const silences = silencesIn(rest, context);
  const rules = [...applicationsIn(rest), ...(phases.length > 0 ? rulesOfSome(asked, context) : [])];
  const counts = countsIn(without(clause, isOfCalls), context);
  const scope = isOfScope(clause, place, duties.length > 0, context.known)
    ? audienceEntriesIn(clause, context).map((each) => inScope(each, clause, place))
    : [];
  const listsPapers = materialsIn(rest, context.shortNames).length > 0;
  const keys = keysIn(clause);
  const renewals = renewalsIn(clause);
  const told = [...duties, ...phases, ...warnings, ...silences, ...rules, ...counts].map((each) =>
    'text' in each ? String(each.text) : '',
  );
  // What no part has read is kept in its own words, so that nothing the notice says is lost.
  const left = sentencesOf(asked.text).filter(
    (sentence) =>
      sentence.length > 8 &&
      ((isOfExtra(sentence) && !tellsSets(sentence, context)) ||
        chargesIn({ ...clause, text: sentence }, context).length === 0) &&
      !told.some((text) => text.includes(sentence) || sentence.includes(text.replace(/。$/, ''))) &&
      (scope.length === 0 ||
        !(/更换|换发|换领|对象|范围/.test(sentence) || audiencesIn(sentence, context.known).length > 0)) &&
      !(LISTS_PAPERS.test(/^[^:：]{2,8}[:：]/.exec(sentence)?.[0] ?? '') && listsPapers) &&
      !/[:：]$/.test(sentence) &&
      !isOfMakeUp(sentence, context, true) &&
      !places.some(({ name = '' }) => name !== '' && sentence.startsWith(name)) &&
      !(renewals.length > 0 && /续期|续费|延期/.test(sentence) && /到期前|届满前|期满前/.test(sentence)) &&
      !(places.length > 0 && /办理|地址/.test(sentence)),
  );
  const isTold = (sentence: string) => told.some((text) => text.includes(sentence));
  const ofSome = sentencesOf(clause.text).filter(
    (text) => (exemptsSome(text) || isOfProvincePartly(text)) && !isTold(text),
  );
  const kept = new Set([
    ...left,
    ...ofSome,
    ...leftOfMoney(clause, context),
    ...leftOfCalls(clause),
    ...(places.length === 0
      ? sentencesOf(clause.text).filter((text) => isOfPlace(text) && findTelephones(text).length === 0)
      : []),
  ]);
  const statements = [...kept].map((text) => ({
    text: wholeOf(text),
    audiences: audiencesIn(text, context.known),
  }));
  return [
    ['audiences', scope],
    ['keys', keys],
    ['batches', batches],
    ['phases', phases],
    ['rules', rules],
    ['materials', materialsIn(rest, context.shortNames)],
    ['places', places],
    ['contacts', calls],
    ['tariffs', tariffsIn(clause)],
    ['charges', chargesIn(clause, context)],
    ['duties', duties],
    ['makeUps', makeUps],
    ['counts', counts],
    ['renewals', renewals],
    ['warnings', warnings],
    ['silences', silences],
    ['statements', statements],
  ];
}

/** 「省级单位9月4日前，市级单位9月11日前」: no other part holds what is said of the province's units. */
const isOfProvincePartly = (text: string) => text.split(/[，,]/).some(isOfProvince);

/** Sentences with a telephone number that tell more than whose it is: where to post papers, what to do first. */
function leftOfCalls(clause: Clause): readonly string[] {
  return sentencesOf(clause.text).filter(
    (text) =>
      findTelephones(text).length > 0 &&
      /寄|邮件|携带|提交|递交/.test(text) &&
      postsIn({ ...clause, text }).length === 0,
  );
}

/** Sentences on money that are neither a price in two parts nor say who pays. */
function leftOfMoney(clause: Clause, context: ReadingContext): readonly string[] {
  return sentencesOf(clause.text).filter((text) => {
    if (findTelephones(text).length > 0) return false;
    // What the others pay is told of nobody by name: 其他单位自理.
    const rest = OF_OTHERS.exec(text);
    const charges = rest ? chargesIn(clause, context) : [];
    // All the others pay, and that is a charge of its own.
    if (charges.some(({ audiences, oldCa }) => audiences?.length === 0 && oldCa?.length === 0)) return false;
    if (rest && charges.length > 0) return audiencesIn(text.slice(rest.index), context.known).length === 0;
    if (!isOfMoney(text)) return false;
    // 「费用承担。」 is a title.
    if (text.length < 9 && findAmounts(text).length === 0) return false;
    // A reduction has no field, whoever pays the rest.
    if (/[一二三四五六七八九\d]折|减半|优惠/.test(text)) return true;
    if (tellsSets(text, context)) return false;
    if (isOfExtra(text)) return countsIn({ ...clause, text }, context).length === 0;
    const one = { ...clause, text };
    // A price that is not in two parts has no field: it stays in its own words, whoever pays it.
    if (tariffsIn(one).length === 0 && findAmounts(text).length > 0) return true;
    return tariffsIn(one).length === 0 && chargesIn(one, context).length === 0;
  });
}
