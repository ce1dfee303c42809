import { type Asn1, expect, partsOf, readOid, TAG } from './asn1';
import { decodeText } from './decode-text';
import { type NameAttribute, ReadingFailure } from './model';

/** Attribute types by their short names (RFC 4519, X.520); the rest keep their dotted identifier. */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.20': 'telephoneNumber',
  '2.5.4.31': 'member',
  '2.5.4.41': 'name',
  '2.5.4.42': 'givenName',
  '2.5.4.43': 'initials',
  '2.5.4.45': 'x500UniqueIdentifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.2.840.113549.1.9.2': 'unstructuredName',
};

/**
 * The attributes of a distinguished name, in the order of the file.
 * @throws ReadingFailure `damaged`
 */
export function readName(value: Asn1 | undefined): readonly NameAttribute[] {
  return expect(value, TAG.sequence).parts.flatMap((relative) => {
    const attributes = expect(relative, TAG.set).parts;
    if (attributes.length === 0) throw new ReadingFailure('damaged');
    return attributes.map((attribute) => readAttribute(attribute));
  });
}

function readAttribute(attribute: Asn1): NameAttribute {
  const [type, text] = partsOf(attribute, 2);
  const oid = readOid(type);
  return { oid, name: ATTRIBUTE_NAMES[oid] ?? oid, value: readValue(text) };
}

function readValue(value: Asn1 | undefined): string {
  // Unique identifiers are bit strings; they are shown as what they are.
  if (value?.tag === TAG.bitString) return `#${hex(value.content)}`;
  if (value === undefined || value.constructed) throw new ReadingFailure('damaged');
  return decodeText(value.tag, value.content);
}

/** Upper-case hexadecimal, two digits a byte. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}
