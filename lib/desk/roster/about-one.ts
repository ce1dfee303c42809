/** A list of one certificate's states, whose column says only 「状态」: which one, its title or its name says. Pure. */
import type { Heading } from './mapping';
import type { TrackName } from './model';
import type { ReadSheet } from './read-list';
import { certificatesIn } from './said-states';
import { type StepOwner, stepColumnOf, stepPartsOf } from './step-columns';
import type { Column } from './words';

/** Of whom, not of which certificate. */
const OF_PEOPLE: readonly (Column | null)[] = ['contact', 'phone', 'contactAndPhone'];
const OWN: Readonly<Record<TrackName, Readonly<Partial<Record<Column, Column>>>>> = {
  ca: { state: 'caState', date: 'caDate' },
  seal: { state: 'sealState', date: 'sealDate' },
};

/**
 * The heading with its plain columns as one certificate's, where what stands above it and the sheet's name speak of that one
 * only; where they speak of none, where the file's name does. A heading that names the other leaves all as it was, as does
 * a list that says in each row, or by its columns, which certificate it means.
 *
 * @param file the name the list came under; '' where it has none
 */
export function ofOneCertificate(
  heading: Heading,
  sheet: Pick<ReadSheet, 'rows' | 'name' | 'made'>,
  file: string,
): Heading {
  const { mapping, names, dataFrom } = heading;
  const isPlain = mapping.some((column) => column === 'state' || stepPartsOf(column)?.owner === 'both');
  const saysWhich = mapping.some(
    (column) => column !== null && (SAYS_WHICH.includes(column) || isOfOne(stepPartsOf(column)?.owner)),
  );
  if (!isPlain || saysWhich) return heading;
  // Of a list without a heading, all that stands above is its title.
  const titles = sheet.rows.slice(0, Math.max(0, sheet.made ? dataFrom : dataFrom - 1));
  const above = [...titles.flat(), sheet.name];
  const named = certificatesIn(above.join('\n'));
  const [only, ...others] = named.size > 0 ? named : certificatesIn(file);
  if (only === undefined || others.length > 0) return heading;
  const inHeading = names.filter((_, at) => !OF_PEOPLE.includes(mapping[at] ?? null)).join('\n');
  if ([...certificatesIn(inHeading)].some((track) => track !== only)) return heading;
  const own = OWN[only];
  return {
    ...heading,
    mapping: mapping.map((column) => {
      const parts = stepPartsOf(column);
      return parts ? stepColumnOf({ ...parts, owner: only }) : ((column && own[column]) ?? column);
    }),
  };
}

const isOfOne = (owner?: StepOwner) => owner === 'ca' || owner === 'seal';
const SAYS_WHICH: readonly Column[] = ['product', 'caState', 'sealState', 'caDate', 'sealDate'];
