/** What the columns of a list are, guessed by their headings, and by their cells where those tell more. */
import { keyOf } from './plain';
import { certificatesIn } from './said-states';
import { stepColumnOf, stepOf, stepPartsOf } from './step-columns';
import { withCombinedCells } from './two-in-one';
import { withRightPerson } from './whose-columns';
import { type Column, columnOf, type Mapping } from './words';

/** A guess for the list below a heading; the person sees it and may change it. */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  dataFrom: number,
): Mapping {
  const looked = rows.slice(dataFrom, dataFrom + ROWS_TOLD_APART);
  const plain = withNumberedCode(mapNames(names), names, looked);
  const named = withRightPerson(withTellingName(plain, names, looked), names);
  return withCombinedCells(ofTheOneNamed(withSteps(named, names), names), looked);
}

/** A guess of the columns by their headings; a column named twice goes to the surer, then to the first. */
function mapNames(names: readonly string[]): Mapping {
  const mapping: (Column | null)[] = names.map(() => null);
  for (const surety of [2, 1] as const) {
    for (const [at, name] of names.entries()) {
      const found = columnOf(name);
      if (mapping[at] !== null || found?.surety !== surety) continue;
      if (stepPartsOf(found.column) === null && mapping.includes(found.column)) continue;
      mapping[at] = found.column;
    }
  }
  return mapping;
}

/** 「发放日期」 of a list with states is the day of what they say, whatever was sent out. */
const SENT_OUT = /发放.*(?:日期|时间)$/;
const STATES: readonly (Column | null)[] = ['state', 'caState', 'sealState'];
const DATES: readonly (Column | null)[] = ['date', 'caDate', 'sealDate'];

/** 「领取情况」 is all of a list's states where it stands alone; beside 「申报情况」 each is of its own step. */
function withSteps(mapping: Mapping, names: readonly string[]): Mapping {
  const found = names.map((name) => stepOf(name));
  const isSure = (at: number) => stepPartsOf(mapping[at] ?? null) !== null;
  const steps = new Set(
    found.flatMap((step, at) =>
      step !== null && (step.inWords || isSure(at)) ? [stepPartsOf(step.column)?.step] : [],
    ),
  );
  const inWords = found.map((step, at) =>
    step?.inWords && (steps.size > 1 || mapping[at] === null) ? step.column : null,
  );
  const withWords = mapping.map((column, at) => inWords[at] ?? column);
  if (!withWords.some((column) => STATES.includes(column)) || withWords.some((one) => DATES.includes(one)))
    return withWords;
  const sent = withWords.findIndex(
    (column, at) => stepPartsOf(column) !== null && SENT_OUT.test(keyOf(names[at] ?? '')),
  );
  const { owner = 'both' } = stepPartsOf(withWords[sent] ?? null) ?? {};
  const date = owner === 'both' ? 'date' : (`${owner}Date` as const);
  return withWords.map((column, at) => (at === sent ? date : column));
}

/** Where columns name one certificate and none names the other, plain columns of steps are that one's. */
function ofTheOneNamed(mapping: Mapping, names: readonly string[]): Mapping {
  if (mapping.includes('state') || mapping.includes('product')) return mapping;
  const ofWork = names.filter((_, at) => mapping[at] !== null && !OF_PEOPLE.includes(mapping[at] ?? null));
  const [only, ...others] = certificatesIn(ofWork.join('\n'));
  const [owned, ...further] = new Set(mapping.flatMap((column) => ownerOf(column) ?? []));
  const one = owned ?? only;
  if (one === undefined || others.length > 0 || further.length > 0 || (only ?? one) !== one) return mapping;
  return mapping.map((column) => {
    const parts = stepPartsOf(column);
    return parts?.owner === 'both' ? stepColumnOf({ ...parts, owner: one }) : column;
  });
}

const OF_PEOPLE: readonly (Column | null)[] = ['contact', 'phone', 'contactAndPhone', 'keysWanted', 'notes'];

function ownerOf(column: Column | null): 'ca' | 'seal' | null {
  const owner = stepPartsOf(column)?.owner;
  if (owner === 'ca' || column === 'caState' || column === 'caDate') return 'ca';
  return owner === 'seal' || column === 'sealState' || column === 'sealDate' ? 'seal' : null;
}

/** So many rows tell which of several columns of one name tells the units apart. */
const ROWS_TOLD_APART = 500;

/** Of several columns that are all called 「单位」, the one that differs most from row to row is the unit's own. */
function withTellingName(
  mapping: Mapping,
  names: readonly string[],
  looked: readonly (readonly string[])[],
): Mapping {
  const chosen = mapping.indexOf('name');
  const surety = columnOf(names[chosen] ?? '')?.surety;
  const alike = names.flatMap((name, at) => {
    const found = columnOf(name);
    return found?.column === 'name' && found.surety === surety ? [at] : [];
  });
  if (alike.length < 2) return mapping;
  const differing = (at: number) => new Set(looked.map((row) => (row[at] ?? '').trim())).size;
  const telling = alike.reduce((best, at) => (differing(at) > differing(best) ? at : best), chosen);
  return mapping.map((column, at) => (at === telling ? 'name' : at === chosen ? null : column));
}

/** Six or nine digits of a budget code, none of a year's register; or a social credit code. */
const LOOKS_LIKE_CODE = /^(?!20[1-3]\d|000)\d{6}(?:\d{3})?$|^[0-9A-Z]{18}$/i;

/** 「编号」 is the code where no other column is and each of its cells is a code: most such columns only count the rows. */
function withNumberedCode(
  mapping: Mapping,
  names: readonly string[],
  looked: readonly (readonly string[])[],
): Mapping {
  const at = names.findIndex((name, place) => mapping[place] === null && /^(?:单位)?编号$/.test(keyOf(name)));
  if (at < 0 || mapping.includes('code')) return mapping;
  const cells = looked
    .map((row) => keyOf(row[at] ?? ''))
    // 「合计」 stands where the codes do.
    .filter((cell) => cell !== '' && !/\p{Script=Han}/u.test(cell));
  const areCodes = cells.every((cell) => LOOKS_LIKE_CODE.test(cell)) && new Set(cells).size === cells.length;
  return cells.length > 0 && areCodes
    ? mapping.map((column, place) => (place === at ? 'code' : column))
    : mapping;
}
