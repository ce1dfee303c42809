/** What adding a pack would do: looked at before it is done. Pure. */
import { packsAtHand } from './available';
import type { CalendarDate } from './calendar';
import { type Difference, differencesBetween, differencesForCase } from './differences';
import { explain } from './explain';
import type { NoticeCase } from './explanation';
import { type LeftOut, noticeInForce } from './in-force';
import { loadPack } from './load';
import type { NoticePack } from './model';
import { isBlocked, NO_RULES, type PackRules, pinnedVersion } from './pack-rules';
import type { PackProblem } from './problem';
import { compareVersions, startOf } from './standing';

/** Where a pack would be added, and for whom it is looked at. */
export interface AddingScene {
  readonly builtin: readonly NoticePack[];
  readonly added: readonly NoticePack[];
  /** The region chosen; null: as the first built-in pack. */
  readonly region: string | null;
  /** The administrator's; absent: none. */
  readonly rules?: PackRules | undefined;
  /** System id. */
  readonly system: string;
  /** Calendar day in the notice's zone. */
  readonly today: CalendarDate;
  readonly cases: readonly Pick<NoticeCase, 'audience' | 'level'>[];
}

export interface AddingEffect {
  /** The day looked from: today, or the pack's first day where that is still to come. */
  readonly day: CalendarDate;
  /** Set where the pack is followed only if its region is chosen. */
  readonly region: string | null;
  /** Why the pack changes nothing even then; null: it has a part in what is followed. */
  readonly leftOut: LeftOut | null;
  /** The notice followed that day, without and with the pack. */
  readonly before: NoticePack;
  readonly after: NoticePack;
  /** What is new, gone or changed in the whole notice. */
  readonly all: readonly Difference[];
  /** The same for each case asked about. */
  readonly forCases: readonly {
    readonly of: AddingScene['cases'][number];
    readonly differences: readonly Difference[];
  }[];
}

export type Adding =
  | { readonly ok: false; readonly why: 'unreadable'; readonly problems: readonly PackProblem[] }
  /** `older`: a newer version is here. `same`: this very one is. `clash`: one of the same number that says something else. */
  | {
      readonly ok: false;
      readonly why: 'older' | 'same' | 'clash';
      readonly pack: NoticePack;
      readonly here: string;
    }
  /** By the administrator's rules. `here`: the version that is prescribed. */
  | {
      readonly ok: false;
      readonly why: 'blocked' | 'pinned';
      readonly pack: NoticePack;
      readonly here: string;
    }
  | {
      readonly ok: true;
      readonly pack: NoticePack;
      /** Paths of fields that this version does not know and leaves out. */
      readonly ignored: readonly string[];
      /** The version it takes the place of; null: none. */
      readonly replacesVersion: string | null;
      readonly effect: AddingEffect;
    };

function effectOf(pack: NoticePack, scene: AddingScene): AddingEffect {
  const { builtin, added, system, cases, rules } = scene;
  let day = scene.today;
  let region: string | null = null;
  const look = () =>
    noticeInForce(packsAtHand(builtin, [...added, pack], region ?? scene.region, rules), {
      today: day,
      system,
    });
  const reasonIn = ({ leftOut }: ReturnType<typeof look>) =>
    leftOut.find(({ notice }) => notice.id === pack.id && notice.version === pack.version) ?? null;
  let looked = look();
  if (reasonIn(looked)?.why === 'not-yet') {
    day = startOf(pack);
    looked = look();
  }
  if (reasonIn(looked)?.why === 'elsewhere') {
    region = pack.region.zh;
    looked = look();
  }
  const before = noticeInForce(packsAtHand(builtin, added, scene.region, rules), { today: day, system }).pack;
  const after = looked.pack;
  return {
    day,
    region,
    leftOut: reasonIn(looked),
    before,
    after,
    all: differencesBetween(before, after),
    forCases: cases.map((of) => ({
      of,
      differences: differencesForCase(
        explain(before, { ...of, today: day }),
        explain(after, { ...of, today: day }),
      ),
    })),
  };
}

/** Compares what two packs say, not how their files are written. */
function saysTheSame(a: NoticePack, b: NoticePack): boolean {
  return differencesBetween(a, b).length === 0;
}

/** Reads a file's text as a pack and says what using it would change. Changes nothing; never throws. */
export function considerPack(text: string, scene: AddingScene): Adding {
  const loaded = loadPack(text);
  if (!loaded.ok) return { ok: false, why: 'unreadable', problems: loaded.problems };
  const { pack, ignored } = loaded;
  const rules = scene.rules ?? NO_RULES;
  const pin = pinnedVersion(rules, pack.id);
  if (isBlocked(rules, pack)) return { ok: false, why: 'blocked', pack, here: '' };
  if (pin !== undefined && pin !== pack.version) return { ok: false, why: 'pinned', pack, here: pin };
  const here = packsAtHand(scene.builtin, scene.added, scene.region, rules).find(({ id }) => id === pack.id);
  if (here) {
    const order = compareVersions(pack.version, here.version);
    const known = { ok: false, pack, here: here.version } as const;
    // What is prescribed takes the place of a newer one, too.
    if (order < 0 && pin === undefined) return { ...known, why: 'older' };
    if (order === 0) return { ...known, why: saysTheSame(here, pack) ? 'same' : 'clash' };
  }
  return { ok: true, pack, ignored, replacesVersion: here?.version ?? null, effect: effectOf(pack, scene) };
}
