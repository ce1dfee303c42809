/** One cell that speaks of both certificates, or of one: 「CA已领，签章未领」 says one thing of each. Pure. */
import type { TrackName } from './model';
import { keyOf } from './plain';
import { stateIn } from './state-words';

/** What a cell says of each certificate, without their names; null: nothing of that one, or nothing that can be told. */
export interface SaidOfEach extends Readonly<Record<TrackName, string | null>> {
  /** Something is said, and nobody can tell of which. */
  readonly unclear: boolean;
}

/** 「印章不清」 is of the stamp on a form, 「锁定」 of no key. */
const CERTIFICATE =
  /(?:电子)?(?:签章|印章)(?:证书)?(?![^,;、。]{0,2}(?:不[清符全]|有误|缺|模糊))|(?<![a-z])ca(?![a-z])(?:数字)?(?:证书|锁)?|数字证书|证书|u?key|锁(?!定)|(?<![a-z])seal(?![a-z])/g;
const SEAL = /签章|印章|seal/;
/** Between two that are named together: 「CA和签章」, 「CA（含签章）」. */
const JOINING = /^[()和及与跟含并加同连+&/]*$/;
/** 「已领（含签章）」: that one and another. */
const AND_ANOTHER = /(?:[和及与跟含并加+&]|连同)$/;
const OF_ALL = /^(?:均|都|全|两[者个项证]|一起|同时)/;

const trackOf = (name: string): TrackName => (SEAL.test(name) ? 'seal' : 'ca');
const bare = (text: string) => text.replace(CERTIFICATE, '').replace(/^[:为是]+/, '');

/** The certificates that a text names. */
export const certificatesIn = (text: string): ReadonlySet<TrackName> =>
  new Set((keyOf(text).match(CERTIFICATE) ?? []).map(trackOf));

/** A piece of a cell and the certificates it names; null: nobody can tell which. */
interface Part {
  readonly tracks: readonly TrackName[] | null;
  readonly text: string;
}

/** 「ca已领签章未领」 is two parts; 「已领ca」 is one, and so is 「ca和签章都已领」. */
function partsOf(clause: string): readonly Part[] {
  const names = [...clause.matchAll(CERTIFICATE)];
  const tracks = [...new Set(names.map(([name]) => trackOf(name)))];
  const [first] = names;
  if (first && names.length === 1 && AND_ANOTHER.test(clause.slice(0, first.index)))
    return [{ tracks: null, text: clause }];
  const isTogether = names
    .slice(1)
    .every(({ index }, at) =>
      JOINING.test(clause.slice((names[at]?.index ?? 0) + (names[at]?.[0].length ?? 0), index)),
    );
  if (tracks.length < 2 || isTogether) return [{ tracks, text: clause }];
  const parts = names.map(
    ({ 0: name, index }, at): Part => ({
      tracks: [trackOf(name)],
      text: clause.slice(index, names[at + 1]?.index),
    }),
  );
  // 「签章已随CA领取」, 「已领CA未领签章」: what is said does not stand behind the name.
  const isEach = first?.index === 0 && parts.every(({ text }) => stateIn(bare(text)) !== null);
  return isEach ? parts : [{ tracks: null, text: clause }];
}

/**
 * Parts a cell by the certificates that it names; null where it names none, and what it says is said of both. A clause
 * without a name belongs to the one before it; before the first name, it may be of either.
 */
export function saidOfEach(text: string): SaidOfEach | null {
  const word = keyOf(text);
  const named = certificatesIn(word);
  if (named.size === 0) return null;
  const said: Record<TrackName, string | null> = { ca: null, seal: null };
  let current: readonly TrackName[] = [];
  let waiting: readonly TrackName[] = [];
  let unclear = false;
  const loose: string[] = [];
  for (const clause of word.split(/[,;、。|]+/)) {
    for (const { tracks, text: part } of clause === '' ? [] : partsOf(clause)) {
      if (tracks === null) {
        unclear = true;
        current = [];
        continue;
      }
      const own = bare(part);
      if (tracks.length > 0 && JOINING.test(own)) {
        waiting = [...waiting, ...tracks];
        continue;
      }
      if (waiting.length + tracks.length > 0) current = [...new Set([...waiting, ...tracks])];
      else if (OF_ALL.test(own)) current = [...named];
      waiting = [];
      if (current.length === 0) loose.push(own);
      for (const track of current) said[track] = said[track] === null ? own : `${said[track]},${own}`;
    }
  }
  if (waiting.length > 0) unclear = true;
  const isLoose = loose.some((one) => stateIn(one) !== null);
  const [only, ...others] = named;
  const hasState = (['ca', 'seal'] as const).some((track) => stateIn(said[track] ?? '') !== null);
  // 「已领，CA两把」: all of it is of the one that is named.
  if (only && others.length === 0 && isLoose && !hasState && !unclear)
    return { ca: null, seal: null, unclear, [only]: bare(word) };
  return { ...said, unclear: unclear || isLoose };
}
