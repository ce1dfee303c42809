import { fits, isValidOn } from './condition';
import type { ContactAnswer, NoticeCase } from './explanation';
import type { Contact, NoticePack } from './model';

/** A number as to be dialled from anywhere in the country: landlines with their area code. */
export function dialNumber(contact: Pick<Contact, 'number' | 'areaCode'>): string {
  return contact.areaCode === undefined ? contact.number : `${contact.areaCode}-${contact.number}`;
}

/** Whom to telephone, the first to call in front (the pack's order). */
export function contactsFor(pack: NoticePack, asked: NoticeCase): readonly ContactAnswer[] {
  return pack.contacts
    .filter((each) => fits(each.when, asked) !== 'no' && isValidOn(each, asked.today))
    .map((each) => ({
      role: each.role,
      name: each.name,
      ...(each.person !== undefined && { person: each.person }),
      number: dialNumber(each),
      about: each.about,
      ...(each.hours && { hours: each.hours }),
      publishedOn: each.publishedOn,
      cite: each.cite,
    }));
}
