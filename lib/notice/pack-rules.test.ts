/** What an administrator blocks is not used, and never leaves a system without a notice, or with another system's. */
import { describe, expect, it } from 'vitest';
import { packsAtHand } from './available';
import { builtinPack, builtinPacks } from './builtin';
import { noticeInForce } from './in-force';
import type { NoticePack } from './model';
import { NO_RULES, type PackRules } from './pack-rules';
import { examplePacks } from './testing/examples';

const system = builtinPack.mainSystem;
const blocking = (...ids: readonly string[]): PackRules => ({
  ...NO_RULES,
  blocked: ids.map((id) => ({ id })),
});
const followed = (added: readonly NoticePack[], rules: PackRules) =>
  noticeInForce(packsAtHand(builtinPacks, added, null, rules), { today: '2026-11-28', system }).pack;

describe('with the built-in notice blocked', () => {
  const rules = blocking(builtinPack.id);
  const others = Object.values(examplePacks).filter(({ systems }) =>
    systems.every(({ id }) => id !== system),
  );

  it.each(others.map((pack) => [pack.id, pack] as const))(
    '%s, which does not speak of this system, is not followed on it',
    (_, pack) => {
      expect(followed([pack], rules).id).toBe(builtinPack.id);
    },
  );

  it('another notice of this system takes its place', () => {
    const later = { ...builtinPack, id: 'changzhou-2026-1' };
    expect(followed([later], rules).id).toBe('changzhou-2026-1');
    expect(packsAtHand(builtinPacks, [later], null, rules)).toEqual([later]);
  });

  it('one that is blocked as well does not', () => {
    const later = { ...builtinPack, id: 'changzhou-2026-1' };
    expect(followed([later], blocking(builtinPack.id, later.id)).id).toBe(builtinPack.id);
  });
});
