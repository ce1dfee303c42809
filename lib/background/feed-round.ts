/** What a feed's good answer means here: what an administrator's changes at once, what the person's own offers. */
import type { FeedRound } from '@/lib/feed/ask';
import type { FeedChange, FeedOffer, FeedState, PackRefusal } from '@/lib/feed/model';
import { type Language, textIn } from '@/lib/locale/text';
import type { Translate } from '@/lib/locale/translate';
import { type Adding, considerPack } from '@/lib/notice/adding';
import type { NoticeShelf } from '@/lib/notice/available';
import { dateIn } from '@/lib/notice/days';
import { loadPack } from '@/lib/notice/load';
import { isPinnedTo } from '@/lib/notice/pack-rules';
import { sayDifferences } from '@/lib/notice/say-difference';
import { sayProblem } from '@/lib/notice/say-problem';
import { feedPackRow } from '@/lib/store/feed';
import type { PackRow, ReadRow, Store } from '@/lib/store/model';
import { readPackRows } from '@/lib/store/stored-shelf';

export interface TakingParts {
  readonly shelf: NoticeShelf;
  readonly now: () => Date;
  readonly translate: Translate;
  readonly language: Language;
  readonly notify: (id: string, title: string, message: string) => Promise<void>;
}

/** What is to be written, whole. */
export interface TakenRound {
  readonly state: FeedState;
  readonly put: readonly PackRow[];
  readonly remove: readonly string[];
  /** Tells the person what an administrator's feed has changed. */
  readonly tell: () => Promise<void>;
}

const MOST_CHANGES = 10;
const MOST_LINES = 60;
const LONGEST_LINE = 1000;
const MOST_DETAILS = 3;

const short = (text: string) => (text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text);

/** Looks at every pack as one from a file is looked at, each over those taken before it. Writes nothing. */
export async function takeRound(
  store: Store,
  state: FeedState,
  round: Extract<FeedRound, { ok: true }>,
  parts: TakingParts,
): Promise<TakenRound> {
  const { shelf, now, translate, language, notify } = parts;
  const { index, key, digest } = round;
  const [rows, region, { administration }] = await Promise.all([
    store.packs.list(),
    store.settings.get('noticeRegion'),
    store.feed.read(),
  ]);
  const at = now().toISOString();
  const isTaking = state.owner === 'administrator';
  const put: PackRow[] = [];
  const offers: FeedOffer[] = [];
  const changes: FeedChange[] = [];
  const refusals: PackRefusal[] = [...round.refusals];
  const versions = { ...state.versions };
  // Its key was taken back: whatever its version, it stands in nobody's way. It stays until another comes.
  const isDistrusted = ({ source }: PackRow) =>
    source.kind === 'feed' && source.owner === state.owner && !round.trusted.has(source.key);
  const standing = rows.filter((row) => !isDistrusted(row));
  let here: readonly ReadRow[] = await readPackRows(standing, loadPack);
  for (const offer of round.fresh) {
    const adding = considerPack(offer.text, {
      builtin: shelf.builtin,
      added: here.map(({ pack }) => pack).filter((pack) => pack !== null),
      region,
      rules: administration,
      system: shelf.system,
      today: dateIn(now(), shelf.timeZone),
      cases: [],
    });
    const verdict = judge(adding, standing, isTaking);
    if (verdict === 'refuse' && !adding.ok) {
      refusals.push(refusalOf(offer, adding, translate));
      continue;
    }
    // Also where nothing is done: an older one must not come after it.
    versions[offer.id] = { value: offer.version, key: offer.key };
    if (verdict === 'leave') continue;
    if (!isTaking) {
      offers.push(offer);
      continue;
    }
    const row = feedPackRow(offer, state, at);
    put.push(row);
    here = [...here.filter((each) => each.row.id !== row.id), ...(await readPackRows([row], loadPack))];
    if (adding.ok) {
      const before = rows.find((each) => each.id === row.id)?.version ?? adding.replacesVersion;
      changes.push({ ...changeOf(adding, at, { translate, language }), from: before });
    }
  }
  const listed = new Set(index.packs.map(({ id }) => id));
  const unlisted = rows.filter(
    ({ id, source }) => source.kind === 'feed' && source.owner === state.owner && !listed.has(id),
  );
  const remove = isTaking ? unlisted.filter((row) => !isPinnedTo(administration, row)) : [];
  for (const row of remove) {
    const pack = here.find((each) => each.row.id === row.id)?.pack;
    const title = pack ? textIn(pack.title, language) : row.id;
    changes.push({ at, id: row.id, title, from: row.version, to: null, lines: [] });
  }
  return {
    state: {
      ...state,
      serial: { value: index.serial, key },
      digest,
      versions,
      succeededAt: at,
      expiresAt: index.expiresAt,
      failure: null,
      refusals,
      changes: [...changes, ...state.changes].slice(0, MOST_CHANGES),
      offers,
      gone: isTaking ? [] : unlisted.map(({ id }) => id),
    },
    put,
    remove: [
      ...remove,
      ...rows.filter((row) => isDistrusted(row) && put.some(({ id }) => id === row.id)),
    ].map(({ id }) => id),
    tell: async () => {
      const [change] = changes;
      if (!change) return;
      const params = { title: change.title, count: changes.length };
      await notify(
        `feed-${index.serial}`,
        translate('feed.notified.title'),
        translate('feed.notified.text', params),
      );
    },
  };
}

/** `leave`: nothing is to be done. */
function judge(adding: Adding, rows: readonly PackRow[], isTaking: boolean): 'take' | 'leave' | 'refuse' {
  if (adding.ok) return 'take';
  if (adding.why !== 'same' && adding.why !== 'clash') return 'refuse';
  const kept = rows.find(({ id, version }) => id === adding.pack.id && version === adding.pack.version);
  // What an administrator has signed goes before a file of the same number, and takes its place.
  if (isTaking && kept) return 'take';
  return adding.why === 'same' ? 'leave' : 'refuse';
}

function refusalOf(
  { id, version }: FeedOffer,
  adding: Extract<Adding, { ok: false }>,
  translate: Translate,
): PackRefusal {
  const why = adding.why === 'older' || adding.why === 'clash' ? adding.why : 'unreadable';
  const details =
    adding.why === 'unreadable'
      ? adding.problems.slice(0, MOST_DETAILS).map((problem) => short(sayProblem(problem, translate)))
      : [adding.here];
  return { id, version, why, details };
}

function changeOf(
  { pack, replacesVersion, effect }: Extract<Adding, { ok: true }>,
  at: string,
  { translate: t, language }: Pick<TakingParts, 'translate' | 'language'>,
): FeedChange {
  const said = effect.leftOut ? [] : sayDifferences(effect.all, { t, language, pack: effect.after });
  return {
    at,
    id: pack.id,
    title: textIn(pack.title, language),
    from: replacesVersion,
    to: pack.version,
    lines: [...new Set(said)].slice(0, MOST_LINES).map(short),
  };
}
