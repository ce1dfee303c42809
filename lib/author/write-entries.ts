/** Entries of the form as the pack's facts, part by part: `to-pack.ts` puts them together. Pure. */
import { AUDIENCES, LEVELS } from '@/lib/notice/explanation';
import { OUTSIDE } from './clauses';
import { PHASE_ACTIONS, PHASE_FIELDS } from './phase-actions';
import type { Entry } from './sections';
import {
  dueOf,
  flag,
  forWhom,
  fromOf,
  given,
  hoursOf,
  listed,
  number,
  priceOf,
  sentence,
  some,
  sourced,
  unlessAll,
  zh,
} from './write-values';

/** Names and other words for the eight audiences, as the product calls them. */
export interface AudienceWords {
  readonly id: (typeof AUDIENCES)[number];
  readonly name: { readonly zh: string; readonly en?: string | undefined };
  readonly aliases: readonly string[];
  readonly levels: readonly string[];
}

function applicationOf(entry: Entry<'phases'> | Entry<'rules'>) {
  if (!entry.byApplication) return undefined;
  const count = number(entry.waitDays);
  return {
    materials: entry.applicationMaterials,
    place: given(entry.applicationPlace),
    contact: given(entry.applicationContact),
    wait: count === undefined ? undefined : { count, unit: entry.waitUnit },
  };
}

/** What a phase says of each action. Of what it does not speak, the pack does not either: that reads "not stated". */
export function permissionsOf(phase: Entry<'phases'>): readonly Record<string, unknown>[] {
  return PHASE_FIELDS.filter((field) => phase[field] !== 'not-stated').map((field) => ({
    id: `${phase.id}-${PHASE_ACTIONS[field]}`,
    action: PHASE_ACTIONS[field],
    verdict: phase[field],
    from: given(phase.from),
    until: given(phase.until),
    when: forWhom(phase),
    text: zh(phase.text),
    ...sourced(phase),
    byApplication: field === 'unbindOld' ? applicationOf(phase) : undefined,
  }));
}

/** A permission that is no phase's. */
export function writeRule(rule: Entry<'rules'>) {
  return {
    id: rule.id,
    action: rule.action,
    verdict: rule.verdict,
    from: given(rule.from),
    until: given(rule.until),
    workingDaysOnly: flag(rule.workingDaysOnly),
    when: forWhom(rule),
    text: zh(rule.text),
    byApplication: applicationOf(rule),
    ...sourced(rule),
    ...(rule.verdict === 'not-stated' && { basis: 'not-stated' }),
  };
}

export function writePhase(phase: Entry<'phases'>) {
  return {
    id: phase.id,
    name: zh(phase.name),
    from: given(phase.from),
    until: given(phase.until),
    audiences: some(unlessAll(phase.audiences, AUDIENCES.length)),
    levels: some(unlessAll(phase.levels, LEVELS.length)),
    within: given(phase.within),
    text: zh(phase.text),
    lastDay: sentence(phase.lastDay),
    ...sourced(phase),
  };
}

export function writeKey(key: Entry<'keys'>, keeps: readonly Entry<'keeps'>[]) {
  const look = {
    colour: sentence(key.colour),
    label: sentence(key.label),
    vendor: sentence(key.vendor),
    description: sentence(key.description),
  };
  const own =
    key.keep === 'not-stated' || key.generation === 'new'
      ? []
      : [{ must: key.keep === 'yes', why: zh(key.keepWhy), ...sourced(key) }];
  const more = keeps
    .filter((each) => each.key === key.id)
    .map((each) => ({
      must: each.must === 'yes',
      why: zh(each.why),
      when: forWhom(each),
      ...sourced(each),
    }));
  return {
    id: key.id,
    kind: key.kind,
    generation: key.generation,
    name: zh(key.name),
    issuer: sentence(key.issuer),
    provider: sentence(key.provider),
    issuerPhrases: listed(key.phrases),
    holder: key.holder === 'not-stated' ? undefined : key.holder,
    role: key.role === 'not-stated' ? undefined : key.role,
    look: Object.values(look).some((each) => each !== undefined) ? look : undefined,
    keep: some([...own, ...more]),
    ...sourced(key),
  };
}

/** What the form holds apart from the duties it is said of. */
export interface DutyParts {
  readonly wheres: readonly Entry<'wheres'>[];
  readonly notes: readonly Entry<'notes'>[];
  readonly makeUps: readonly Entry<'makeUps'>[];
  /** What a place that is chosen is called; empty where nobody knows. */
  readonly nameOf: (place: string) => string;
}

/** Days to make up on; one day alone is both ends. */
export function writeMakeUp(makeUp: Entry<'makeUps'>) {
  return {
    from: given(makeUp.from),
    until: given(makeUp.until) ?? given(makeUp.from),
    text: sentence(makeUp.text),
    ...sourced(makeUp),
  };
}

export function writeDuty(duty: Entry<'duties'>, { wheres, notes, makeUps, nameOf }: DutyParts) {
  // Where a place is chosen, its name is where: nobody is asked to write it again.
  const spot = (written: string, place: string) => zh(written.trim() || nameOf(place));
  const isNowhere = duty.where.trim() === '' && duty.place === '' && duty.contact === '';
  const own = isNowhere
    ? []
    : [
        {
          text: spot(duty.where, duty.place),
          place: given(duty.place),
          contact: given(duty.contact),
          cite: duty.cite,
        },
      ];
  const more = wheres
    .filter((each) => each.duty === duty.id)
    .map((each) => ({
      when: forWhom(each),
      text: spot(each.text, each.place),
      place: given(each.place),
      contact: given(each.contact),
      ...sourced(each),
    }));
  return {
    id: duty.id,
    text: zh(duty.text),
    when: forWhom(duty),
    from: fromOf(duty),
    due: dueOf(duty),
    soft: duty.soft,
    optional: flag(duty.optional),
    mattersUntil: given(duty.mattersUntil),
    dueOf: sentence(duty.dueOf),
    endedBy: duty.endedBy === 'word' ? undefined : duty.endedBy,
    after: some(duty.after),
    // The first that fits is shown: places for particular people go before the one for all.
    where: [...more, ...own],
    materials: duty.materials,
    ask: sentence(duty.ask),
    notes: some(
      notes
        .filter((each) => each.duty === duty.id)
        .map((each) => ({ text: zh(each.text), ...sourced(each) })),
    ),
    makeUps: some(makeUps.filter(({ duties }) => duties.includes(duty.id)).map(writeMakeUp)),
    ...sourced(duty),
  };
}

/** @param prefix of ids of this draft's attachments */
export function writeMaterial(material: Entry<'materials'>, prefix: string) {
  const forms: Record<string, unknown>[] = [];
  if (material.paper) {
    forms.push({
      kind: 'paper',
      stamped: flag(material.paperStamped),
      copies: number(material.paperCopies),
      copy: flag(material.paperCopy),
    });
  }
  if (material.scan) {
    forms.push({
      kind: 'scan',
      colour: flag(material.scanColour),
      stamped: flag(material.scanStamped),
      types: some(listed(material.scanTypes)),
    });
  }
  return {
    id: material.id,
    name: zh(material.name),
    attachment: given(material.attachment) && `${prefix}attachment-${material.attachment.trim()}`,
    forms,
    ...sourced(material),
  };
}

/** Attachments as written down, then those that only materials name, each once. */
export function writeAttachments(
  attachments: readonly Entry<'attachments'>[],
  materials: readonly Entry<'materials'>[],
  prefix: string,
) {
  const seen = new Map<string, Record<string, unknown>>();
  const idOf = (written: string) => `${prefix}attachment-${written}`;
  for (const each of attachments) {
    const written = each.number.trim();
    seen.set(written, {
      id: idOf(written),
      number: number(written),
      title: zh(each.title),
      url: given(each.url),
      ...sourced(each),
    });
  }
  for (const { attachment, name, cite } of materials) {
    const written = attachment.trim();
    if (written === '' || seen.has(written)) continue;
    seen.set(written, { id: idOf(written), number: number(written), title: zh(name), cite });
  }
  return [...seen.values()];
}

/** A place one goes to, or an envelope's address: an address has no hours. */
export function writePlace(place: Entry<'places'>) {
  return {
    id: place.id,
    name: zh(place.name),
    address: zh(place.address),
    hours: place.byPost ? undefined : hoursOf(place.hours),
    post: place.byPost
      ? {
          recipient: zh(place.recipient),
          postcode: given(place.postcode),
          number: given(place.postNumber),
          note: sentence(place.postNote),
        }
      : undefined,
    ...sourced(place),
  };
}

export function writeUse(use: Entry<'uses'>) {
  return {
    id: use.insteadOf === '' ? use.id : use.insteadOf.split('/').slice(1).join('/'),
    certificates: use.keys,
    from: given(use.from),
    until: given(use.until),
    untilAnnouncedLater: flag(use.untilLater),
    when: forWhom(use),
    note: sentence(use.note),
    ...sourced(use),
  };
}

export function writeTrouble(trouble: Entry<'troubles'>) {
  const lines = (words: string) =>
    some(
      words
        .split('\n')
        .filter((each) => each.trim() !== '')
        .map(zh),
    );
  return {
    id: trouble.id,
    kind: trouble.kind,
    title: sentence(trouble.title),
    phrases: listed(trouble.phrases),
    states: some(trouble.states),
    text: zh(trouble.text),
    cause: sentence(trouble.cause),
    cure: lines(trouble.cure),
    dont: lines(trouble.dont),
    environment: flag(trouble.environment),
    contact: given(trouble.contact),
    ...sourced(trouble),
  };
}

/** All eight, since a person may be any of them: those the notice leaves out are shown as left out. */
export function writeAudiences(
  entries: readonly Entry<'audiences'>[],
  known: readonly AudienceWords[],
  isChange: boolean,
) {
  const named = new Map(entries.map((entry) => [entry.audience, entry]));
  // Where the notice names nobody, that is so of the whole of it.
  const clause = entries[0]?.cite ?? OUTSIDE.head;
  // A notice that changes another leaves those it does not speak of as they are there.
  const told = isChange ? known.filter(({ id }) => named.has(id)) : known;
  return told.map((words) => {
    const entry = named.get(words.id);
    const own = { id: words.id, name: words.name, aliases: words.aliases, levels: words.levels };
    if (!entry) return { ...own, named: false, duty: 'not-stated', cite: clause, basis: 'not-stated' };
    return { ...own, named: true, duty: entry.duty, note: sentence(entry.note), ...sourced(entry) };
  });
}

/** @param publishedOn prices and payers are told as of this day, where no other is given */
export function writeFees(
  {
    tariffs,
    charges,
  }: { readonly tariffs: readonly Entry<'tariffs'>[]; readonly charges: readonly Entry<'charges'>[] },
  publishedOn: string,
) {
  return {
    tariffs: tariffs.map((each) => ({
      id: each.id,
      name: zh(each.name),
      ...priceOf(each),
      per: each.per === 'once' ? each.per : undefined,
      ...sourced(each),
      asOf: given(each.asOf) ?? given(publishedOn),
    })),
    charges: charges.map((each) => ({
      id: each.id,
      business: each.business,
      when: forWhom(each),
      tariff: given(each.tariff),
      payer: each.payer,
      certificates: some(each.keys),
      set: each.set === 'any' ? undefined : each.set,
      note: sentence(each.note),
      ...sourced(each),
      ...(each.payer === 'not-stated' && { basis: 'not-stated' }),
      asOf: given(each.asOf) ?? given(publishedOn),
    })),
  };
}

/**
 * Contacts are referred to by their role; two of one role are told apart by a number.
 * @param taken roles of the notice that is changed: a new contact must not take the place of one of them
 */
export function rolesOf(
  contacts: readonly Entry<'contacts'>[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(
    contacts.map(({ id, role }) => {
      let own: string = role;
      for (let count = 2; used.has(own); count += 1) own = `${role}-${count}`;
      used.add(own);
      return [id, own];
    }),
  );
}

export function simple(
  entry: Parameters<typeof forWhom>[0] &
    Parameters<typeof sourced>[0] & { readonly id: string; readonly text: string },
) {
  return { id: entry.id, text: zh(entry.text), when: forWhom(entry), ...sourced(entry) };
}
