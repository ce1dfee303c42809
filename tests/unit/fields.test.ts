/** Every field that takes text says what must not be typed into it (docs/privacy.md): a new one cannot forget it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Kinds of inputs that take no text of the person's. */
const NO_TEXT = ['checkbox', 'radio', 'file', 'date', 'time', 'number', 'button', 'submit'];

/** Fields with a check of their own, each with the reason. */
const OWN_CHECK: Readonly<Record<string, string>> = {
  // The check is in them.
  'components/ui/field.tsx': 'Field.Control',
  'components/ui/text-area.tsx': 'Field.Control',
  // A passphrase is kept nowhere; digits alone, ID numbers and keys are refused by problemOf.
  'components/settings/passphrase.tsx': 'input password',
  // A pasted list is read cell by cell: lib/desk/roster/read-units refuses and reports each.
  'components/desk/roster/import-source.tsx': 'textarea',
};

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => !file.startsWith('components/practice/'));
}

/** Fields of one file that take text and are no component of ours with the check inside. */
function bareFields(source: string): readonly string[] {
  const tags = source.matchAll(/<(input|textarea|Field\.Control)\b((?:=>|[^>])*)>|\b(contentEditable)\b/g);
  return [...tags].flatMap(([, tag, attributes = '', editable]) => {
    const type = /\btype="(\w+)"/.exec(attributes)?.[1];
    if (/\breadOnly\b(?!=)/.test(attributes)) return [];
    if (tag === 'input' && type !== undefined && NO_TEXT.includes(type)) return [];
    return [[tag ?? editable, type].filter(Boolean).join(' ')];
  });
}

describe('fields', () => {
  it.each([...sources('components'), ...sources('entrypoints')])('%s takes no text unchecked', (file) => {
    const bare = bareFields(readFileSync(join(ROOT, file), 'utf8'));
    const known = OWN_CHECK[file];
    expect(
      bare.filter((field) => field !== known && !(known === 'Field.Control' && field === 'textarea')),
    ).toEqual([]);
    if (known !== undefined) expect(bare).toContain(known);
  });

  it.each([
    ['<input value={a} onChange={() => b} />', ['input']],
    ['<input\n  type="search"\n/>', ['input search']],
    ['<textarea rows={2} />', ['textarea']],
    ['<div contentEditable />', ['contentEditable']],
    ['<textarea\n  readOnly\n  rows={2}\n/>', []],
    ['<textarea readOnly={isKept} />', ['textarea']],
    ['<input type="checkbox" checked onChange={() => b} />', []],
  ])('sees %s', (source, expected) => {
    expect(bareFields(source)).toEqual(expected);
  });
});
