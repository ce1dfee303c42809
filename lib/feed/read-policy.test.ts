/** Which pack a pin is about is never in doubt: it names one by id and version, and the same id once. */
import { describe, expect, it } from 'vitest';
import { packsAtHand } from '@/lib/notice/available';
import { builtinPack, builtinPacks } from '@/lib/notice/builtin';
import { readPolicy } from './read-policy';

describe('pinned packs', () => {
  it('one pinned to two versions stays at the first, and the other is named', () => {
    const { pinned, faults } = readPolicy({
      pinnedPacks: [
        { id: 'changzhou-2026-1', version: '1.0.0' },
        { id: 'changzhou-2026-1', version: '1.1.0' },
        { id: 'changzhou-2026-2', version: '1.1.0' },
      ],
    });
    expect(pinned).toEqual([
      { id: 'changzhou-2026-1', version: '1.0.0' },
      { id: 'changzhou-2026-2', version: '1.1.0' },
    ]);
    expect(faults).toEqual(['pinnedPacks[1].version']);
  });

  it('said twice is no fault', () => {
    const pin = { id: 'changzhou-2026-1', version: '1.0.0' };
    expect(readPolicy({ pinnedPacks: [pin, pin] })).toMatchObject({ pinned: [pin], faults: [] });
  });

  it('leave another pack of the same version as it is', () => {
    const versions = (id: string) => ['1.0.0', '1.1.0'].map((version) => ({ ...builtinPack, id, version }));
    const added = [...versions('changzhou-2026-1'), ...versions('changzhou-2026-2')];
    const { pinned, blocked } = readPolicy({
      pinnedPacks: [{ id: 'changzhou-2026-1', version: '1.0.0' }],
    });
    const used = packsAtHand(builtinPacks, added, null, { pinned, blocked });
    expect(
      used.filter(({ id }) => id.startsWith('changzhou-2026')).map(({ id, version }) => [id, version]),
    ).toEqual([
      ['changzhou-2026-1', '1.0.0'],
      ['changzhou-2026-2', '1.1.0'],
    ]);
  });
});
