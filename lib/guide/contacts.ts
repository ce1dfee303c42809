import type { Text } from '@/lib/locale/text';
import type { CalendarDate } from '@/lib/notice/calendar';
import { isValidOn } from '@/lib/notice/condition';
import { dialNumber } from '@/lib/notice/contacts';
import type { ContactAnswer } from '@/lib/notice/explanation';
import type { NoticePack } from '@/lib/notice/model';
import type { PlannedContact } from './model';
import { write } from './wording';

type Callable = Pick<ContactAnswer, 'role' | 'name' | 'number' | 'about' | 'hours' | 'publishedOn'>;

/** Whom to telephone, those of the given roles in front; otherwise in the pack's order. */
export function planContacts(
  contacts: readonly Callable[],
  roles: readonly (string | undefined)[],
): readonly PlannedContact[] {
  const first = roles.flatMap((role) => contacts.filter((each) => each.role === role));
  return [...new Set([...first, ...contacts])].map(({ role, name, number, about, hours, publishedOn }) => ({
    role,
    name,
    number,
    // When it is answered decides whether to call now: it stands wherever the number does.
    about: hours ? write('contactHours', { about, hours }) : about,
    publishedOn,
  }));
}

/** Contacts that are for everybody, while it is not known who is asking; those of the role in front. */
export function contactsForAnybody(
  pack: NoticePack,
  today: CalendarDate,
  role?: string | undefined,
): readonly PlannedContact[] {
  const open = pack.contacts.filter((each) => each.when === undefined && isValidOn(each, today));
  return planContacts(
    open.map((each) => ({ ...each, number: dialNumber(each) })),
    [role],
  );
}

/** Whom a sentence names as the one to ask: without a contact, whoever issued the notice. */
export function nameToAsk(contacts: readonly PlannedContact[], issuer: Text): Text {
  return contacts[0]?.name ?? write('somebody', { issuer });
}

/** Whom to ask which batch a unit is in: who answers for batches as the notice has it, else whoever issued it. */
export function askAboutBatch(
  contacts: readonly { readonly name: Text; readonly about: Text }[],
  issuer: Text,
): Text {
  return contacts.find(({ about }) => /批次|分批/.test(about.zh))?.name ?? issuer;
}
