/** Whether a pack's word about other packs can be meant. Pure, without zod. */
import { missingAbilities } from './abilities';
import type { AmendedList, Amendment } from './amendment';
import type { NoticePack } from './model';
import type { Report } from './problem';
import { amendedBy } from './standing';

type Part = keyof Omit<Amendment, 'id' | 'list' | 'fact' | 'text' | 'withdrawn' | 'cite'>;

const SPAN: readonly Part[] = ['from', 'until'];

/** Parts of a fact that an amendment of its list can change. */
const PARTS: Readonly<Record<AmendedList, readonly Part[]>> = {
  phases: [...SPAN, 'words'],
  permissions: [...SPAN, 'words'],
  obligations: ['begins', 'due', 'soft', 'mattersUntil', 'makeUps', 'words'],
  batches: SPAN,
  warnings: [...SPAN, 'words'],
  statements: ['words'],
  silences: ['words'],
  contacts: ['person', 'number', 'areaCode', 'hours'],
  places: ['address', 'hours', 'words'],
  tariffs: ['ca', 'seal', 'total', 'words'],
  charges: ['payer'],
  renewals: ['opensDaysBefore', 'closesDaysBefore', 'opens', 'closes', 'graceAfter'],
  keyCounts: ['words'],
  troubles: ['words'],
};

/** Of every fact, amended or not. */
const SOURCE: readonly string[] = ['basis', 'inferredBy', 'asOf', 'validFrom', 'validUntil'];
const OWN: readonly string[] = ['id', 'list', 'fact', 'text', 'withdrawn', 'cite'];

function checkAmendment(amendment: Amendment, index: number, report: Report): void {
  const path = ['amendments', index];
  const allowed: readonly string[] = PARTS[amendment.list];
  const params = { list: amendment.list, parts: allowed.join(', ') };
  const given = Object.entries(amendment).filter(
    ([key, value]) => value !== undefined && !OWN.includes(key) && !SOURCE.includes(key),
  );
  for (const [key, value] of given) {
    if (!allowed.includes(key)) report([...path, key], 'amendmentPart', value, params);
  }
  const changes = given.length > 0 || amendment.withdrawn === true;
  const isDated = amendment.validFrom !== undefined || amendment.validUntil !== undefined;
  if (!changes && !isDated) report(path, 'amendmentPart', undefined, params);
}

/** What relations a pack may claim, and which amendments can be carried out. */
export function checkRelations(pack: NoticePack, report: Report): void {
  for (const relation of ['supplements', 'corrects', 'replaces'] as const) {
    pack[relation]?.forEach((id, index) => {
      if (id === pack.id) report([relation, index], 'ownRelation', id);
    });
  }
  // What is changed goes on, what is replaced lapses: of one notice both cannot be meant.
  const changed = amendedBy(pack);
  pack.replaces.forEach((id, index) => {
    if (id !== pack.id && changed.includes(id)) report(['replaces', index], 'relationTwice', id);
  });
  const amendments = pack.amendments ?? [];
  amendments.forEach((each, index) => {
    checkAmendment(each, index, report);
  });
  for (const missing of missingAbilities(pack)) {
    report(['requires'], 'abilityMissing', pack.requires, missing);
  }
  if (changed.length > 0) return;
  if (amendments.length > 0) report(['amendments'], 'amendsNothing', undefined);
  if (pack.systems.length === 0) report(['systems'], 'emptyList', pack.systems);
  if (pack.audiences.length === 0) report(['audiences'], 'emptyList', pack.audiences);
}
