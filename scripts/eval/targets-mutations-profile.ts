/** Runs in a page under evaluation: what happens when a site profile is right, out of date, or wrong. */
import { finder } from '@medv/finder';
import type { TargetName } from '@/lib/page/model';
import type { Mutation } from '@/lib/page/mutations/model';
import { controlName } from '@/lib/page/name';
import type { TaughtControl, TaughtRole, TaughtTarget } from '@/lib/page/taught';

const PRESSED: ReadonlySet<TargetName> = new Set([
  'login-submit',
  'unbind',
  'unbind-confirm',
  'bind',
  'bind-confirm',
  'ca-menu',
]);
/** Says nothing of what it does: no built-in rule knows it. */
const UNKNOWN_WORD = '现在就去';

function roleOf(target: TargetName): TaughtRole {
  if (target === 'certificate-choice') return 'choice';
  return target === 'pin-field' ? 'field' : 'button';
}

/** What a person would teach by pointing at the control; undefined where it has no name. */
function lessonOf(it: Element, target: TargetName, name = controlName(it)): TaughtControl | undefined {
  if (target === 'result' || !name) return undefined;
  const css = finder(it, { root: it.ownerDocument.body });
  return { target: target as TaughtTarget, name, role: roleOf(target), css };
}

function rename(it: Element, name: string): boolean {
  if (it.localName === 'input') it.setAttribute('value', name);
  else if (it.localName === 'img') it.setAttribute('alt', name);
  else it.replaceChildren(name);
  it.removeAttribute('aria-label');
  it.removeAttribute('title');
  return controlName(it) === name;
}

export const PROFILES: readonly Mutation[] = [
  {
    name: 'profile-right',
    benign: true,
    apply: (it, target, teach) => {
      const lesson = PRESSED.has(target) ? lessonOf(it, target) : undefined;
      if (!lesson) return undefined;
      teach(lesson);
      return it;
    },
  },
  {
    // The site calls it something that says nothing; somebody has taught it.
    name: 'profile-new-word',
    benign: true,
    apply: (it, target, teach) => {
      if (!PRESSED.has(target) || !rename(it, UNKNOWN_WORD)) return undefined;
      const lesson = lessonOf(it, target);
      if (!lesson) return undefined;
      teach(lesson);
      return it;
    },
  },
  {
    // Taught before the site took the control away: its selector may fit another now.
    name: 'profile-stale',
    benign: false,
    apply: (it, target, teach) => {
      const lesson = PRESSED.has(target) ? lessonOf(it, target) : undefined;
      if (!lesson || !rename(it, UNKNOWN_WORD)) return undefined;
      teach(lesson);
      return null;
    },
  },
  {
    // Somebody taught the opposite control: it is refused, and the built-in rules decide.
    name: 'profile-at-opposite',
    benign: true,
    apply: (it, target, teach) => {
      const opposite = { unbind: '绑定', 'unbind-confirm': '绑定', bind: '解绑', 'bind-confirm': '解绑' }[
        target as string
      ];
      if (opposite === undefined) return undefined;
      const other = it.ownerDocument.createElement('a');
      other.setAttribute('href', '#');
      other.append(opposite);
      it.ownerDocument.body.append(other);
      teach({ target: target as TaughtTarget, name: opposite, role: 'button', css: finder(other) });
      return it;
    },
  },
];
