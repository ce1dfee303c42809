/** How long a large pack takes from text to plan, and what 200 packs in force cost, in Node's engine (Chromium's). */
import { noticeToFollow } from '@/lib/guide/notice-to-follow';
import { planAway } from '@/lib/guide/plan';
import { builtinPack } from '@/lib/notice/builtin';
import { loadPack } from '@/lib/notice/load';
import type { NoticePack } from '@/lib/notice/model';
import { median, type Report } from '../figure';

const SIZE = 300_000;
const PACKS = 200;
const ROUNDS = 40;
const WARMING = 10;
const BUDGET = 20;
const TODAY = '2023-09-20';
const SUBJECT = { id: 's', audience: 'budget-unit', level: 'city', oldCa: 'valid', newCa: 'none' } as const;

/** The built-in pack with further silences, warnings and guides of its own kind, up to 300 kB of UTF-8. */
export function largePack(): NoticePack {
  let pack: NoticePack = { ...builtinPack, id: 'large' };
  for (let copy = 1; Buffer.byteLength(JSON.stringify(pack)) < SIZE; copy += 1) {
    const again = <T extends { readonly id: string }>(items: readonly T[]) =>
      items.map((each) => ({ ...each, id: `${each.id}-${copy}` }));
    pack = {
      ...pack,
      guides: [...pack.guides, ...again(builtinPack.guides.slice(0, 2))],
      silences: [...pack.silences, ...again(builtinPack.silences.slice(0, 4))],
      warnings: [...pack.warnings, ...again(builtinPack.warnings.slice(0, 4))],
    };
  }
  return pack;
}

/** 200 notices in force: 100 of one place beside each other, and as many supplements, one to each. */
export function manyPacks(count: number = PACKS): readonly NoticePack[] {
  return Array.from({ length: count / 2 }, (_, at) => {
    const id = `notice-${at}`;
    const notice: NoticePack = { ...builtinPack, id, documentNumber: `某财购〔2023〕${at}号` };
    const supplement: NoticePack = {
      ...notice,
      id: `${id}-more`,
      requires: ['amendments'],
      supplements: [id],
      systems: [],
      certificates: [],
      audiences: [],
      phases: [],
      permissions: [],
      obligations: [],
      guides: [],
      troubles: [],
      keyCounts: [],
      materials: [],
      attachments: [],
      fees: { tariffs: [], charges: [] },
      contacts: [],
      places: [],
      statements: [],
      silences: [],
      warnings: [],
      amendments: [
        {
          id: 'later',
          list: 'obligations',
          fact: 'file-application',
          due: { kind: 'date', date: '2023-09-25', inclusive: true },
          text: { zh: '申请表报送截止日期延至9月25日。' },
          cite: '一',
        },
      ],
    };
    return [notice, supplement];
  }).flat();
}

function timed(work: () => void): { readonly first: number; readonly usual: number } {
  const times = Array.from({ length: WARMING + ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { first: times[0] ?? 0, usual: median(times.slice(WARMING)) };
}

/** Reports `packs-300kb`, `packs-300kb-first` and those of 200 packs in force, in milliseconds. */
export async function measurePacks(report: Report): Promise<void> {
  const text = JSON.stringify(largePack());
  const large = timed(() => {
    const loaded = loadPack(text);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
    const pack = noticeToFollow([loaded.pack], { today: TODAY });
    if (!planAway(pack, SUBJECT, [], TODAY)) throw new Error('no plan');
  });
  report({ name: 'packs-300kb', value: large.usual, unit: 'ms', budget: BUDGET });
  report({ name: 'packs-300kb-first', value: large.first, unit: 'ms' });
  const packs = manyPacks();
  const many = timed(() => {
    // Another array each time: what is kept by identity is worked out anew.
    const pack = noticeToFollow([...packs], { today: TODAY });
    if (!planAway(pack, SUBJECT, [], TODAY)) throw new Error('no plan');
  });
  report({ name: 'packs-200-in-force-first', value: many.first, unit: 'ms' });
  report({ name: 'packs-200-in-force', value: many.usual, unit: 'ms', budget: BUDGET });
  const again = timed(() => void planAway(noticeToFollow(packs, { today: TODAY }), SUBJECT, [], TODAY));
  report({ name: 'packs-200-in-force-again', value: again.usual, unit: 'ms' });
}
