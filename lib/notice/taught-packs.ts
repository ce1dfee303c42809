/** What a desk taught of a system's controls, laid over what packs say of them. */
import type { SiteProfile, TaughtControl } from '@/lib/page/taught';
import { missingAbilities } from './abilities';
import type { NoticePack } from './model';

const isSame = (one: TaughtControl, other: TaughtControl): boolean =>
  one.target === other.target && one.name === other.name && one.role === other.role;

/** Control by control: what was taught last takes the place of what was there; denials add up. */
export function mergeProfiles(below: SiteProfile, over: SiteProfile): SiteProfile {
  const kept = below.controls.filter(({ target }) => !over.controls.some((each) => each.target === target));
  const added = over.notIt ?? [];
  const controls = [...kept, ...over.controls];
  const denied = [
    ...(below.notIt ?? []).filter((each) => !added.some((other) => isSame(each, other))),
    ...added,
  ];
  // What was taught to be it was not denied by whoever taught it later.
  const notIt = denied.filter(
    (each) => added.includes(each) || !over.controls.some((one) => isSame(one, each)),
  );
  return { system: below.system, controls, ...(notIt.length > 0 && { notIt }) };
}

/** A pack with a profile in it. */
export function teachPack(pack: NoticePack, profile: SiteProfile): NoticePack {
  const profiles = pack.siteProfiles ?? [];
  const below = profiles.find(({ system }) => system === profile.system) ?? {
    system: profile.system,
    controls: [],
  };
  const taught = {
    ...pack,
    siteProfiles: [
      ...profiles.filter(({ system }) => system !== profile.system),
      mergeProfiles(below, profile),
    ],
  };
  // What it can be misread without may be new in it.
  const missing = missingAbilities(taught).map(({ name }) => name);
  return missing.length === 0 ? taught : { ...taught, requires: [...pack.requires, ...missing] };
}

/** The same array where nothing was taught: what is worked out for it is kept by identity. */
export function teachPacks(
  packs: readonly NoticePack[],
  taught: readonly SiteProfile[],
): readonly NoticePack[] {
  const filled = taught.filter(({ controls, notIt = [] }) => controls.length + notIt.length > 0);
  if (filled.length === 0) return packs;
  return packs.map((pack) =>
    filled.filter(({ system }) => pack.systems.some(({ id }) => id === system)).reduce(teachPack, pack),
  );
}

/** The next version number of a pack that somebody changed: its last part counts up. */
export function nextVersion(version: string): string {
  const parts = version.split('.');
  const last = Number(parts.pop() ?? 0) + 1;
  return [...parts, last].join('.');
}
