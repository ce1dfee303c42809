/** Notices as a bureau might publish them, made of the built-in one: what tests of files, feeds and policies hand out. */
import { readFileSync } from 'node:fs';
import type { NoticePack } from '@/lib/notice/model';

export const builtinPack: NoticePack = JSON.parse(
  readFileSync(new URL('../notices/changzhou-2023-12.json', import.meta.url), 'utf8'),
);

/** The vendor's number in what is published here, and nowhere in the built-in notice. */
export const NUMBER = '0519-88887777';

const withNumber = (pack: NoticePack, number: string): NoticePack => ({
  ...pack,
  contacts: pack.contacts.map((contact) => (contact.role === 'ca-vendor' ? { ...contact, number } : contact)),
});

/** The built-in notice, published anew with another number for the CA's vendor. */
export const corrected = (version: string, number = NUMBER): NoticePack => ({
  ...withNumber(builtinPack, number),
  version,
});

/** A notice of another place about a system of its own, with steps like ours. */
export function ofAnotherPlace(hosts: readonly string[], number = NUMBER): NoticePack {
  const pack: NoticePack = JSON.parse(
    JSON.stringify(withNumber(builtinPack, number)).replaceAll(`"${builtinPack.mainSystem}"`, '"yunhai"'),
  );
  return {
    ...pack,
    id: 'yunhai-1',
    version: '1.0.0',
    documentNumber: '云财示例1号',
    region: { zh: '云海省' },
    systems: pack.systems.map((each) => (each.id === 'yunhai' ? { ...each, hosts } : each)),
  };
}

/** The roles are named in many places: whoever has none to call names none. */
function withoutRoles(value: unknown, roles: ReadonlySet<unknown>): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((each) => !(isObject(each) && Object.values(each).every((held) => roles.has(held))))
      .map((each) => withoutRoles(each, roles));
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, held]) => !(['contact', 'call', 'ask'].includes(key) && roles.has(held)),
  );
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutRoles(held, roles)]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The built-in notice, published anew by a bureau that gives no telephone number. */
export function withoutContacts(version: string): NoticePack {
  const roles = new Set(builtinPack.contacts.map(({ role }) => role));
  return { ...(withoutRoles({ ...builtinPack, contacts: [] }, roles) as NoticePack), version };
}
