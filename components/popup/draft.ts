import { NAMESPACES } from '@/lib/store/model';
import type { FormDraft } from './services';

/** A draft as it was kept, or null where it does not look like one: another version may have written it. */
export function readDraft(kept: unknown): FormDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { form, namespace, id, subject, values } = kept as Partial<Record<string, unknown>>;
  const known = NAMESPACES.find((each) => each === namespace);
  if (known === undefined || (id !== null && typeof id !== 'string')) return null;
  const texts = readTexts(values);
  if (form === 'subject') return { form, namespace: known, id, values: texts };
  if (form === 'certificate' && typeof subject === 'string') {
    return { form, namespace: known, id, subject, values: texts };
  }
  return null;
}

function readTexts(values: unknown): Readonly<Record<string, string>> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
