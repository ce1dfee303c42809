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
