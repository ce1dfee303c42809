/** Entries of one draft that belong together by what they say: a duty's papers, a price's payer, a window's phase. Pure. */
import type { Clause } from '@/lib/author/clauses';
import { addEntry, type Draft, removeEntry, setField } from '@/lib/author/draft';
import type { Entry } from '@/lib/author/sections';
import { isPaperOf } from './clause';
import { linkFees } from './link-fees';
import { gatherPhases, settlePhases } from './link-phases';
import { shortNamesIn } from './papers';
import { sentencesOf, wholeOf } from './sentences';
import { ABOUT } from './things';
import { type ReadingContext, UNITS } from './whom';

/** 「原CA继续保留」, 「原CA不再保留」: said of the old keys, with the notice's own words. */
function keepOld(draft: Draft, clauses: readonly Clause[]): Draft {
  let next = draft;
  for (const { text } of clauses) {
    for (const sentence of sentencesOf(text)) {
      const isNamed = next.entries.keys.some(
        ({ generation, name }) => generation === 'old' && name.length > 2 && sentence.includes(name),
      );
      const isKept =
        /(?:原|旧)[^，,。；;]{0,16}(?:保留|保管)|(?:保留|保管)(?:好)?(?:原|旧)/.test(sentence) ||
        (isNamed && /保留|保管/.test(sentence));
      const isGivenBack =
        /(?:原|旧|老)[^，,。；;]{0,6}(?:CA|锁|证书|介质)[^，,。；;]{0,4}(?:交回|收回|回收|上交|退回)/.test(
          sentence,
        );
      if (
        !isKept &&
        !(isGivenBack && !/另行/.test(sentence)) &&
        !(isNamed && /不得[^，,。；;]{0,6}(?:丢弃|销毁|退还|交回|上交)/.test(sentence))
      )
        continue;
      const isDropped = isGivenBack
        ? !/不(?:得|要|用|必|再)|无需|请勿|切勿|暂不|另行|是否/.test(sentence)
        : /(?:不再|无需|不需|不)(?:继续)?保(?:留|管)/.test(sentence);
      for (const key of next.entries.keys) {
        if (key.generation !== 'old' || key.keep !== 'not-stated') continue;
        // 原CA and 原签章 are told apart where the sentence names one of them only.
        const [ca, seal] = [/CA|证书/.test(sentence), /章/.test(sentence)];
        if (ca !== seal && (key.kind === 'ca') !== ca) continue;
        next = setField(next, 'keys', key.id, 'keep', isDropped ? 'no' : 'yes');
        next = setField(next, 'keys', key.id, 'keepWhy', wholeOf(sentence));
      }
    }
  }
  return next;
}

/** 海西数证公司 sells 海西数证CA: the name without what a company is; a short one says too little. */
function stemOf(name: string): string {
  const stem = name.replace(/(?:股份)?(?:有限)?公司$/, '');
  return stem.length < 4 ? name : stem;
}

/** Whose telephone it is, by what the notice says that they provide. */
function rolesOfContacts(draft: Draft): Draft {
  return draft.entries.contacts.reduce((next, { id, name, role, about }) => {
    if (!['other', 'system-vendor', 'ca-vendor'].includes(role) || name.length < 4) return next;
    const key = draft.entries.keys.find(
      (each) =>
        each.generation === 'new' &&
        ([each.provider, each.name].some((words) => words.includes(name) || words.includes(stemOf(name))) ||
          // 慧印软件有限公司 provides 慧印电子签章.
          (each.phrases.replace(/CA.*$/, '').length > 1 &&
            name.startsWith(each.phrases.replace(/CA.*$/, ''))) ||
          each.name.replace(/CA.*$/, '') === name.replace(/(?:有限)?公司$/, '')),
    );
    if (!key) return next;
    const own = key.kind === 'seal' ? 'seal-vendor' : 'ca-vendor';
    const changed = setField(next, 'contacts', id, 'role', own);
    return own === role
      ? next
      : setField(changed, 'contacts', id, 'about', about.replace(ABOUT[role] ?? '', ABOUT[own] ?? ''));
  }, draft);
}

function linkDuties(draft: Draft, clauses: readonly Clause[]): Draft {
  const short = shortNamesIn(clauses.map(({ text }) => text).join('\n'));
  const { materials, places, contacts } = draft.entries;
  const listed = new Set(clauses.filter((each) => isPaperOf(each, clauses)).map(({ cite }) => cite));
  const bureau = contacts.find(({ role }) => role === 'bureau')?.id ?? '';
  let next = draft;
  for (const duty of draft.entries.duties) {
    const named = materials.filter(
      ({ name }) =>
        duty.text.includes(name) ||
        [...short].some(([own, full]) => full === name && duty.text.includes(`《${own}》`)),
    );
    // 「提交申请材料」 means those that the notice lists.
    const isOfList = /(?:申请|更换|办理|上述|下列|以下|所需|相关)材料/.test(duty.text);
    const papers = named.length > 0 || !isOfList ? named : materials.filter(({ cite }) => listed.has(cite));
    const place = places.find(
      ({ name, cite, byPost }) =>
        name !== '' &&
        (!byPost || /寄/.test(duty.text)) &&
        (duty.text.includes(name) ||
          duty.where.includes(name) ||
          (cite === duty.cite && duty.where === '' && !/线上|网上|在线|网站|邮寄/.test(duty.text))),
    );
    next = setField(
      next,
      'duties',
      duty.id,
      'materials',
      papers.map(({ id }) => id),
    );
    if (place) {
      next = setField(next, 'duties', duty.id, 'place', place.id);
      if (duty.where === '' || place.name.startsWith(duty.where))
        next = setField(next, 'duties', duty.id, 'where', place.name);
    }
    if (papers.length > 0 && /报|交|填/.test(duty.text)) {
      next = setField(next, 'duties', duty.id, 'ask', `${papers[0]?.name ?? ''}交了吗？`);
    }
  }
  for (const { id } of draft.entries.silences) next = setField(next, 'silences', id, 'ask', bureau);
  for (const { id, text, byApplication } of draft.entries.rules) {
    const own = materials.filter(({ name }) => text.includes(name)).map((each) => each.id);
    if (byApplication && own.length > 0) next = setField(next, 'rules', id, 'applicationMaterials', own);
  }
  return next;
}

function whoIn({ name, units, who }: Entry<'batches'>): string {
  const words = who || units;
  return ['', name].includes(words) ? '' : `（${words}）`;
}

/** A batch's units come on its days: a duty for each, so that everybody in it is told the days. */
function dutiesOfBatches(draft: Draft, clauses: readonly Clause[]): Draft {
  const [one, another] = draft.entries.places.filter(({ byPost }) => !byPost);
  // Where one may post or apply online as well, no place is the place.
  const isOnly = !another && !/邮寄|寄至|快递|(?:在线|网上|线上)(?:申请|申领|办理)/.test(draft.noticeText);
  // Somebody's service point is for questions, unless it is said that one comes there for it.
  const told = clauses.find(({ cite }) => cite === one?.cite)?.text ?? '';
  const place = isOnly && /领取|办理|申领|更换/.test(told) ? one : undefined;
  return draft.entries.batches.reduce((next, batch) => {
    if (batch.from === '' && batch.until === '') return next;
    return addEntry(next, 'duties', {
      text: wholeOf(`${batch.name}${whoIn(batch)}按批次办理`),
      from: batch.from,
      fromInclusive: 'yes',
      due: batch.until || batch.from,
      dueInclusive: 'yes',
      batches: [batch.id],
      place: place?.id ?? '',
      where: place?.name ?? '',
      endedBy: 'new-ca',
      cite: batch.cite,
    }).draft;
  }, draft);
}

/** 「各单位」 is not whom the notice lets off: 供应商本次无需办理. A duty that names nobody is for those it wants something of. */
function dutiesOfTheRest(draft: Draft, known: ReadingContext['known']): Draft {
  const { audiences, duties } = draft.entries;
  if (!audiences.some(({ duty }) => duty === 'nothing')) return draft;
  // Where the notice was not understood to want anything of anybody, only those are left out whom it lets off.
  const isKnown = audiences.some(({ duty }) => duty === 'must');
  const of = (duty: string, is: boolean) =>
    audiences.filter((each) => (each.duty === duty) === is).map(({ audience }) => audience);
  const wanted = isKnown
    ? of('nothing', false)
    : known.map(({ id }) => id).filter((id) => !(of('nothing', true) as readonly string[]).includes(id));
  const ofUnits = wanted.filter((id) => UNITS.includes(id));
  // A batch of 县直单位 is no agency's.
  const isOfUnits = (duty: Entry<'duties'>) =>
    duty.batches.length > 0 && ofUnits.length > 0 && !/供应商|代理|专家|用户/.test(duty.text);
  return duties
    .filter((duty) => duty.audiences.length === 0)
    .reduce(
      (next, duty) => setField(next, 'duties', duty.id, 'audiences', isOfUnits(duty) ? ofUnits : wanted),
      draft,
    );
}

/** The part of a notice a clause is in: 二 of 二（一）1. */
const partOf = (cite: string) => /^[一二三四五六七八九十]+/.exec(cite)?.[0] ?? cite;

/**
 * What is made up for on those days: the dated duties of the clause itself, else those of the one clause beside it that has
 * any. Where several have, the author says which.
 */
function linkMakeUps(draft: Draft): Draft {
  const dated = draft.entries.duties.filter(({ due, dueAnchor }) => due !== '' || dueAnchor !== 'none');
  return draft.entries.makeUps.reduce((next, { id, cite }) => {
    const own = dated.filter((duty) => duty.cite === cite);
    const beside = dated.filter((duty) => partOf(duty.cite) === partOf(cite));
    const isOne = new Set(beside.map((duty) => duty.cite)).size === 1;
    const meant = own.length > 0 ? own : isOne ? beside : [];
    return setField(
      next,
      'makeUps',
      id,
      'duties',
      meant.map((duty) => duty.id),
    );
  }, draft);
}

/** Of a notice that changes another: its own duties with the papers and places that it names. */
export function linkChange(draft: Draft, clauses: readonly Clause[]): Draft {
  return linkMakeUps(linkDuties(draft, clauses));
}

/**
 * 「过渡阶段内，填写申请表报财政局」: an application asked for in a phase by its name is how that phase lets people unbind. As a
 * rule of its own it would hold every day, and the phase would lead people to unbind alone.
 */
function applicationsOfPhases(draft: Draft): Draft {
  return draft.entries.rules.reduce((next, rule) => {
    const isPlain = rule.from === '' && rule.until === '' && rule.byApplication && rule.verdict === 'allows';
    const phase = next.entries.phases.find(
      ({ name, unbindOld, byApplication }) =>
        unbindOld === 'allows' &&
        !byApplication &&
        name.length > 2 &&
        ['内', '期间', '里'].some((within) => rule.text.includes(`${name}${within}`)),
    );
    // Of some people only, the phase may let the others unbind alone.
    const isOfAll = rule.audiences.length === 0 || rule.audiences.join() === (phase?.audiences ?? []).join();
    if (!isPlain || rule.action !== 'unbind-old' || !phase || !isOfAll) return next;
    const { waitDays, waitUnit, applicationMaterials, applicationPlace, applicationContact } = rule;
    const cite = phase.cite.split('；').includes(rule.cite) ? phase.cite : `${phase.cite}；${rule.cite}`;
    const told = { byApplication: true, waitDays, waitUnit, applicationMaterials, applicationPlace, cite };
    const filled = Object.entries({ ...told, applicationContact }).reduce(
      (grown, [field, value]) => setField(grown, 'phases', phase.id, field, value),
      next,
    );
    return removeEntry(filled, 'rules', rule.id);
  }, draft);
}

/** The same draft with what belongs together tied. */
export function linkEntries(draft: Draft, clauses: readonly Clause[], known: ReadingContext['known']): Draft {
  const fresh = draft.entries.keys.filter(({ generation }) => generation === 'new').map(({ id }) => id);
  const phased = gatherPhases(draft, clauses, known);
  const settled = settlePhases(dutiesOfBatches(rolesOfContacts(phased), clauses));
  const priced = linkFees(
    applicationsOfPhases(linkDuties(keepOld(settled, clauses), clauses)),
    clauses,
    known,
  );
  let next = linkMakeUps(dutiesOfTheRest(priced, known));
  for (const { id } of next.entries.counts) next = setField(next, 'counts', id, 'keys', fresh);
  for (const { id } of next.entries.renewals) next = setField(next, 'renewals', id, 'keys', fresh);
  return next;
}
