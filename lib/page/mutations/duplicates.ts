/** Mutations that bring a second control of the same words. */
import type { TargetName } from '@/lib/page/model';
import type { PureMutation } from './model';

/** A copy that nobody can see, first in the page. */
const unseen =
  (css: string): PureMutation['apply'] =>
  (it, target) => {
    const document = it.ownerDocument;
    if (target === 'result') return undefined;
    const holder = document.createElement('div');
    holder.style.cssText = css;
    const copy = it.cloneNode(true) as Element;
    for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
    // A list item keeps its list.
    if (copy.localName === 'li') {
      const list = document.createElement('ul');
      list.append(copy);
      holder.append(list);
    } else if (/^(td|tr)$/.test(copy.localName)) return undefined;
    else holder.append(copy);
    document.body.prepend(holder);
    return it;
  };

const ASKING: ReadonlySet<TargetName> = new Set([
  'unbind-confirm',
  'bind-confirm',
  'pin-field',
  'certificate-choice',
]);
const DIALOG =
  'dialog,[role=dialog],[role=alertdialog],[class*=dialog],[class*=modal],[class*=layer],[class*=pop]';

/** The largest thing that says nothing but the dialog: what a script would open a second time. */
function dialogOf(it: Element): Element | null {
  let found: Element | null = null;
  for (let at: Element | null = it; at && at !== it.ownerDocument.body; at = at.parentElement) {
    if (at.matches(DIALOG)) found = at;
  }
  return found;
}

function twin(it: Element, target: TargetName): null | undefined {
  const dialog = ASKING.has(target) ? dialogOf(it) : null;
  if (!dialog) return undefined;
  const copy = dialog.cloneNode(true) as HTMLElement;
  dialog.after(copy);
  if (dialog.localName === 'dialog') {
    copy.removeAttribute('open');
    (copy as HTMLDialogElement).showModal();
  }
  return null;
}

/** A row of the same kind: another key that can be unbound or bound as well. */
function secondRow(it: Element, target: TargetName): null | undefined {
  if (target !== 'unbind' && target !== 'bind') return undefined;
  const row = it.closest('tr,[role=row],li,[class*=row],[class*=card],[class*=item]');
  // A button over the list stands in no row of it.
  if (!row?.parentElement || row.closest('thead') || row.querySelector('table')) return undefined;
  row.after(row.cloneNode(true));
  return null;
}

export const DUPLICATES: readonly PureMutation[] = [
  { name: 'hidden-duplicate', benign: true, apply: unseen('display:none') },
  { name: 'transparent-duplicate', benign: true, apply: unseen('opacity:0;position:absolute') },
  {
    name: 'duplicate-off-page',
    benign: true,
    apply: unseen('position:absolute;left:-9999px;top:0'),
  },
  { name: 'duplicate-clipped', benign: true, apply: unseen('height:0;overflow:hidden') },
  { name: 'twin-dialog', benign: false, apply: twin },
  { name: 'second-row', benign: false, apply: secondRow },
];
