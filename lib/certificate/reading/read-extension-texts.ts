/** Texts in the extensions where CAs here write units' names and codes (GM/T 0015 5.2.4, RFC 5280 4.2.1.6). */
import { type Asn1, readAsn1, TAG } from './asn1';
import { decodeText } from './decode-text';
import type { NameAttribute } from './model';

/** Of the standard extensions only these speak of the holder: subjectAltName, subjectDirectoryAttributes. */
const OF_HOLDER = ['2.5.29.17', '2.5.29.9'];
/** Standard and Netscape's own: policies, addresses, digests, comments. Their words are the issuer's. */
const STANDARD = ['2.5.29.', '1.3.6.1.5.5.7.', '1.3.6.1.4.1.11129.', '2.16.840.1.113730.'];

/** Texts of one extension that are looked at, and characters of each; a code has 18. */
const MOST_TEXTS = 40;
const LONGEST_TEXT = 400;

/**
 * The texts of an extension: strings at any depth, context-tagged ones too, or its bare bytes where they are no
 * ASN.1. Its contents are nobody's to check, so whatever they are, the certificate is still read.
 *
 * @param oid dotted identifier of the extension, which each text goes by
 */
export function textsOfExtension(oid: string, content: Uint8Array): readonly NameAttribute[] {
  if (!OF_HOLDER.includes(oid) && STANDARD.some((prefix) => oid.startsWith(prefix))) return [];
  const texts = textsIn(content).filter((text) => text !== '' && text.length <= LONGEST_TEXT);
  return texts.slice(0, MOST_TEXTS).map((value) => ({ oid, name: oid, value }));
}

function textsIn(content: Uint8Array): readonly string[] {
  try {
    const { value, length } = readAsn1(content, 'ber');
    if (length === content.length) return textsOf(value);
  } catch {
    // Some CAs write the bare text.
  }
  const text = read(TAG.printableString, content);
  return text === null ? [] : [text];
}

function textsOf(value: Asn1): readonly string[] {
  if (value.constructed) return value.parts.flatMap(textsOf);
  // A string within an octet string, as each extension is one within its own.
  if (value.tag === TAG.octetString) return textsIn(value.content);
  if (value.tag === TAG.bitString) return [];
  const text = read(value.tag ?? TAG.printableString, value.content);
  return text === null ? [] : [text];
}

/** null where it is no text. */
function read(tag: number, bytes: Uint8Array): string | null {
  try {
    const text = decodeText(tag, bytes);
    return /[\p{Co}\p{Cn}\ufffd]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
